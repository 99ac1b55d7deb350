package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.BatchOptions;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Logs;
import dev.interestlens.data.protocol.NeighbourFit;
import dev.interestlens.data.protocol.NeighbourKind;
import dev.interestlens.data.protocol.NeighbourRows;
import dev.interestlens.data.protocol.Neighbours;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.SharedKind;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.CtrOutput;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.nn.Pass;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.Tracer;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighbourStartTest {
    private static final BatchOptions NONE = new BatchOptions(0, NegativeKind.UNIFORM, 0, 0, SharedKind.UNIFORM);

    private static final List<NeighbourKind> EASE = List.of(NeighbourKind.EASE);

    @TempDir
    private Path folder;

    /** A model of a family before its first step, on a log of forty users. */
    private interface Begun {
        void look(CtrModel model, SampleSet samples, List<JournalEntry> journal);
    }

    private void begin(String family, String kind, Begun begun) {
        begin(family, kind, Logs.random(folder, 40, 3), begun);
    }

    private static void begin(String family, String kind, PreparedDataset log, Begun begun) {
        ExperimentConfig config =
                ConfigJson.set(ExperimentConfig.preset(family, Preset.QUICK), "model.neighbours.kind=" + kind);
        try (PreparedDataset data = log;
                Tensors tensors = new Tensors(Device.cpu());
                CtrModel model = ModelCatalog.create(config.model(), new ModelInput(data.schema(), 20))) {
            SampleSet samples = SampleSet.build(data, config.protocol(), config.evaluationSeed());
            model.create(tensors, 1, true);
            List<JournalEntry> journal = new ArrayList<>();
            new NeighbourStart(samples, journal::add).give(model, config.model().neighbours());
            begun.look(model, samples, journal);
        }
    }

    /** Also after its logits became those of probabilities, in single precision. */
    @Test
    void theFamilyRanksAllItemsAsItsOpponentDoes() {
        begin("neighbours", "auto", (model, samples, journal) -> {
            model.calibrate(1.7, -4.6);
            Catalogue catalogue = new Catalogue(samples);
            Neighbours opponent = samples.neighbours(new EngineInverse());
            try (CatalogueScorer scorer = CatalogueScorer.of(model, catalogue.batch())) {
                for (Catalogue.Query query : catalogue.queries(Part.TEST, 40).all()) {
                    float[] own = scorer.logits(catalogue.sample(query));
                    boolean[] open = catalogue.open(query);
                    int all = catalogue.size();
                    assertThat(FullRanking.best(own, open, all))
                            .isEqualTo(FullRanking.best(catalogue.neighbours(opponent, query), open, all));
                }
            }
        });
    }

    @Test
    void aModelHasTheTableThatItIsComparedWith() {
        begin("din", "auto", (model, samples, journal) -> {
            Neighbours opponent = samples.neighbours(new EngineInverse());
            NeighbourTerm.Table table = model.neighbours().orElseThrow().table();
            assertThat(table.ids()).isEqualTo(opponent.rows().ids());
            assertThat(table.values()).isEqualTo(opponent.rows().values());
            assertThat(journal).singleElement().isInstanceOfSatisfying(JournalEntry.Neighboured.class, told -> {
                assertThat(told.ndcg10()).isEqualTo(opponent.ndcg10());
                assertThat(told.decay()).isEqualTo(opponent.decay());
            });
        });
    }

    /** By hand, over the behaviours of each row; the whole table would tell a user's own next item. */
    @Test
    void aRowThatIsLearntReadsTheTableWithoutItsUsersFold() {
        begin("din", "ease", (model, samples, journal) -> {
            Neighbours scorer = samples.neighbours(EASE, OptionalDouble.empty(), new EngineInverse());
            NeighbourFit fit = new NeighbourFit(samples, new EngineInverse());
            List<NeighbourRows> folds = fit.folds(scorer.kind(), scorer.strength());
            RawBatch batch = samples.training(64, 1, NONE).batch(1, 0);
            BatchPlan plan = model.plan(batch);
            CtrOutput output = model.fast(model.features(plan, true), Pass.TRAIN);
            float[] with = output.logits().toFloatArray();
            float[] without = output.alone().toFloatArray();
            int differs = 0;
            for (int place = 0; place < batch.size(); place++) {
                int row = plan.sampleAt(place);
                NeighbourRows of = folds.get(NeighbourFit.fold(batch.origin.users()[row]));
                double sum = 0;
                double whole = 0;
                for (int k = batch.offsets[row]; k < batch.offsets[row + 1]; k++) {
                    double age = scorer.weight(batch.offsets[row + 1] - 1 - k) / fit.spread(scorer);
                    int item = batch.candidate[Schema.ITEM][row];
                    sum += age * of.value(batch.history[Schema.ITEM][k], item);
                    whole += age * scorer.rows().value(batch.history[Schema.ITEM][k], item);
                }
                assertThat((double) with[place] - without[place]).isCloseTo(sum, within(1e-4));
                differs += Math.abs(sum - whole) > .01 ? 1 : 0;
            }
            assertThat(differs).isGreaterThan(10);
        });
    }

    /** Nobody else has these items: what follows what is known from the row's own event alone. */
    @Test
    void aRowThatIsLearntReadsRulesWithoutItsOwnEvent() {
        List<String> rows = new ArrayList<>();
        for (int user = 0; user < 12; user++) {
            for (int step = 0; step < 8; step++) {
                rows.add("u" + user + ",i" + user + "." + step + "," + (100 * user + step) + ",k");
            }
        }
        begin("din", "rules", Logs.of(folder, rows.toArray(new String[0])), (model, samples, journal) -> {
            RawBatch batch = samples.training(64, 1, NONE).batch(1, 0);
            BatchPlan plan = model.plan(batch);
            for (boolean learns : new boolean[] {true, false}) {
                CtrOutput output = model.fast(model.features(plan, true), new Pass(learns, Tracer.NONE));
                double sum = 0;
                for (int place = 0; place < batch.size(); place++) {
                    float term = output.logits().toFloatArray()[place]
                            - output.alone().toFloatArray()[place];
                    sum += batch.labels[plan.sampleAt(place)] == 1 ? Math.abs(term) : 0;
                }
                if (learns) {
                    assertThat(sum).isCloseTo(0, within(1e-3));
                } else {
                    assertThat(sum).isGreaterThan(10);
                }
            }
        });
    }

    /** One user and one item more than a matrix may have rows. */
    @Test
    @Tag("thorough")
    void easeIsRefusedByNameAndLeftOutOfTheRestWhereItsMatrixIsTooLarge() {
        int many = NeighbourFit.MAX_ROWS + 1;
        String[] rows = new String[3 * many];
        for (int user = 0; user < many; user++) {
            for (int step = 0; step < 3; step++) {
                long time = 1_700_000_000L + 1000L * user + 60L * step;
                rows[3 * user + step] = "u" + user + ",i" + (user + step) % many + "," + time + ",k";
            }
        }
        ExperimentConfig config = ExperimentConfig.preset("neighbours", Preset.QUICK);
        try (PreparedDataset data = Logs.of(folder, rows)) {
            SampleSet samples = SampleSet.build(data, config.protocol(), config.evaluationSeed());

            assertThat(NeighbourFit.cheap(samples)).containsExactly(NeighbourKind.KNN, NeighbourKind.RULES);
            for (NeighbourConfig.Kind asked : List.of(NeighbourConfig.Kind.EASE, NeighbourConfig.Kind.SUM)) {
                assertThatThrownBy(() -> new NeighbourStart(samples, entry -> {}).kinds(asked))
                        .isInstanceOfSatisfying(ProblemException.class, refused -> {
                            assertThat(refused.problem().key()).isEqualTo("tooLargeToInvert");
                            assertThat(refused.problem().values()).containsEntry("max", "6000");
                        });
            }
        }
    }
}
