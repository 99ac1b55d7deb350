package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.nn.RowTable;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of which states the mean is: a number of the model is the number of its step. */
class MeanOfStatesTest extends NineItems {
    private static TrainingConfig averaged(double share) {
        return ConfigJson.set(
                        ExperimentConfig.of(ModelCatalog.family("pool").preset(Preset.QUICK)),
                        "training.averaged=" + share)
                .training();
    }

    private float[] numbers() {
        RowTable table = model.parameters().tableNamed(ITEMS);
        return table.values();
    }

    private MeanWeights after(double share, int steps, boolean learnt) {
        MeanWeights mean = new MeanWeights(model.parameters(), averaged(share), steps);
        mean.begin(learnt);
        for (int step = 1; step <= steps; step++) {
            numbers()[0] = step;
            mean.after(step);
        }
        return mean;
    }

    private float of(MeanWeights mean) {
        return mean.use(() -> numbers()[0]);
    }

    private static long count(MeanWeights mean) {
        return mean.state().get("mean.when").longs()[1];
    }

    @Test
    void theLastQuarterIsAveraged() {
        MeanWeights mean = after(0.25, 8, true);
        assertThat(of(mean)).isEqualTo(7.5f);
        assertThat(numbers()[0]).isEqualTo(8);
    }

    @Test
    void aModelThatBeganAtRandomIsAveragedOverTheSecondHalfAtMost() {
        assertThat(of(after(1, 8, false))).isEqualTo(6.5f);
        assertThat(of(after(1, 8, true))).isEqualTo(4.5f);
    }

    @Test
    void aHundredStatesAtEqualDistancesAreAveragedAtMost() {
        MeanWeights each = after(1, 100, true);
        assertThat(count(each)).isEqualTo(100);
        MeanWeights everySecond = after(1, 101, true); // 1, 3 … 101
        assertThat(count(everySecond)).isEqualTo(51);
        assertThat((double) of(everySecond)).isCloseTo(51, within(1e-4));
        MeanWeights everyThird = after(1, 202, true); // 1, 4 … 202
        assertThat(count(everyThird)).isEqualTo(68);
        assertThat((double) of(everyThird)).isCloseTo(101.5, within(1e-3));
        assertThat(count(after(0.5, 200, true))).isEqualTo(100);
    }

    @Test
    void withoutAShareThereIsNoMean() {
        MeanWeights mean = after(0, 8, true);
        assertThat(of(mean)).isEqualTo(8);
        assertThat(mean.state()).isEmpty();
    }

    @Test
    void aLoadedMeanGoesOn() {
        MeanWeights first = new MeanWeights(model.parameters(), averaged(0.5), 8);
        first.begin(true);
        List<Float> seen = new ArrayList<>();
        for (int step = 1; step <= 6; step++) {
            numbers()[0] = step;
            first.after(step);
            seen.add(of(first));
        }
        assertThat(seen).containsExactly(1f, 2f, 3f, 4f, 5f, 5.5f);
        MeanWeights second = new MeanWeights(model.parameters(), averaged(0.5), 8);
        second.load(first.state());
        for (int step = 7; step <= 8; step++) {
            numbers()[0] = step;
            second.after(step);
        }
        assertThat(of(second)).isEqualTo(6.5f);
        assertThat(MeanWeights.validated(second.state()).tensors().get(ITEMS).floats()[0])
                .isEqualTo(6.5f);
    }
}
