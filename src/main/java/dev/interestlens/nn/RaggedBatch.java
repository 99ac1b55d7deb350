package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The layout of a batch of histories: samples sorted by length, cut into groups of equal width, so that almost no work is spent on padding. A
 * <em>position</em> is a cell of that layout; positions run group by group, sample by sample, oldest behaviour first. One padded group in the
 * given order is the plain form. B samples, N positions, G groups.
 */
public final class RaggedBatch {
    private final int[] order;
    private final int[] lengths;
    private final int[] groupSizes;
    private final int[] groupLengths;
    private final int[] sampleOf;
    private final int[] stepOf;
    private final float[] mask;

    private RaggedBatch(int[] order, int[] lengths, int[] groupSizes, int[] groupLengths) {
        this.order = order;
        this.lengths = lengths;
        this.groupSizes = groupSizes;
        this.groupLengths = groupLengths;
        int positions = firstPosition(groupSizes.length);
        sampleOf = new int[positions];
        stepOf = new int[positions];
        mask = new float[positions];
        int at = 0;
        int sample = 0;
        for (int g = 0; g < groupSizes.length; g++) {
            for (int k = 0; k < groupSizes[g]; k++, sample++) {
                int length = lengths[order[sample]];
                for (int step = 0; step < groupLengths[g]; step++, at++) {
                    sampleOf[at] = sample;
                    stepOf[at] = step;
                    mask[at] = step < length ? 1 : 0;
                }
            }
        }
    }

    /** One group of the given width (at least 1), samples in their own order. */
    public static RaggedBatch padded(int[] lengths, int width) {
        int[] order = new int[lengths.length];
        Arrays.setAll(order, i -> i);
        return new RaggedBatch(order, lengths.clone(), new int[] {lengths.length}, new int[] {Math.max(1, width)});
    }

    /**
     * At most so many groups, with the least padded area; ties keep the given order.
     *
     * @param cost of one more group, in positions
     */
    public static RaggedBatch grouped(int[] lengths, int groups, int cost) {
        int longest = IntStream.of(lengths).reduce(1, Math::max);
        int[] count = new int[longest + 2];
        for (int length : lengths) {
            count[length]++;
        }
        int[] start = new int[longest + 1];
        int samples = 0;
        int kinds = 0;
        for (int length = longest; length >= 0; length--) {
            start[length] = samples;
            samples += count[length];
            kinds += count[length] > 0 ? 1 : 0;
        }
        int[] order = new int[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            order[start[lengths[i]]++] = i;
        }
        return cut(order, lengths.clone(), distinct(count, longest, kinds), groups, cost);
    }

    /** Distinct lengths, longest first, each with its number of samples. */
    private static int[][] distinct(int[] count, int longest, int kinds) {
        int[][] distinct = new int[2][kinds];
        int k = 0;
        for (int length = longest; length >= 0; length--) {
            if (count[length] > 0) {
                distinct[0][k] = Math.max(1, length);
                distinct[1][k++] = count[length];
            }
        }
        return distinct;
    }

    /** Dynamic programming: best[g][j] is the least area of the first j distinct lengths in g groups. */
    private static RaggedBatch cut(int[] order, int[] lengths, int[][] distinct, int limit, int cost) {
        int kinds = distinct[0].length;
        int[] before = new int[kinds + 1];
        for (int k = 0; k < kinds; k++) {
            before[k + 1] = before[k] + distinct[1][k];
        }
        int most = Math.min(limit, kinds);
        long[][] best = new long[most + 1][kinds + 1];
        int[][] from = new int[most + 1][kinds + 1];
        for (long[] row : best) {
            java.util.Arrays.fill(row, Long.MAX_VALUE / 2);
        }
        best[0][0] = 0;
        int chosen = 1;
        for (int g = 1; g <= most; g++) {
            for (int j = 1; j <= kinds; j++) {
                for (int i = 0; i < j; i++) {
                    long area = best[g - 1][i] + (long) (before[j] - before[i]) * distinct[0][i] + cost;
                    if (area < best[g][j]) {
                        best[g][j] = area;
                        from[g][j] = i;
                    }
                }
            }
            chosen = best[g][kinds] < best[chosen][kinds] ? g : chosen;
        }
        int[] sizes = new int[chosen];
        int[] widths = new int[chosen];
        for (int g = chosen, j = kinds; g >= 1; g--) {
            int i = from[g][j];
            sizes[g - 1] = before[j] - before[i];
            widths[g - 1] = distinct[0][i];
            j = i;
        }
        return new RaggedBatch(order, lengths, sizes, widths);
    }

