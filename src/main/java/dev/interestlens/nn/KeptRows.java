package dev.interestlens.nn;

import ai.djl.ndarray.NDArray;
import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What a function gives for each row, kept from one array to the next: a row that comes again is not computed again. Holds those that were used last.
 * Each row is computed by itself, so that the others never change a digit. L rows of W numbers, n numbers for each.
 */
public final class KeptRows implements AutoCloseable {
    private final UnaryOperator<NDArray> function;
    private final Map<IntBuffer, NDArray> kept; // by the bits of the row, each (1, n)

    /**
     * @param max how many rows are kept, at least those of one array
     * @param function (1, W) -> n numbers, in any shape
     */
    public KeptRows(long max, UnaryOperator<NDArray> function) {
        this.function = function;
        this.kept = new LinkedHashMap<>(16, .75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<IntBuffer, NDArray> eldest) {
                boolean full = size() > max;
                if (full) {
                    eldest.getValue().close();
                }
                return full;
            }
        };
    }

    /**
     * (L, W), L at least 1 -> (L, n).
     *
     * @param interrupted asked before each row that is computed
     * @return null where it was interrupted
     */
    public NDArray of(NDArray rows, BooleanSupplier interrupted) {
        NDArray[] all = new NDArray[(int) rows.getShape().get(0)];
        float[] numbers = rows.toFloatArray();
        int width = numbers.length / all.length;
        for (int at = 0; at < all.length; at++) {
            int from = at * width;
            IntBuffer key = IntBuffer.wrap(IntStream.range(from, from + width)
                    .map(i -> Float.floatToRawIntBits(numbers[i]))
                    .toArray());
            all[at] = kept.get(key);
            if (all[at] == null) {
                if (interrupted.getAsBoolean()) {
                    return null;
                }
                all[at] = computed(Ops.slice(rows, 0, at, at + 1L));
                kept.put(key, all[at]);
            }
        }
        return Ops.concat(0, all);
    }

    private NDArray computed(NDArray row) {
        return Tensors.scoped(() -> Tensors.keep(Ops.view(function.apply(row), 1, -1)));
    }

    @Override
    public void close() {
        kept.values().forEach(NDArray::close);
    }
}
