package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.RawBatch;
import dev.interestlens.model.config.ModelConfig;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MixedAttentionTest {
    static Stream<Map.Entry<String, ModelConfig>> structures() {
        return ContractCases.structures().entrySet().stream();
    }

    private static double[] reversed(int n) {
        double[] mixing = new double[n * n];
        for (int i = 0; i < n; i++) {
            mixing[i * n + n - 1 - i] = 1;
        }
        return mixing;
    }

    @ParameterizedTest
    @MethodSource("structures")
    void aBatchScoresAsItsSamplesWithMixedWeights(Map.Entry<String, ModelConfig> structure) {
        RawBatch batch = ContractCases.seven();
        try (TrainedModel model = ContractCases.model(structure.getValue())) {
            float[] even = model.even(batch);
            for (int b = 0; b < even.length; b++) {
                RawBatch single = batch.samples(new int[] {b});
                Intervention each = Intervention.even(model.read(single).length());
                assertThat(even[b]).isCloseTo(model.intervened(single, each), within(1e-4f));
            }
            float[] reversed = model.mixed(batch, MixedAttentionTest::reversed);
            for (int b = 0; b < reversed.length; b++) {
                RawBatch single = batch.samples(new int[] {b});
                double[] each = reversed(model.read(single).length());
                assertThat(reversed[b])
                        .isCloseTo(model.intervened(single, Intervention.NONE.mixed(each)), within(1e-4f));
            }
        }
    }
}
