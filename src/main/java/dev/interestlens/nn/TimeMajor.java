package dev.interestlens.nn;

import java.util.Arrays;

/**
 * The readable steps of a batch, packed time-major: first the first step of every sample, then every second step, and so on, samples with more steps
 * first. A step that may not be read is left out. B places of the layout, P rows, T the most steps of a sample.
 */
public final class TimeMajor {
    private final long[] active;
    private final int[] position;
    private final int[] place;
    private final int[] next;
    private final int[] cell;
    private final int[] rowOfCell;
    private final int[] last;
    private final int steps;

    private TimeMajor(int[][] readable, int[] ranked) {
        int samples = readable.length;
        steps = samples == 0 ? 0 : readable[ranked[0]].length;
        int rows = Arrays.stream(readable).mapToInt(r -> r.length).sum();
        active = new long[steps];
        position = new int[rows];
        place = new int[rows];
        next = new int[rows];
        cell = new int[rows];
        rowOfCell = new int[samples * steps];
        last = new int[samples];
        Arrays.fill(rowOfCell, rows);
        Arrays.fill(last, rows);
        int row = 0;
        for (int t = 0; t < steps; t++) {
            int begin = row;
            for (int rank = 0; rank < samples && readable[ranked[rank]].length > t; rank++, row++) {
                int sample = ranked[rank];
                position[row] = readable[sample][t];
                place[row] = sample;
                cell[row] = sample * steps + t;
                rowOfCell[cell[row]] = row;
                last[sample] = row;
            }
            active[t] = (long) row - begin;
            for (int r = begin; r < row; r++) {
                next[r] = -1;
                if (t > 0) {
                    next[r - (int) active[t - 1]] = r;
                }
            }
        }
    }

    /** Of a layout, with what its mask hides left out. */
    public static TimeMajor of(RaggedBatch layout) {
        boolean[] all = new boolean[layout.samples()];
        Arrays.fill(all, true);
        return of(layout, all);
    }

    /** The same of some places; the others have no step. */
    public static TimeMajor of(RaggedBatch layout, boolean[] places) {
        int[] counts = new int[layout.samples()];
        for (int at = 0; at < layout.positions(); at++) {
            int sample = layout.sampleOf()[at];
            counts[sample] += places[sample] && layout.mask()[at] > 0 ? 1 : 0;
        }
        int[][] readable = new int[layout.samples()][];
        Arrays.setAll(readable, b -> new int[counts[b]]);
        int[] filled = new int[layout.samples()];
        for (int at = 0; at < layout.positions(); at++) {
            int sample = layout.sampleOf()[at];
            if (places[sample] && layout.mask()[at] > 0) {
                readable[sample][filled[sample]++] = at;
            }
        }
        return new TimeMajor(readable, ranked(counts));
    }

    /** Samples by falling count, ties in their own order. */
    private static int[] ranked(int[] counts) {
        long[] keys = new long[counts.length];
        for (int b = 0; b < keys.length; b++) {
            keys[b] = ((long) -counts[b] << 32) + b;
        }
        Arrays.sort(keys);
        int[] ranked = new int[keys.length];
        Arrays.setAll(ranked, i -> (int) keys[i]);
        return ranked;
    }

    /** P. */
    public int rows() {
        return position.length;
    }

    /** T. */
    public int steps() {
        return steps;
    }

    /** How many samples still have a step, for each step; not a copy. */
    public long[] active() {
        return active;
    }

    /** The position in the layout of each row; not a copy. */
    public int[] position() {
        return position;
    }

    /** The place in the layout of each row; not a copy. */
    public int[] place() {
        return place;
    }

    /** The row of the same sample's next step, or −1; not a copy. */
    public int[] next() {
        return next;
    }

    /** The cell of each row in a padded (B, T) matrix; not a copy. */
    public int[] cell() {
        return cell;
    }

    /** The row at each cell of a padded (B, T) matrix, or P where there is none; not a copy. */
    public int[] rowOfCell() {
        return rowOfCell;
    }

    /** The last row of each place, or P where it has none; not a copy. */
    public int[] last() {
        return last;
    }
}
