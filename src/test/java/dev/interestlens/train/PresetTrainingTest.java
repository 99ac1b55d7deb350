package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PresetTrainingTest {
    @Test
    void paperAndReferenceTrainAsPublished() {
        for (ModelFamily<?> family : ModelCatalog.families()) {
            for (Preset preset : List.of(Preset.PAPER, Preset.REFERENCE)) {
                assertThat(ExperimentConfig.preset(family.id(), preset))
                        .isEqualTo(ExperimentConfig.of(family.preset(preset)));
            }
        }
    }

    @Test
    void everyPresetComesBackFromItsJson() {
        for (ModelFamily<?> family : ModelCatalog.families()) {
            for (Preset preset : family.presets()) {
                ExperimentConfig config = ExperimentConfig.preset(family.id(), preset);
                assertThat(ConfigJson.parse(ConfigJson.tree(config))).isEqualTo(config);
                assertThat(config.model()).isEqualTo(family.preset(preset));
            }
        }
    }

    @Test
    void anotherPresetBringsItsTrainingAndKeepsWhatWasSetByHand() {
        ExperimentConfig byHand = ConfigJson.set(ExperimentConfig.preset("din", Preset.BALANCED), "training.seed=11");
        byHand = ConfigJson.set(byHand, "model.embeddingSize=24");
        ExperimentConfig sequences = byHand.moved(Preset.BALANCED, "sasrec", Preset.QUICK);
        assertThat(sequences)
                .isEqualTo(ConfigJson.set(ExperimentConfig.preset("sasrec", Preset.QUICK), "training.seed=11"));
        assertThat(sequences.moved(Preset.QUICK, "din", Preset.PAPER))
                .isEqualTo(ConfigJson.set(ExperimentConfig.preset("din", Preset.PAPER), "training.seed=11"));
    }

    @Test
    void aPresetOfLongHistoriesKeepsItsSearch() {
        for (String family : List.of("din", "bst")) {
            ExperimentConfig sim = ExperimentConfig.preset(family, Preset.SIM);
            assertThat(sim.model().reading().kind()).isEqualTo(ReadingConfig.Kind.CATEGORY);
            assertThat(sim.withUsualReading()).isEqualTo(sim);
            ExperimentConfig twin = ExperimentConfig.preset(family, Preset.TWIN);
            assertThat(twin.model().reading().kind()).isEqualTo(ReadingConfig.Kind.DOT);
            assertThat(twin.withUsualReading()).isEqualTo(twin);
            assertThat(twin.protocol().history().maxLength()).isGreaterThan(ReadingConfig.SHORT);
        }
    }

    @Test
    void aFamilyWithoutAPresetSaysWhichItHas() {
        ModelFamily<?> sasrec = ModelCatalog.family("sasrec");
        assertThat(sasrec.presets()).isEqualTo(Preset.general());
        assertThat(ModelCatalog.family("din").presets()).containsExactly(Preset.values());
        assertThatThrownBy(() -> sasrec.preset(Preset.TWIN))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                                refused.problem().text(Locale.ENGLISH))
                        .contains("The family sasrec has no preset twin", "quick, balanced, paper, reference"));
    }
}
