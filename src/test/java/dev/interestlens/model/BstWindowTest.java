package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.RawBatch;
import dev.interestlens.nn.Tensors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BstWindowTest {
    private static final Tensors TENSORS = Tensors.onCpu();

    @AfterAll
    static void free() {
        TENSORS.close();
    }

    private static float[] logits(String attention, int reach) {
        try (CtrModel model = ContractCases.spread(TinyConfigs.twoLayers(attention, reach), TENSORS)) {
            RawBatch batch = ContractCases.seven();
            return model.logits(batch);
        }
    }

    @Test
    void aWindowOverTheWholeHistoryIsFullAttentionBitForBit() {
        float[] full = logits("FULL", 1);
        assertThat(logits("WINDOW", TinyBatches.LENGTH - 1)).containsExactly(full);
        assertThat(logits("WINDOW", 10_000)).containsExactly(full);
        assertThat(logits("WINDOW", 1)).isNotEqualTo(full);
    }
}
