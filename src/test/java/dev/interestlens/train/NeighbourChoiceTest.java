package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Logs;
import dev.interestlens.data.protocol.NeighbourFit;
import dev.interestlens.data.protocol.NeighbourKind;
import dev.interestlens.data.protocol.NeighbourRows;
import dev.interestlens.data.protocol.Neighbours;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.NeighbourTerm;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log in which everyone takes the same few items again and again, in any order. */
class NeighbourChoiceTest {
    @TempDir
    private Path folder;

    private PreparedDataset log() {
        Random random = new Random(3);
        return log((user, step) -> random.nextInt(12));
    }

    private PreparedDataset log(IntBinaryOperator next) {
        List<String> rows = new ArrayList<>();
        for (int user = 0; user < 80; user++) {
            for (int step = 0; step < 16; step++) {
                rows.add("u" + user + ",i" + (user % 6 * 12 + next.applyAsInt(user, step)) + "," + (step + 1) + ",k");
            }
        }
        return Logs.of(folder, rows.toArray(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.5, 4})
    void aChoiceIsMadeAgainWithItsTableShareAndWeight(double share) {
        ExperimentConfig config = ExperimentConfig.preset("din", Preset.QUICK);
        try (PreparedDataset data = log();
                Tensors tensors = new Tensors(Device.cpu());
                CtrModel model = ModelCatalog.create(config.model(), new ModelInput(data.schema(), 20))) {
            SampleSet samples = SampleSet.build(data, config.protocol(), config.evaluationSeed());
            assertThat(samples.repeats(Repeats.AUTO)).isEqualTo(Repeats.ALL);
            model.create(tensors, 1, true);
            NeighbourTerm term = model.neighbours().orElseThrow();
            new NeighbourStart(samples, entry -> {}).give(term, config.model().neighbours(), false);

            new NeighbourChoice(samples, true)
                    .again(model, new JournalEntry.Weighed(1, 1, 1, 2.5, null, .1, "knn", share));

            NeighbourFit fit = new NeighbourFit(samples, new EngineInverse(), term.width());
            Neighbours rules = fit.beside(List.of(NeighbourKind.RULES), OptionalDouble.empty());
            NeighbourRows both = fit.plus(rules, fit.beside(NeighbourKind.KNN, rules.decay()), share);
            assertThat(term.table().ids()).isEqualTo(both.ids());
            assertThat(term.table().values()).isEqualTo(both.values());
            assertThat(term.weight()).isEqualTo(2.5f);
        }
    }

    /** The model is behind the table, and four times the weight that training found is still next to nothing. */
    @Test
    void whatRanksBestAloneTakesThePlaceOfTheTrainedTableWhereTheSumIsBehindIt() {
        ExperimentConfig config = ExperimentConfig.preset("din", Preset.QUICK);
        try (PreparedDataset data = log((user, step) -> (user + step) % 12);
                Tensors tensors = new Tensors(Device.cpu());
                CtrModel model = ModelCatalog.create(config.model(), new ModelInput(data.schema(), 20))) {
            SampleSet samples = SampleSet.build(data, config.protocol(), config.evaluationSeed());
            model.create(tensors, 1, true);
            NeighbourTerm term = model.neighbours().orElseThrow();
            new NeighbourStart(samples, entry -> {}).give(term, config.model().neighbours(), false);
            model.weighNeighbours(.002f);
            NeighbourTerm.Table trained = term.table();

            CatalogueValidation validation = new CatalogueValidation(samples, config);
            JournalEntry.Weighed choice =
                    validation.finish(model, 1, 1).weighed().orElseThrow();

            Neighbours best = samples.neighbours(new EngineInverse());
            assertThat(choice.added()).isEqualTo(EnumNames.lower(best.kind()));
            assertThat(choice.share()).isNull();
            assertThat(choice.chosen()).isGreaterThan(4 * choice.learnt());
            assertThat(choice.ndcg10()).isGreaterThan(choice.learntNdcg10());
            assertThat(term.table().ids()).isEqualTo(best.rows().ids());
            assertThat(term.decay()).isCloseTo(best.decay(), within(1e-6));

            NeighbourTerm.Table chosen = term.table();
            term.load(trained);
            new NeighbourChoice(samples, true).again(model, choice);
            assertThat(term.table()).usingRecursiveComparison().isEqualTo(chosen);
        }
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
                assertThatThrownBy(() -> new NeighbourStart(samples, entry -> {}).kinds(asked, true))
                        .isInstanceOfSatisfying(ProblemException.class, refused -> {
                            assertThat(refused.problem().key()).isEqualTo("tooLargeToInvert");
                            assertThat(refused.problem().values()).containsEntry("max", "6000");
                        });
            }
        }
    }
}
