package dev.interestlens.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueTableTest {
    private static final double[] WITHIN = {50, 100, 150};
    private static final double[] EPOCHS = {100, 200};

    private static boolean newer(int within, int epoch, double at) {
        return ValueTable.newer(WITHIN, within, EPOCHS, epoch, at);
    }

    @Test
    void theNewestValidationBeforeTheCursorIsShown() {
        assertThat(newer(2, 0, 160)).isTrue();
        assertThat(newer(1, 0, 120)).as("an epoch's end is of all users").isFalse();
        assertThat(newer(2, 1, Double.NaN)).isFalse();
        assertThat(newer(0, 0, 60)).as("the epoch ends beyond it").isTrue();
        assertThat(newer(0, -1, Double.NaN)).isTrue();
        assertThat(newer(-1, 0, Double.NaN)).isFalse();
    }
}
