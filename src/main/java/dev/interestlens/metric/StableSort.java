package dev.interestlens.metric;

import java.util.function.IntBinaryOperator;

/** A stable sort of indices without boxing, for millions of samples. */
final class StableSort {
    private StableSort() {}

    /**
     * Sorts in place, bottom-up.
     *
     * @param order compares two indices: negative, zero, positive
     */
    static int[] sort(int[] indices, IntBinaryOperator order) {
        int[] from = indices;
        int[] to = new int[indices.length];
        for (int width = 1; width < indices.length; width *= 2) {
            for (int start = 0; start < indices.length; start += 2 * width) {
                merge(
                        from,
                        to,
                        start,
                        Math.min(start + width, from.length),
                        Math.min(start + 2 * width, from.length),
                        order);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        if (from != indices) {
            System.arraycopy(from, 0, indices, 0, indices.length);
        }
        return indices;
    }

    private static void merge(int[] from, int[] to, int start, int middle, int end, IntBinaryOperator order) {
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean takeLeft = right == end || left < middle && order.applyAsInt(from[left], from[right]) <= 0;
            to[at] = takeLeft ? from[left++] : from[right++];
        }
    }
}
