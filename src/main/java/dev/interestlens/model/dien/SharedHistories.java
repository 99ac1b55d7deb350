package dev.interestlens.model.dien;

import dev.interestlens.data.RawBatch;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.TimeMajor;
import java.util.Arrays;

/**
 * The distinct histories of a batch in which consecutive samples share a history, such as a true item and its negatives: the first layer reads each
 * history once. P rows of all samples, R of the distinct histories.
 *
 * @param steps of one sample of each run
 * @param row for each of the P rows the equal one of the R
 * @param histories how many there are, including empty ones
 */
record SharedHistories(TimeMajor steps, int[] row, int histories) {
    /**
     * Null where histories do not repeat.
     *
     * @param all the rows of all samples
     * @param training whether the auxiliary loss is computed: each history must then belong to equally many samples, with the same negatives
     */
    static SharedHistories of(RawBatch raw, RaggedBatch layout, TimeMajor all, boolean training) {
        int[] first = raw.firstOfEach();
        if (first.length == raw.size() || training && !even(first, raw)) {
            return null;
        }
        int[] placeOf = new int[raw.size()];
        for (int place = 0; place < placeOf.length; place++) {
            placeOf[layout.sampleAt(place)] = place;
        }
        boolean[] read = new boolean[raw.size()];
        int[] reads = new int[raw.size()]; // for each sample the one that is read instead
        for (int b = 0, run = 0; b < raw.size(); b++) {
            run += run + 1 < first.length && first[run + 1] == b ? 1 : 0;
            reads[placeOf[b]] = placeOf[first[run]];
            read[placeOf[first[run]]] = true;
        }
        TimeMajor steps = TimeMajor.of(layout, read);
        int[] row = new int[all.rows()];
        Arrays.setAll(row, r -> {
            int step = all.cell()[r] % all.steps();
            return steps.rowOfCell()[reads[all.place()[r]] * all.steps() + step];
        });
        return new SharedHistories(steps, row, first.length);
    }

    private static boolean even(int[] first, RawBatch raw) {
        int each = raw.size() / first.length;
        for (int run = 0; run < first.length; run++) {
            if (first[run] != run * each) {
                return false;
            }
            for (int b = first[run]; b < (run + 1) * each; b++) {
                if (!sameNegatives(raw, first[run], b)) {
                    return false;
                }
            }
        }
        return first.length * each == raw.size();
    }

    private static boolean sameNegatives(RawBatch raw, int one, int other) {
        if (raw.negatives == null) {
            return true;
        }
        for (int[] ids : raw.negatives) {
            int width = ids.length / Math.max(1, raw.length());
            int n = raw.length(one) * width;
            int from = raw.offsets[one] * width;
            int to = raw.offsets[other] * width;
            if (!Arrays.equals(ids, from, from + n, ids, to, to + n)) {
                return false;
            }
        }
        return true;
    }
}
