package dev.interestlens.data;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Finds neighbouring samples of a batch that have the same history, so that what depends on it is computed once. */
record BatchNeighbours(RawBatch batch) {

    /** The first sample of each run of samples with the same history and the same auxiliary negatives. */
    int[] firstOfEachHistory() {
        return firstWhere(b -> !sameHistory(b - 1, b));
    }

    /** The first sample of each run of samples that differ only in their candidates. */
    int[] firstOfEachRequest() {
        return firstWhere(b -> !sameHistory(b - 1, b) || !sameSides(b - 1, b));
    }

    private int[] firstWhere(IntPredicate differs) {
        int[] first = new int[batch.size()];
        int count = 0;
        for (int b = 0; b < batch.size(); b++) {
            if (b == 0 || differs.test(b)) {
                first[count++] = b;
            }
        }
        return Arrays.copyOf(first, count);
    }

    /** Whether the day, the user and the context fields are equal. */
    private boolean sameSides(int one, int other) {
        if (batch.days != null && batch.days[one] != batch.days[other]) {
            return false;
        }
        for (int[][] side : new int[][][] {batch.user, batch.context}) {
            for (int[] ids : side) {
                if (!same(ids, one, other, 1, ids.length / batch.size())) {
                    return false;
                }
            }
        }
        for (float[] numbers : new float[][] {batch.userNumbers, batch.contextNumbers}) {
            if (!same(numbers, one, other, 1, numbers.length / batch.size())) {
                return false;
            }
        }
        return true;
    }

    private boolean sameHistory(int one, int other) {
        int n = batch.length(one);
        int a = batch.offsets[one];
        int b = batch.offsets[other];
        if (n != batch.length(other)
                || !Arrays.equals(batch.gaps, a, a + n, batch.gaps, b, b + n)
                || batch.hidden != null && !Arrays.equals(batch.hidden, a, a + n, batch.hidden, b, b + n)
                || !samePlaces(one, other)) {
            return false;
        }
        int[][] negatives = batch.negatives == null ? new int[0][] : batch.negatives;
        for (int[][] fields : new int[][][] {batch.history, negatives}) {
            for (int[] ids : fields) {
                if (!same(ids, a, b, n, ids.length / Math.max(1, batch.length()))) {
                    return false;
                }
            }
        }
        return same(batch.historyNumbers, a, b, n, batch.historyNumbers.length / Math.max(1, batch.length()));
    }

    /** Whether behaviours that were chosen from longer histories stood at the same places. */
    private boolean samePlaces(int one, int other) {
        RawBatch.Places places = batch.places;
        return places == null
                || places.of()[one] == places.of()[other]
                        && same(places.after(), batch.offsets[one], batch.offsets[other], batch.length(one), 1);
    }

    /** Whether n positions of a field equal n others; {@code width} ids a position. */
    private static boolean same(int[] ids, int one, int other, int n, int width) {
        return Arrays.equals(ids, one * width, (one + n) * width, ids, other * width, (other + n) * width);
    }

    private static boolean same(float[] numbers, int one, int other, int n, int width) {
        return Arrays.equals(numbers, one * width, (one + n) * width, numbers, other * width, (other + n) * width);
    }
}
