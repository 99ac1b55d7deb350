package dev.interestlens.data;

import java.io.IOException;

/** Takes the values of a column one after another and writes them little-endian. */
public interface ColumnOutput extends AutoCloseable {

    void putInt(int value) throws IOException;

    void putLong(long value) throws IOException;

    void putFloat(float value) throws IOException;

    @Override
    void close() throws IOException;
}
