package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.nn.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * The arrays that the kernels write to, reused from step to step: allocating them would take as long as the arithmetic. C width of an item, H units.
 */
final class KernelSpace implements AutoCloseable {
    /** Some more rows than needed, so that batches of similar size share a space. */
    private static final double SPARE = 1.1;

    private final List<NDArray> all = new ArrayList<>();
    private final Tensors tensors;
    private final Room room;
    private final NDArray[] first;
    private final NDArray[] second;
    private final NDArray[] pairs;
    private final NDArray[] shared;

    /**
     * How much there must be room for.
     *
     * @param read R, packed steps of the first layer
     * @param rows P, those of the second
     * @param chunk rows of the largest chunk
     * @param negatives K
     * @param training whether there is a backward pass
     */
    record Room(int read, int rows, int chunk, int negatives, boolean training) {
        private Room withSpare() {
            return new Room((int) (SPARE * read), (int) (SPARE * rows), (int) (SPARE * chunk), negatives, training);
        }

        private boolean holds(Room other) {
            return other.read <= read
                    && other.rows <= rows
                    && other.chunk <= chunk
                    && other.negatives <= negatives
                    && (training || !other.training);
        }

        /** Rows of the arrays for the backward pass. */
        private int back(int rows) {
            return training ? rows : 0;
        }
    }

    KernelSpace(Tensors tensors, Room atLeast, int c, int h) {
        this.tensors = tensors;
        room = atLeast.withSpare();
        int k = room.negatives();
        int paired = k > 0 ? room.back(room.read()) : 0;
        first = layer(room.read(), c, h);
        second = layer(room.rows(), h, h);
        pairs = new NDArray[] {
            zeros(paired, 1),
            zeros(k, paired, 1),
            zeros(paired, h),
            zeros(paired, c),
            zeros(paired, c),
            zeros(paired, c),
            zeros(paired, c)
        };
        shared = new NDArray[] {constant(new float[] {-1}, 1), zeros(room.chunk(), 3L * h)};
    }

    /** As the kernels have it; the fourth array is what the first layer reads, and what the second writes. */
    private NDArray[] layer(int rows, int width, int h) {
        int chunk = room.back(room.chunk());
        return new NDArray[] {
            zeros(rows, 3L * h),
            zeros(rows, h),
            zeros(rows + 1L, h),
            zeros(rows, width),
            zeros(room.back(rows + 1), h),
            zeros(chunk, 4L * h),
            zeros(chunk, h),
            zeros(chunk, h)
        };
    }

    private NDArray zeros(long... shape) {
        NDArray array = Tensors.keep(tensors.zeros(DataType.FLOAT32, shape));
        all.add(array);
        return array;
    }

    private NDArray constant(float[] values, long... shape) {
        NDArray array = tensors.constant(values, shape);
        all.add(array);
        return array;
    }

    boolean holds(Room other) {
        return room.holds(other);
    }

    /** Of the first recurrent layer. */
    NDArray[] first() {
        return first;
    }

    /** Of the second. */
    NDArray[] second() {
        return second;
    }

    /** Of the auxiliary loss. */
    NDArray[] pairs() {
        return pairs;
    }

    /** −1, and what samples read that share a history. */
    NDArray[] shared() {
        return shared;
    }

    @Override
    public void close() {
        all.forEach(NDArray::close);
    }
}
