package dev.interestlens.nn;

import java.util.Arrays;

/**
 * The readable steps of a batch, packed time-major: first the first step of every sample, then every second step, and so on, samples with more steps
 * first. A step that may not be read is left out. B places of the layout, P rows, T the most steps of a sample. Arrays are not copies.
 *
 * @param steps T
 * @param active how many samples still have a step, for each step
 * @param position the position in the layout of each row
 * @param place the place in the layout of each row
 * @param next the row of the same sample's next step, or −1
 * @param cell the cell of each row in a padded (B, T) matrix
 * @param rowOfCell the row at each cell of a padded (B, T) matrix, or P where there is none
 * @param last the last row of each place, or P where it has none
 */
public record TimeMajor(
        int steps, long[] active, int[] position, int[] place, int[] next, int[] cell, int[] rowOfCell, int[] last) {
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
        return packed(readable, ranked(counts));
    }

    private static TimeMajor packed(int[][] readable, int[] ranked) {
        int samples = readable.length;
        int steps = samples == 0 ? 0 : readable[ranked[0]].length;
        int rows = Arrays.stream(readable).mapToInt(r -> r.length).sum();
        long[] active = new long[steps];
        int[] position = new int[rows];
        int[] place = new int[rows];
        int[] next = new int[rows];
        int[] cell = new int[rows];
        int[] rowOfCell = new int[samples * steps];
        int[] last = new int[samples];
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
        return new TimeMajor(steps, active, position, place, next, cell, rowOfCell, last);
    }

    /** Samples by falling count, ties in their own order. */
    private static int[] ranked(int[] counts) {
        long[] keys = new long[counts.length];
        Arrays.setAll(keys, b -> ((long) -counts[b] << 32) + b);
        Arrays.sort(keys);
        int[] ranked = new int[keys.length];
        Arrays.setAll(ranked, i -> (int) keys[i]);
        return ranked;
    }

    /** P. */
    public int rows() {
        return position.length;
    }
}
