package dev.interestlens.measurement.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Logs;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.KeptRanking;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingEvaluationTest {
    @TempDir
    private Path folder;

    /** The last item of b is in no training event. */
    @Test
    void aColdTrueItemIsCountedAndRankedApartByItsFields() {
        try (PreparedDataset data = Logs.of(
                folder,
                "a,x,1,k1",
                "a,w,2,k1",
                "a,v,3,k1",
                "a,y,4,k1",
                "a,z,5,k2",
                "b,y,1,k1",
                "b,z,2,k2",
                "b,x,3,k1",
                "b,cold,4,k2",
                "c,y,1,k1",
                "c,x,2,k1",
                "c,z,3,k2",
                "c,w,4,k1",
                "c,v,5,k1")) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
            ModelInput input =
                    new ModelInput(data.schema(), samples.config().history().maxLength());
            try (TrainedModel model =
                            TrainedModel.untrained(ModelCatalog.family("din").preset(Preset.QUICK), input, 3);
                    RankingEvaluation ranking = new RankingEvaluation(model, samples, Part.TEST, 0, Repeats.AUTO)) {
                while (ranking.more()) {
                    assertThat(ranking.fraction()).isBetween(0.0, 1.0);
                }
                CatalogueRanking result = ranking.result();

                int cold = data.itemOf("cold");
                RawBatch items = samples.single(1, 3, new int[] {cold, data.itemOf("v"), data.itemOf("w")});
                float[] logits = model.logits(items); // the others are in the past of b
                long better =
                        IntStream.of(1, 2).filter(i -> logits[i] > logits[0]).count();
                CatalogueRanking.Population found = result.populations().get("cold");
                assertThat(result.cold()).isEqualTo(1);
                assertThat(found.users()).isEqualTo(1);
                assertThat(found.ndcg10()).isEqualTo(Math.log(2) / Math.log(better + 2), within(1e-12));
                assertThat(result.users()).isEqualTo(2);
                assertThat(result.kept().users()).doesNotContain(1);
            }
        }
    }

    /** What is counted of events, of met items and of the category, against the scores of a second pass. */
    @Test
    void partsOfTheCatalogueAreCountedBesideTheTrueItem() {
        try (PreparedDataset data = Logs.random(folder, 30, 5)) {
            SampleSet samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
            ModelInput input =
                    new ModelInput(data.schema(), samples.config().history().maxLength());
            try (TrainedModel model =
                            TrainedModel.untrained(ModelCatalog.family("din").preset(Preset.QUICK), input, 3);
                    RankingEvaluation ranking = new RankingEvaluation(model, samples, Part.TEST, 0, Repeats.NEW)) {
                while (ranking.more()) {
                    assertThat(ranking.fraction()).isBetween(0.0, 1.0);
                }
                KeptRanking kept = ranking.result().kept();
                Catalogue catalogue = new Catalogue(samples, Repeats.NEW);
                int[] items = IntStream.range(0, catalogue.size())
                        .map(catalogue::item)
                        .toArray();
                assertThat(kept.size()).isPositive();
                for (int entry = 0; entry < kept.size(); entry++) {
                    int user = kept.users()[entry];
                    int truth = catalogue.place(kept.items()[entry]);
                    boolean[] open = catalogue.open(new Catalogue.Query(user, kept.positions()[entry], truth));
                    float[] logits = model.logits(samples.single(user, kept.positions()[entry], items));
                    long[] events = new long[2];
                    long[] met = new long[2];
                    long[] category = new long[2];
                    for (int place = 0; place < items.length; place++) {
                        int above = logits[place] > logits[truth] ? 1 : 0;
                        boolean like = data.itemField(Schema.CATEGORY, items[place], 0)
                                == data.itemField(Schema.CATEGORY, items[truth], 0);
                        int one = place == truth ? 0 : 1;
                        add(events, open[place] ? one * samples.trainingEvents(items[place]) : 0, above);
                        add(met, open[place] ? 0 : one, above);
                        add(category, open[place] && like ? one : 0, above);
                    }
                    assertThat(at(kept.groups().events(), entry)).isEqualTo(events);
                    assertThat(at(kept.groups().met(), entry)).isEqualTo(met);
                    assertThat(at(kept.groups().category(), entry)).isEqualTo(category);
                }
            }
        }
    }

    private static void add(long[] sums, long weight, int above) {
        sums[0] += weight;
        sums[1] += weight * above;
    }

    private static long[] at(KeptRanking.Counts counts, int entry) {
        return new long[] {counts.all()[entry], counts.better()[entry]};
    }
}
