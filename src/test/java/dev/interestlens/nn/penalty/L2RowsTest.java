package dev.interestlens.nn.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.nn.RowSource;
import dev.interestlens.nn.RowTable;
import org.junit.jupiter.api.Test;

class L2RowsTest {
    private static final double LAMBDA = 0.3;

    /** λ‖w‖² of the touched rows alone, and its slope, on top of what is there already. */
    @Test
    void theGradientIsTheSlopeOfTheValue() {
        float[] weights = {0, 0, 1, -2, 3, 0.5f};
        int[] touched = {1, 2, 0};
        float[] gradient = {10, 0, 0, 0, 99, 99};
        double value = penalty(weights, touched, gradient);
        assertThat(value).isCloseTo(LAMBDA * (1 + 4 + 9 + 0.25), within(1e-6));
        float step = 1e-2f;
        for (int i = 0; i < 4; i++) {
            float[] up = weights.clone();
            float[] down = weights.clone();
            up[2 + i] += step;
            down[2 + i] -= step;
            double slope = (penalty(up, touched, new float[6]) - penalty(down, touched, new float[6])) / (2 * step);
            assertThat(gradient[i] - (i == 0 ? 10.0 : 0)).isCloseTo(slope, within(1e-4));
        }
        assertThat(gradient[4]).as("a row that is not counted").isEqualTo(99);
    }

    private static double penalty(float[] weights, int[] touched, float[] gradient) {
        RowTable table = new RowTable("t", 3, 2, RowTable.Padding.ZERO);
        table.load(RowSource.of(weights, 2));
        return new L2Rows(LAMBDA).add(table, touched, 2, gradient);
    }
}
