package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are moved late against the loop that moves every row in every step. */
class DeferredRowsTest {
    private static final int ROWS = 40;
    private static final int WIDTH = 3;
    private static final UpdateRule ADAM = new UpdateRule.Adam(UpdateRule.Adam.Form.CORRECTED, false);

    /** The same steps on both sides: random rows and gradients, and a rate that changes. */
    private static final class Both {
        private final SplittableRandom random = new SplittableRandom(7);
        private final UpdateRule rule;
        private final float[] dense = new float[ROWS * WIDTH];
        private final float[][] denseMoments;
        private final float[] late = new float[ROWS * WIDTH];
        private final float[][] lateMoments;
        private DeferredRows rows;
        private long step;

        Both(UpdateRule rule) {
            this.rule = rule;
            denseMoments = new float[rule.moments().length][dense.length];
            lateMoments = new float[rule.moments().length][dense.length];
            for (int i = 0; i < dense.length; i++) {
                dense[i] = late[i] = (float) random.nextDouble();
            }
            reopen();
        }

        /** As after a saved state was read. */
        void reopen() {
            rows = new DeferredRows(late, lateMoments, WIDTH, rule);
        }

        void step() {
            step++;
            double rate = 1e-2 / (1 + step % 5);
            UpdateRule.Pace pace = rule.pace(step, rate);
            rows.begin(step, rate);
            for (int row = 0; row < ROWS; row++) {
                boolean touched = row < 30 && random.nextInt(6) == 0; // the last ten never
                float[] gradient = new float[WIDTH];
                for (int i = 0; touched && i < WIDTH; i++) {
                    gradient[i] = (float) (random.nextDouble() - 0.5);
                }
                rule.move(dense, gradient, 0, denseMoments, row * WIDTH, WIDTH, pace, 0);
                if (touched) {
                    rows.moved(row, gradient, 0);
                }
            }
        }
    }

    @Test
    void aRowThatIsReadIsWhereTheDenseLoopHasIt() {
        Both both = new Both(ADAM);
        float[] read = new float[WIDTH];
        for (int i = 0; i < 300; i++) {
            both.step();
            int row = i % ROWS;
            both.rows.read(row, read, 0);
            assertThat(read).containsExactly(java.util.Arrays.copyOfRange(both.dense, row * WIDTH, (row + 1) * WIDTH));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1500})
    void whatIsSavedDoesNotDependOnWhenItIsSaved(int every) {
        Both both = new Both(ADAM);
        for (int i = 1; i <= 2100; i++) {
            both.step();
            if (i % every == 0) {
                both.rows.array();
                both.reopen();
            }
        }
        assertThat(both.rows.array()).containsExactly(both.dense);
        assertThat(both.lateMoments).isDeepEqualTo(both.denseMoments);
    }

    @Test
    void rulesThatRestWithoutGradientNeedNothing() {
        for (UpdateRule rule : new UpdateRule[] {new UpdateRule.Sgd(), new UpdateRule.Adagrad()}) {
            Both both = new Both(rule);
            for (int i = 0; i < 1100; i++) {
                both.step();
            }
            assertThat(both.rows.copy()).containsExactly(both.dense);
            assertThat(both.lateMoments).isDeepEqualTo(both.denseMoments);
        }
    }
}
