package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemPretrainingTest {
    @Test
    void aLargeLogIsReadFewerTimesAndAVeryLargeOneInPart() {
        assertThat(ItemPretraining.batches(75)).isEqualTo(8 * 75);
        assertThat(ItemPretraining.batches(1000)).isEqualTo(3600);
        assertThat(ItemPretraining.batches(Integer.MAX_VALUE)).isEqualTo(3600);
    }
}
