package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.RawBatch;
import dev.interestlens.model.config.ModelConfig;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvenAttentionTest {
    static Stream<Map.Entry<String, ModelConfig>> structures() {
        return ContractCases.structures().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("structures")
    void aBatchScoresAsItsSamplesWithEvenWeights(Map.Entry<String, ModelConfig> structure) {
        RawBatch batch = ContractCases.seven();
        try (TrainedModel model = ContractCases.model(structure.getValue())) {
            float[] even = model.even(batch);
            for (int b = 0; b < even.length; b++) {
                RawBatch single = batch.samples(new int[] {b});
                Intervention each = Intervention.even(model.read(single).length());
                assertThat(even[b]).isCloseTo(model.intervened(single, each), within(1e-4f));
            }
        }
    }
}
