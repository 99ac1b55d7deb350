package dev.interestlens.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Takes the values of a column one after another and writes them little-endian, a block at a time. */
public abstract class ColumnOutput implements AutoCloseable {
    final ByteBuffer block;

    ColumnOutput(int blockBytes) {
        block = ByteBuffer.allocate(blockBytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    public final void putInt(int value) throws IOException {
        room(Integer.BYTES);
        block.putInt(value);
    }

    public final void putLong(long value) throws IOException {
        room(Long.BYTES);
        block.putLong(value);
    }

    public final void putFloat(float value) throws IOException {
        room(Float.BYTES);
        block.putFloat(value);
    }

    // Every column holds values of one size that divides a block, so that a value never straddles two blocks.
    final void room(int needed) throws IOException {
        if (block.remaining() < needed) {
            flush();
        }
    }

    /** Writes the block and begins the next. */
    abstract void flush() throws IOException;

    @Override
    public abstract void close() throws IOException;
}
