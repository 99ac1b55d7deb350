package dev.interestlens.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes arrays on one device from Java arrays. Closing it frees whatever of its arrays is still open. Not for use by two threads at a time.
 */
public final class Tensors implements AutoCloseable {
    private static final int MIN = 256;
    private static final int ALIGNMENT = 64;

    private final NDManager manager;
    private final Map<Integer, Deque<ByteBuffer>> free = new HashMap<>();
    private final List<ByteBuffer> lent = new ArrayList<>();
    private boolean pooled;

    public Tensors(Device device) {
        manager = PyTorch.manager(device);
    }

    public static Tensors onCpu() {
        return new Tensors(Device.cpu());
    }

    NDManager manager() {
        return manager;
    }

    /** Bytes of all arrays that are open, views of others counted as if they were copies. */
    public long openBytes() {
        return manager.getManagedArrays().stream()
                .mapToLong(
                        array -> array.getShape().size() * array.getDataType().getNumOfBytes())
                .sum();
    }

    public Device device() {
        return manager.getDevice();
    }

    public NDArray floats(float[] values, long... shape) {
        return floats(values, Math.toIntExact(new Shape(shape).size()), DataType.FLOAT32, shape);
    }

    /** The first values of an array, as F32 or F64. */
    public NDArray floats(float[] values, int count, DataType type, long... shape) {
        if (type == DataType.FLOAT64) {
            ByteBuffer bytes = direct(8L * count);
            for (int i = 0; i < count; i++) {
                bytes.putDouble(8 * i, values[i]);
            }
            return manager.create(bytes, new Shape(shape), DataType.FLOAT64);
        }
        ByteBuffer bytes = direct(4L * count);
        FloatBuffer view = bytes.asFloatBuffer();
        view.put(values, 0, count);
        return manager.create(bytes, new Shape(shape), DataType.FLOAT32);
    }

    public NDArray doubles(double[] values, long... shape) {
        ByteBuffer bytes = direct(8L * values.length);
        bytes.asDoubleBuffer().put(values);
        return manager.create(bytes, new Shape(shape), DataType.FLOAT64);
    }

    /** The first indices of an array as I64, which the engine requires; shape (count). */
    public NDArray longs(int[] values, int count) {
        ByteBuffer bytes = direct(8L * count);
        LongBuffer view = bytes.asLongBuffer();
        for (int i = 0; i < count; i++) {
            view.put(i, values[i]);
        }
        return manager.create(bytes, new Shape(count), DataType.INT64);
    }

    /** All of an index array, shape (n). */
    public NDArray longs(int[] values) {
        return longs(values, values.length);
    }

    /** Numbers as F32 that are written by their bits. */
    NDArray floatBits(Consumer<IntBuffer> bits, long... shape) {
        Shape of = new Shape(shape);
        ByteBuffer bytes = direct(4 * of.size());
        bits.accept(bytes.asIntBuffer());
        return manager.create(bytes, of, DataType.FLOAT32);
    }

    /** Replaces the values of an array of F32, in its own memory where that can be reached. */
    static void write(float[] values, NDArray into) {
        if (into.getDevice().isGpu()) {
            try (NDArray fresh = into.getManager().create(values, into.getShape())) {
                fresh.copyTo(into);
            }
        } else {
            into.toByteBuffer(true).asFloatBuffer().put(values);
        }
    }

    /** Whole numbers of any size. */
    public NDArray longs(long[] values, long... shape) {
        return manager.create(values, new Shape(shape));
    }

    public NDArray zeros(DataType type, long... shape) {
        return manager.zeros(new Shape(shape), type);
    }

    /** An array that outlives all steps, with memory of its own even while memory is pooled. The caller closes it, or it is closed with this. */
    public NDArray constant(float[] values, long... shape) {
        boolean before = pooled;
        pooled = false;
        try {
            return keep(floats(values, shape));
        } finally {
            pooled = before;
        }
    }

    /** Runs work in a scope of its own: what it made is closed afterwards, unless it was kept. So the result holds no other array. */
    public static <T> T scoped(Supplier<T> work) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return work.get();
        }
    }

    /**
     * Lets an array that the engine computed, or a view of one, outlive the open scope: the caller closes it, or it is closed with this. Not for
     * arrays made from Java numbers while memory is pooled; see {@link #constant}.
     */
    public static NDArray keep(NDArray array) {
        NDScope.unregister(array);
        return array;
    }

    /**
     * Arrays that are made from now on until {@link #recycle} share memory that is reused afterwards: none of them may be used after that. Otherwise
     * direct memory, which only a garbage collection frees, would grow with every step.
     */
    public void pool() {
        pooled = true;
    }

    /** Ends what {@link #pool} began. */
    public void recycle() {
        pooled = false;
        for (ByteBuffer buffer : lent) {
            free.get(buffer.capacity()).push(buffer);
        }
        lent.clear();
    }

    /**
     * Direct memory in the machine's byte order; an array made of it shares it on a CPU. It is aligned as the engine's own is: matrix products may
     * sum in another order where it is not, and a resumed run would then differ in its last bits.
     */
    private ByteBuffer direct(long bytes) {
        int size = Math.toIntExact(bytes);
        int capacity = pooled ? Integer.highestOneBit(Math.max(MIN, size - 1)) << 1 : size;
        if (!pooled || capacity <= 0) {
            return aligned(size).limit(size);
        }
        ByteBuffer buffer =
                free.computeIfAbsent(capacity, c -> new ArrayDeque<>()).poll();
        if (buffer == null) {
            buffer = aligned(capacity);
        }
        lent.add(buffer);
        return buffer.clear().limit(size);
    }

    private static ByteBuffer aligned(int size) {
        int whole = Math.addExact(size, ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return ByteBuffer.allocateDirect(whole + ALIGNMENT)
                .alignedSlice(ALIGNMENT)
                .slice(0, whole)
                .order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        manager.close();
    }
}
