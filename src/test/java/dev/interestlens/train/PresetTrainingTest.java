package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.util.List;
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
            for (Preset preset : Preset.values()) {
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
}
