package dev.interestlens.model;

import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.store.ArrayFill;
import java.util.function.IntUnaryOperator;

/** The row of a position table for each position of a batch. */
public final class PositionIndex {
    /** Buckets of time: one for no gap, one for each power of two seconds up to 2³⁸. */
    public static final int TIME_BUCKETS = 40;

    private PositionIndex() {}

    /** Rows of a table of indices where a part of long histories is read: all behaviours farther back have the last one. */
    static final int SEARCHED_ROWS = 512;

    /** Rows of a table for a kind. */
    public static int rows(PositionKind kind, ModelInput input) {
        if (kind == PositionKind.TIME) {
            return TIME_BUCKETS;
        }
        boolean all = input.reading().kind() == ReadingConfig.Kind.ALL;
        return all ? input.historyLength() : Math.min(SEARCHED_ROWS, input.historyLength());
    }

    /** The index of each position: behaviours between it and the candidate, or the bucket of its gap; 0 at padding. */
    public static int[] of(PositionKind kind, BatchPlan plan, int rows) {
        return kind == PositionKind.TIME
                ? buckets(plan.gaps(), rows)
                : each(plan, after -> Math.max(0, Math.min(rows - 1, after)));
    }

    /** Behaviours between each position and the candidate, plus {@code first}; 0 at padding. */
    public static int[] back(BatchPlan plan, int first) {
        return each(plan, after -> after < 0 ? 0 : after + first);
    }

    private static int[] each(BatchPlan plan, IntUnaryOperator ofAfter) {
        return ArrayFill.ints(plan.layout().positions(), at -> ofAfter.applyAsInt(plan.after(at)));
    }

    /** min(buckets − 1, bits of max(0, gap)): 0, 1, 2–3, 4–7, …; golden case H. */
    public static int[] buckets(long[] gaps, int buckets) {
        int[] index = new int[gaps.length];
        for (int i = 0; i < gaps.length; i++) {
            int bits = 64 - Long.numberOfLeadingZeros(Math.max(0, gaps[i]));
            index[i] = Math.min(buckets - 1, bits);
        }
        return index;
    }
}
