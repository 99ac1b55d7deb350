package dev.interestlens.model.din;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.data.RawBatch;
import dev.interestlens.model.ContractCases;
import dev.interestlens.model.Trace;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.Weights;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.store.Tensor;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several attentions side by side. */
class InterestsTest {
    private static DinConfig config(int interests) {
        ExperimentConfig quick = ExperimentConfig.of(DinConfig.preset(Preset.QUICK));
        ExperimentConfig plain = ConfigJson.set(quick, "model.head.products=none");
        return (DinConfig) ConfigJson.set(plain, "model.interests=" + interests).model();
    }

    private static float[] named(TrainedModel model, String name) {
        return model.traces(ContractCases.batch(6)).stream()
                .filter(trace -> trace.id().equals(name))
                .findFirst()
                .map(Trace::values)
                .orElseThrow();
    }

    @Test
    void eachAttentionSumsToOneAndLookIsTheirMean() {
        eachSumsToOneAndLookIsTheirMean(config(4));
        ExperimentConfig dien = ExperimentConfig.of(DienConfig.preset(Preset.QUICK));
        eachSumsToOneAndLookIsTheirMean(
                ConfigJson.set(dien, "model.interests=4").model());
    }

    private static void eachSumsToOneAndLookIsTheirMean(ModelConfig config) {
        try (TrainedModel model = ContractCases.model(config)) {
            float[] heads = named(model, "attention.heads");
            float[] mean = named(model, "attention");
            assertThat(heads).hasSize(4 * 6);
            for (int h = 0; h < 4; h++) {
                assertThat(ContractCases.sum(Arrays.copyOfRange(heads, 6 * h, 6 * h + 6)))
                        .isEqualTo(1, within(1e-6f));
            }
            for (int j = 0; j < 6; j++) {
                float sum = heads[j] + heads[6 + j] + heads[12 + j] + heads[18 + j];
                assertThat(mean[j]).isEqualTo(sum / 4, within(1e-6f));
            }
        }
    }

    @Test
    void theOrderOfTheAttentionsChangesNothingButTheTraces() {
        DinConfig config = config(2);
        try (TrainedModel model = ContractCases.model(config)) {
            Map<String, Tensor> exchanged = new LinkedHashMap<>(model.weights().tensors());
            exchanged.computeIfPresent("attention_net.net.3.weight", (name, t) -> blocks(t, 1, t.floats().length / 2));
            exchanged.computeIfPresent("attention_net.net.3.bias", (name, t) -> blocks(t, 1, 1));
            int rows = config.head().hidden().get(0);
            exchanged.computeIfPresent(
                    "prediction_net.0.weight",
                    (name, t) -> blocks(
                            t, rows, model.interests(ContractCases.seven()).orElseThrow()[0].length / 2));
            try (TrainedModel other = TrainedModel.of(config, ContractCases.INPUT, new Weights(exchanged))) {
                RawBatch seven = ContractCases.seven();
                assertThat(other.logits(seven)).containsExactly(model.logits(seven), within(1e-5f));
                float[] before = named(model, "attention.heads");
                float[] after = named(other, "attention.heads");
                assertThat(Arrays.copyOf(after, 6)).containsExactly(Arrays.copyOfRange(before, 6, 12), within(1e-6f));
                assertThat(Arrays.copyOf(after, 6)).isNotEqualTo(Arrays.copyOf(before, 6));
            }
        }
    }

    /** In each row, the first two blocks of numbers exchanged. */
    private static Tensor blocks(Tensor tensor, int rows, int width) {
        float[] values = tensor.floats();
        float[] turned = values.clone();
        int columns = values.length / rows;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * columns + width, turned, row * columns, width);
            System.arraycopy(values, row * columns, turned, row * columns + width, width);
        }
        return Tensor.of(turned, tensor.shape());
    }

    @Test
    void aRunOfBeforeThereWasAChoiceHasOneAttention() {
        ObjectNode tree = ConfigJson.tree(ExperimentConfig.of(DinConfig.preset(Preset.QUICK)));
        ((ObjectNode) tree.get("model")).remove(List.of("interests", "disagreement"));

        assertThat(ConfigJson.parseOlder(tree).model()).isEqualTo(DinConfig.preset(Preset.QUICK));
        ObjectNode dien = ConfigJson.tree(ExperimentConfig.of(DienConfig.preset(Preset.QUICK)));
        ((ObjectNode) dien.get("model")).remove("interests");
        assertThat(ConfigJson.parseOlder(dien).model()).isEqualTo(DienConfig.preset(Preset.QUICK));
    }
}
