package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import org.junit.jupiter.api.Test;

/** Each schedule at the steps where its formula turns, with a rate of 1. */
class LearningRatesTest {
    private static LearningRates rates(String schedule, int stepsPerEpoch, int epochs) {
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.family("pool").preset(Preset.QUICK));
        config = ConfigJson.set(config, "training.schedule=" + schedule);
        config = ConfigJson.set(config, "training.learningRate=1");
        config = ConfigJson.set(config, "training.epochs=" + epochs);
        return new LearningRates(config.training(), stepsPerEpoch);
    }

    @Test
    void aConstantRateStays() {
        assertThat(rates("constant", 10, 3).at(29, 3, 0.5)).isEqualTo(1);
    }

    @Test
    void aStepComesAfterTwoThirdsOfTheEpochs() {
        LearningRates six = rates("step", 10, 6);
        assertThat(six.at(39, 4, 1)).isEqualTo(1);
        assertThat(six.at(40, 5, 1)).isEqualTo(0.1);
        assertThat(rates("step", 10, 1).at(0, 1, 1)).isEqualTo(1);
    }

    @Test
    void aPlateauHalvesTheRate() {
        LearningRates rates = rates("plateau", 10, 3);
        assertThat(rates.factorAfter(0.5, false)).isEqualTo(0.25);
        assertThat(rates.factorAfter(0.5, true)).isEqualTo(0.5);
        assertThat(rates.at(0, 1, 0.25)).isEqualTo(0.25);
        assertThat(rates("constant", 10, 3).factorAfter(0.5, false)).isEqualTo(0.5);
    }

    @Test
    void eachEpochHalvesTheRate() {
        LearningRates rates = rates("halve", 10, 3);
        assertThat(rates.at(0, 1, 1)).isEqualTo(1);
        assertThat(rates.at(20, 3, 1)).isEqualTo(0.25);
    }

    /** Of 200 steps ten warm up; of the other 190 a third is over after 63.3, and cos(π / 3) is one half. */
    @Test
    void theRateRisesOverATwentiethAndFallsByHalfACosine() {
        LearningRates rates = rates("warmupCosine", 100, 2);
        assertThat(rates.at(0, 1, 1)).isEqualTo(0.1, within(1e-12));
        assertThat(rates.at(9, 1, 1)).isEqualTo(1, within(1e-12));
        assertThat(rates.at(10, 1, 1)).isEqualTo(1, within(1e-12));
        assertThat(rates.at(105, 2, 1)).isEqualTo(0.5, within(1e-12));
        assertThat(rates("warmupCosine", 20, 2).at(2 + 19, 2, 1)).isEqualTo(0.5, within(1e-12));
        assertThat(rates("warmupCosine", 20, 2).at(2 + 38 / 2 + 1, 2, 1)).isLessThan(0.5);
    }

    @Test
    void aTrainingOfFewStepsWarmsUpForOne() {
        LearningRates rates = rates("warmupCosine", 7, 1);
        assertThat(rates.at(0, 1, 1)).isEqualTo(1);
        assertThat(rates.at(3, 1, 1)).isEqualTo(0.75, within(1e-12)); // (1 + cos(2 / 6 π)) / 2
        assertThat(rates("warmupCosine", 1, 1).at(1, 1, 1)).isEqualTo(1);
    }
}
