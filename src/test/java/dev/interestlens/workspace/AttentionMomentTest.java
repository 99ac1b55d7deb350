package dev.interestlens.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionMomentTest {
    @Test
    void theStepIsThatOfTheFile() {
        assertThat(new AttentionMoment("step-0000001002.safetensors", List.of()).step())
                .isEqualTo(1002);
        assertThat(new AttentionMoment("best.safetensors", List.of()).step()).isZero();
    }
}