    /** B. */
    public int samples() {
        return order.length;
    }

    /** N. */
    public int positions() {
        return sampleOf.length;
    }

    /** G. */
    public int groups() {
        return groupSizes.length;
    }

    public int groupSize(int group) {
        return groupSizes[group];
    }

    public int groupLength(int group) {
        return groupLengths[group];
    }

    /** The sample of the caller's batch that stands at a place of the layout. */
    public int sampleAt(int place) {
        return order[place];
    }

    /** The history length of the sample at a place of the layout. */
    public int lengthAt(int place) {
        return lengths[order[place]];
    }

    /** The place (0 … B−1 of the layout) of each position; not a copy. */
    public int[] sampleOf() {
        return sampleOf;
    }

    /** The step in its history of each position, oldest 0; not a copy. */
    public int[] stepOf() {
        return stepOf;
    }

    /** 1 where a position may be read; not a copy. To hide behaviours, set 0 before arrays are made from it. */
    public float[] mask() {
        return mask;
    }

    /** The first position of a group, among those of all groups. */
    public int firstPosition(int group) {
        return IntStream.range(0, group)
                .map(g -> groupSizes[g] * groupLengths[g])
                .sum();
    }

    /** What the mask of a group hides. */
    public MaskedSoftmax.Coverage coverage(int group) {
        int at = firstPosition(group);
        MaskedSoftmax.Coverage coverage = MaskedSoftmax.Coverage.FULL;
        for (int k = 0; k < groupSizes[group]; k++) {
            int readable = 0;
            for (int step = 0; step < groupLengths[group]; step++, at++) {
                readable += mask[at] > 0 ? 1 : 0;
            }
            if (readable == 0) {
                return MaskedSoftmax.Coverage.ANY;
            }
            coverage = readable < groupLengths[group] ? MaskedSoftmax.Coverage.PARTIAL : coverage;
        }
        return coverage;
    }

    /** Rows of positions as one array a group: (N, w) -> (b, L, w) each. */
    public NDArray[] groups(NDArray rows) {
        long width = rows.getShape().get(1);
        if (groupSizes.length == 1) {
            return new NDArray[] {Ops.view(rows, groupSizes[0], groupLengths[0], width)};
        }
        NDArray[] pieces = Ops.split(rows, 0, sizes());
        for (int g = 0; g < pieces.length; g++) {
            pieces[g] = Ops.view(pieces[g], groupSizes[g], groupLengths[g], width);
        }
        return pieces;
    }

    /** One number a position as one array a group: (N) -> (b, L) each. */
    public NDArray[] groupScalars(NDArray values) {
        NDArray[] pieces = groupSizes.length == 1 ? new NDArray[] {values} : Ops.split(values, 0, sizes());
        NDArray[] grouped = new NDArray[pieces.length];
        Arrays.setAll(grouped, g -> Ops.view(pieces[g], groupSizes[g], groupLengths[g]));
        return grouped;
    }

    /** Rows of places as one array a group: (B, w) -> (b, w) each. */
    public NDArray[] groupSamples(NDArray rows) {
        return groupSamples(rows, 1);
    }

    /** The same where every history has so many rows. */
    public NDArray[] groupSamples(NDArray rows, int each) {
        if (groupSizes.length == 1) {
            return new NDArray[] {rows};
        }
        long[] sizes = new long[groupSizes.length];
        Arrays.setAll(sizes, g -> (long) groupSizes[g] * each);
        return Ops.split(rows, 0, sizes);
    }

    private long[] sizes() {
        long[] sizes = new long[groupSizes.length];
        Arrays.setAll(sizes, g -> (long) groupSizes[g] * groupLengths[g]);
        return sizes;
    }

    /** The place of each position as an index array of shape (N). */
    public NDArray sampleIndex(Tensors tensors) {
        return tensors.longs(sampleOf, sampleOf.length);
    }
}
