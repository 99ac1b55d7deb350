package dev.interestlens.data.protocol;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A sparse table: for each item those that follow it, and how strongly.
 *
 * @param width the most of one item
 * @param ids of the items that follow, ascending behind zeros: item · width
 * @param values how strongly, 0 beside a zero
 */
public record NeighbourRows(int width, int[] ids, float[] values) {
    /** The sums of one row. */
    interface Row {
        /** Adds to the sums of items, and calls {@code touched} with each item whose sum may no longer be 0. */
        void add(int item, Sums sums);
    }

    /** The values of one row by item, and which of them were touched. */
    static final class Sums {
        private final float[] values;
        private final int[] touched;
        private final boolean[] known;
        private int count;

        Sums(int items) {
            values = new float[items];
            touched = new int[items];
            known = new boolean[items];
        }

        void add(int item, float value) {
            if (!known[item]) {
                known[item] = true;
                touched[count++] = item;
            }
            values[item] += value;
        }

        float value(int item) {
            return values[item];
        }

        void raise(double power) {
            for (int i = 0; power != 1 && i < count; i++) {
                values[touched[i]] = (float) Math.pow(values[touched[i]], power);
            }
        }

        int count() {
            return count;
        }

        int touched(int i) {
            return touched[i];
        }

        void clear() {
            for (int i = 0; i < count; i++) {
                values[touched[i]] = 0;
                known[touched[i]] = false;
            }
            count = 0;
        }
    }

    /**
     * Of all items, the largest absolute values of each.
     *
     * @param power to which a sum is taken
     * @param before factor of each item that is followed
     * @param after factor of each item that follows
     */
    static NeighbourRows of(int items, int width, Row row, double power, float[] before, float[] after) {
        int[] ids = new int[items * width];
        float[] values = new float[items * width];
        Sums sums = new Sums(items);
        long[] best = new long[4 * width];
        for (int item = 0; item < items; item++) {
            row.add(item, sums);
            sums.raise(power);
            int kept = largest(sums, width, best, after);
            int at = item * width + width - kept;
            for (int i = 0; i < kept; i++) {
                ids[at + i] = (int) best[i];
            }
            Arrays.sort(ids, at, at + kept);
            for (int i = at; i < at + kept; i++) {
                values[i] = sums.value(ids[i]) * before[item] * after[ids[i]];
            }
            sums.clear();
        }
        return new NeighbourRows(width, ids, values);
    }

    /** The bits of the absolute value, and the item below them: the first ones of {@code best} are the largest. */
    private static int largest(Sums sums, int width, long[] best, float[] after) {
        int count = 0;
        long least = 0;
        for (int i = 0; i < sums.count(); i++) {
            int item = sums.touched(i);
            float value = Math.abs(sums.value(item) * after[item]);
            long packed = (long) Float.floatToRawIntBits(value) << 32 | item;
            if (value > 0 && packed > least) {
                best[count++] = packed;
                if (count == best.length) {
                    count = cut(best, count, width);
                    least = best[width - 1];
                }
            }
        }
        return cut(best, count, width);
    }

    /** Leaves the largest ones first, the least of them last. */
    private static int cut(long[] best, int count, int width) {
        if (count <= width) {
            return count;
        }
        int from = 0;
        int to = count - 1;
        while (from < to) { // Hoare's selection
            long pivot = best[(from + to) >>> 1];
            int low = from;
            int high = to;
            while (low <= high) {
                while (best[low] > pivot) {
                    low++;
                }
                while (best[high] < pivot) {
                    high--;
                }
                if (low <= high) {
                    long swapped = best[low];
                    best[low++] = best[high];
                    best[high--] = swapped;
                }
            }
            if (high < width - 1) {
                from = low;
            }
            if (low > width - 1) {
                to = high;
            }
        }
        return width;
    }

    /** The sum of this table and a multiple of another of the same items: as many of one item as here, those with the largest absolute values. */
    NeighbourRows plus(NeighbourRows other, double times) {
        int items = ids.length / width;
        float[] even = new float[items];
        Arrays.fill(even, 1);
        Row both = (item, sums) -> {
            addTo(sums, item, 1);
            other.addTo(sums, item, (float) times);
        };
        return of(items, width, both, 1, even, even);
    }

    private void addTo(Sums sums, int item, float weight) {
        for (int at = (item + 1) * width - 1; at >= item * width && ids[at] != 0; at--) {
            sums.add(ids[at], weight * values[at]);
        }
    }

    /** How strongly one item follows another; 0 where the table does not hold it. */
    public float value(int before, int after) {
        int at = Arrays.binarySearch(ids, before * width, (before + 1) * width, after);
        return at < 0 || after == 0 ? 0 : values[at];
    }

    /** Adds a row, times a weight, to scores by the places of items; a place below 0 is left out. */
    void addTo(float[] scores, int before, float weight, IntUnaryOperator place) {
        for (int at = (before + 1) * width - 1; at >= before * width && ids[at] != 0; at--) {
            int to = place.applyAsInt(ids[at]);
            if (to >= 0) {
                scores[to] += weight * values[at];
            }
        }
    }
}
