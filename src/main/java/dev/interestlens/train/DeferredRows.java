package dev.interestlens.train;

import dev.interestlens.nn.RowSource;
import java.util.Arrays;

/**
 * The rows of a table that is updated like a dense one: with Adam a row moves even in steps in which its gradient is zero. Such steps are computed
 * when the row is next read, with exactly the same bits. So the cost of a step depends on the rows it touches, and the result is the same.
 */
public final class DeferredRows implements RowSource {
    /** Steps after which every row is brought up to date, which limits the memory for past steps. */
    private static final int MAX = 1024;

    private static final int NEVER = -1;

    private final float[] values;
    private final float[][] moments;
    private final int width;
    private final UpdateRule rule;
    /** Steps since the base that were applied to each row, or NEVER for a row that was never touched and does not move. */
    private final int[] seen;

    private final UpdateRule.Pace[] paces = new UpdateRule.Pace[MAX];
    private int steps;

    /** @param moments a row counts as touched where one of its moments is not zero */
    public DeferredRows(float[] values, float[][] moments, int width, UpdateRule rule) {
        this.values = values;
        this.moments = moments;
        this.width = width;
        this.rule = rule;
        seen = new int[values.length / width];
        Arrays.fill(seen, NEVER);
        for (float[] moment : moments) {
            for (int row = 0; row < seen.length; row++) {
                for (int i = row * width; seen[row] == NEVER && i < (row + 1) * width; i++) {
                    seen[row] = moment[i] != 0 ? 0 : NEVER;
                }
            }
        }
    }

    /** Begins a step; each touched row must then be {@link #moved}. */
    public void begin(long step, double rate) {
        if (steps == MAX) {
            catchUp();
            for (int row = 0; row < seen.length; row++) {
                seen[row] = seen[row] == NEVER ? NEVER : 0;
            }
            steps = 0;
        }
        paces[steps++] = rule.pace(step, rate);
    }

    /** Moves a row by its gradient in the current step. */
    public void moved(int row, float[] gradient, int at) {
        catchUp(row, steps - 1);
        rule.move(values, gradient, at, moments, row * width, width, paces[steps - 1], 0);
        seen[row] = steps;
    }

    private void catchUp(int row, int until) {
        if (seen[row] == NEVER || !rule.restless()) {
            return;
        }
        for (int s = seen[row]; s < until; s++) {
            rule.move(values, null, 0, moments, row * width, width, paces[s], 0);
        }
        seen[row] = Math.max(seen[row], until);
    }

    /** Brings every row up to date. */
    void catchUp() {
        for (int row = 0; row < seen.length; row++) {
            catchUp(row, steps);
        }
    }

    @Override
    public void read(int row, float[] target, int at) {
        catchUp(row, steps);
        System.arraycopy(values, row * width, target, at, width);
    }

    @Override
    public float[] array() {
        catchUp();
        return values;
    }

    @Override
    public float[] copy() {
        return array().clone();
    }
}
