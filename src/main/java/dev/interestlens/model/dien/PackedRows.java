package dev.interestlens.model.dien;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a layer of {@link FusedDien} in a batch, packed time-major. Arrays are not copies.
 *
 * @param active rows of each step
 * @param chunks the first step of each chunk, and the number of steps
 * @param largest rows of the largest chunk
 * @param previous the row of the step before for each row, or the number of rows where there is none
 */
record PackedRows(long[] active, long[] chunks, int largest, int[] previous) {
    /** Numbers in an array of a chunk: the ten arrays of the backward pass then stay in a cache of two megabytes. */
    private static final int CHUNK = 32_768;

    /**
     * The rows of histories with so many samples each.
     *
     * @param histories that still have a step, for each step
     * @param width of a row
     */
    static PackedRows of(long[] histories, int each, int width) {
        long[] active = Arrays.stream(histories).map(count -> count * each).toArray();
        int most = Math.max(1, CHUNK / width);
        List<Long> chunks = new ArrayList<>(List.of(0L));
        int size = 0;
        int largest = 0;
        for (int t = 0; t < active.length; t++) {
            if (size > 0 && size + active[t] > most) {
                chunks.add((long) t);
                size = 0;
            }
            size += (int) active[t];
            largest = Math.max(largest, size);
        }
        chunks.add((long) active.length);
        return new PackedRows(active, chunks.stream().mapToLong(Long::longValue).toArray(), largest, previous(active));
    }

    private static int[] previous(long[] active) {
        int[] previous = new int[(int) Arrays.stream(active).sum()];
        Arrays.fill(previous, previous.length);
        for (int t = 1, at = (int) active[0], before = 0; t < active.length; before += (int) active[t - 1], t++) {
            for (int i = 0; i < active[t]; i++) {
                previous[at++] = before + i;
            }
        }
        return previous;
    }
}
