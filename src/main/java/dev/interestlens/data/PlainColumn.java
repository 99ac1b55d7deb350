package dev.interestlens.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A part of a column in a file of its own, to be joined with others later; without checksums. */
public final class PlainColumn implements ColumnOutput {

    private static final int BUFFER = 1 << 18;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    /** @param path of a file that does not exist yet */
    public PlainColumn(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void putInt(int value) throws IOException {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    @Override
    public void putLong(long value) throws IOException {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    @Override
    public void putFloat(float value) throws IOException {
        room(Float.BYTES);
        buffer.putFloat(value);
    }

    private void room(int needed) throws IOException {
        if (buffer.remaining() < needed) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }
}
