package dev.interestlens.workspace.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Logs;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.CatalogueRanking;
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
}
