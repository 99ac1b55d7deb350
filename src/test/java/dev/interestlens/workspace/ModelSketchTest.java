package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.testing.TinyShop;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a model before it is trained. */
class ModelSketchTest {
    @TempDir
    static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pool", "din", "dien", "bst"})
    void memoryFollowsTheBatchAndTheUsualLength(String family) {
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder.resolve(family)))) {
            ModelInput input = new ModelInput(data.schema(), 20);
            ModelSketch brief = ModelSketch.of(ModelCatalog.family(family).preset(Preset.QUICK), input, 4, 1);
            ModelSketch usual = ModelSketch.of(ModelCatalog.family(family).preset(Preset.QUICK), input, 16, 1);

            assertThat(usual.bytesPerSample()).isGreaterThan(brief.bytesPerSample());
            assertThat(usual.trainingBytes(4096) - usual.trainingBytes(2048)).isEqualTo(2048 * usual.bytesPerSample());
            assertThat(usual.forward().micros(1)).isPositive();
            assertThat(usual.forward().micros(256))
                    .isGreaterThan(usual.forward().micros(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"din", "dien", "bst"})
    void negativesWithTheHistoryOfTheirTrueItemHoldLess(String family) {
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder.resolve("together-" + family)))) {
            ModelConfig config = ModelCatalog.family(family).preset(Preset.QUICK);
            ModelInput input = new ModelInput(data.schema(), 20);
            assertThat(ModelSketch.of(config, input, 16, 5).bytesPerSample())
                    .isLessThan(ModelSketch.of(config, input, 16, 1).bytesPerSample());
        }
    }

    @Test
    void usersWithManyEventsHaveManyTargets() {
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder.resolve("mean")))) {
            double behaviours = 0;
            double targets = 0;
            for (int user = 0; user < data.users(); user++) {
                for (int k = 1; k <= data.firstEvent(user + 1) - data.firstEvent(user) - 3; k++) {
                    behaviours += Math.min(k, 10);
                    targets++;
                }
            }
            double mean = behaviours / targets;
            assertThat(data.info().histories().mean(10)).isBetween(0.85 * mean, 1.15 * mean);
        }
    }
}
