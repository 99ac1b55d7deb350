package dev.interestlens.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * The bytes of an array of numbers, little-endian, converted piece by piece on request, so that an array of any size is written without a full copy.
 */
final class FloatParts extends AbstractList<ByteBuffer> implements RandomAccess {
    /** Numbers in a piece; 16 MB. */
    static final int PIECE = 1 << 22;

    private final float[] values;

    FloatParts(float[] values) {
        this.values = values;
    }

    @Override
    public ByteBuffer get(int index) {
        long first = (long) index * PIECE;
        return slice(first, (int) Math.min(PIECE, values.length - first));
    }

    @Override
    public int size() {
        return Math.max(1, (int) ((values.length + (long) PIECE - 1) / PIECE));
    }

    long bytes() {
        return 4L * values.length;
    }

    ByteBuffer slice(long first, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values, (int) first, count);
        return bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }
}
