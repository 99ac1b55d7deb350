package dev.interestlens.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Numbers with a shape, row-major, little-endian, in one buffer or, beyond 2 GB, in several.
 *
 * @param shape empty for a scalar
 * @param parts the bytes in order, none ending inside an element; never changed, but those of {@link #view} follow their array
 */
public record Tensor(DType dtype, long[] shape, List<ByteBuffer> parts) {

    public Tensor {
        shape = shape.clone();
        long bytes = 0;
        if (parts instanceof FloatParts floats) {
            bytes = floats.bytes();
        } else {
            parts = parts.stream()
                    .map(part -> part.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN))
                    .toList();
            for (ByteBuffer part : parts) {
                if (part.capacity() % dtype.size() != 0) {
                    throw new IllegalArgumentException("a part ends inside an element");
                }
                bytes += part.capacity();
            }
        }
        if (bytes != Math.multiplyExact(elements(shape), dtype.size())) {
            throw new IllegalArgumentException(
                    bytes + " bytes do not fill the shape " + Arrays.toString(shape) + " of " + dtype);
        }
    }

    /** Of one buffer, of which the remaining bytes count. */
    public Tensor(DType dtype, long[] shape, ByteBuffer data) {
        this(dtype, shape, List.of(data));
    }

    /** Numbers that stay where they are, of up to 8 GB: to be written or read before they change. */
    public static Tensor view(float[] values, long... shape) {
        return new Tensor(DType.F32, shape, new FloatParts(values));
    }

    public static Tensor of(float[] values, long... shape) {
        ByteBuffer data = room(values.length, DType.F32);
        data.asFloatBuffer().put(values);
        return new Tensor(DType.F32, shape, data);
    }

    public static Tensor of(double[] values, long... shape) {
        ByteBuffer data = room(values.length, DType.F64);
        data.asDoubleBuffer().put(values);
        return new Tensor(DType.F64, shape, data);
    }

    public static Tensor of(long[] values, long... shape) {
        ByteBuffer data = room(values.length, DType.I64);
        data.asLongBuffer().put(values);
        return new Tensor(DType.I64, shape, data);
    }

    public static Tensor of(int[] values, long... shape) {
        ByteBuffer data = room(values.length, DType.I32);
        data.asIntBuffer().put(values);
        return new Tensor(DType.I32, shape, data);
    }

    public static Tensor of(byte[] values, long... shape) {
        return new Tensor(DType.U8, shape, ByteBuffer.wrap(values.clone()));
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    public long elements() {
        return elements(shape);
    }

    public long bytes() {
        return elements() * dtype.size();
    }

    /** All bytes, little-endian; only of a tensor in one part (of up to 2 GB). */
    public ByteBuffer data() {
        if (parts.size() == 1) {
            return parts.get(0).duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }
        return slice(0, Math.toIntExact(elements()));
    }

    /** Some of its first axis: a view where {@link #slice} gives one. */
    public Tensor rows(int from, int to) {
        long[] some = shape.clone();
        int width = Math.toIntExact(elements() / shape[0]);
        some[0] = (long) to - from;
        return new Tensor(dtype, some, slice((long) from * width, (to - from) * width));
    }

    /**
     * A run of elements, little-endian: a view, copied only where it crosses from one part into the next.
     *
     * @param first index of the first element, row-major
     */
    public ByteBuffer slice(long first, int count) {
        Objects.checkFromIndexSize(first, count, elements());
        if (parts instanceof FloatParts floats) {
            return floats.slice(first, count);
        }
        long from = first * dtype.size();
        int length = Math.multiplyExact(count, dtype.size());
        ByteBuffer copy = null;
        for (ByteBuffer part : parts) {
            if (from >= part.capacity()) {
                from -= part.capacity();
                continue;
            }
            int here = (int) Math.min(part.capacity() - from, copy == null ? length : copy.remaining());
            ByteBuffer piece = part.slice((int) from, here);
            if (copy == null && here == length) {
                return piece.order(ByteOrder.LITTLE_ENDIAN);
            }
            copy = copy == null ? ByteBuffer.allocate(length) : copy;
            copy.put(piece);
            if (!copy.hasRemaining()) {
                return copy.flip().order(ByteOrder.LITTLE_ENDIAN);
            }
            from = 0;
        }
        return ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All values of a tensor of type F32. */
    public float[] floats() {
        require(DType.F32);
        float[] values = new float[Math.toIntExact(elements())];
        read(values);
        return values;
    }

    /** Copies all values of a tensor of type F32 to the beginning of an array, part by part. */
    public void read(float[] target) {
        require(DType.F32);
        int at = 0;
        for (ByteBuffer part : parts) {
            FloatBuffer floats =
                    part.duplicate().order(ByteOrder.LITTLE_ENDIAN).rewind().asFloatBuffer();
            int count = floats.remaining();
            floats.get(target, at, count);
            at += count;
        }
    }

    /** All values of a tensor of type F64, or F32 widened. */
    public double[] doubles() {
        double[] values = new double[Math.toIntExact(elements())];
        if (dtype == DType.F32) {
            float[] narrow = floats();
            Arrays.setAll(values, i -> narrow[i]);
        } else {
            require(DType.F64);
            data().asDoubleBuffer().get(values);
        }
        return values;
    }

    /** All values of a tensor of type I64, or I32 widened. */
    public long[] longs() {
        long[] values = new long[Math.toIntExact(elements())];
        if (dtype == DType.I32) {
            int[] narrow = ints();
            Arrays.setAll(values, i -> narrow[i]);
        } else {
            require(DType.I64);
            data().asLongBuffer().get(values);
        }
        return values;
    }

    /** All values of a tensor of type I32. */
    public int[] ints() {
        require(DType.I32);
        int[] values = new int[Math.toIntExact(elements())];
        data().asIntBuffer().get(values);
        return values;
    }

    /** Whether all values of a tensor of type F32 are. */
    public boolean isFinite() {
        int step = 1 << 20;
        for (long first = 0; first < elements(); first += step) {
            FloatBuffer part =
                    slice(first, (int) Math.min(step, elements() - first)).asFloatBuffer();
            while (part.hasRemaining()) {
                if (!Float.isFinite(part.get())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Equal where type, shape and bytes are. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Tensor that) || dtype != that.dtype || !Arrays.equals(shape, that.shape)) {
            return false;
        }
        int step = 1 << 24;
        for (long first = 0; first < elements(); first += step) {
            int count = (int) Math.min(step, elements() - first);
            if (!slice(first, count).equals(that.slice(first, count))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * dtype.hashCode() + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return dtype + Arrays.toString(shape);
    }

    /** The product, checked against overflow. */
    static long elements(long[] shape) {
        long count = 1;
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("negative size in " + Arrays.toString(shape));
            }
            count = Math.multiplyExact(count, size);
        }
        return count;
    }

    private static ByteBuffer room(int count, DType dtype) {
        return ByteBuffer.allocate(Math.multiplyExact(count, dtype.size())).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void require(DType wanted) {
        if (dtype != wanted) {
            throw new IllegalStateException("a tensor of " + dtype + " read as " + wanted);
        }
    }
}
