package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.DataConfig;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig;
import org.junit.jupiter.api.Test;

/** How long a training is. */
class LengthTest {
    private static TrainingConfig training(String... settings) {
        ExperimentConfig config = new ExperimentConfig(
                new DataConfig(ProtocolConfig.defaults()),
                ModelCatalog.family("pool").preset(Preset.PAPER),
                TrainingConfig.defaults());
        for (String setting : settings) {
            config = ConfigJson.set(config, "training." + setting);
        }
        return config.training();
    }

    @Test
    void aNumberOfEpochsIsThatNumberWhateverTheData() {
        assertThat(training("epochs=3", "steps=10").length().epochs(1)).isEqualTo(3);
        assertThat(training("epochs=3", "steps=10").length().epochs(100_000)).isEqualTo(3);
    }

    @Test
    void aLengthInStepsIsWholeEpochsFromOneToTwenty() {
        TrainingConfig.Length bySteps = training("epochs=0", "steps=3000").length();
        assertThat(bySteps.epochs(1000)).isEqualTo(3);
        assertThat(bySteps.epochs(1300)).isEqualTo(2);
        assertThat(bySteps.epochs(1_000_000)).isEqualTo(1);
        assertThat(bySteps.epochs(1)).isEqualTo(20);
    }

    @Test
    void aScheduleEndsWithTheLastStep() {
        LearningRates rates = new LearningRates(training("epochs=0", "steps=300", "schedule=warmupCosine"), 100);
        assertThat(rates.at(299, 3, 1)).isBetween(0.0, 1e-7);
        assertThat(rates.at(150, 2, 1)).isGreaterThan(3e-4);
    }
}
