package dev.interestlens.data;

import java.io.IOException;

/** Where the values of a column go, one after another, little-endian. */
public interface ColumnOutput extends AutoCloseable {

    void putInt(int value) throws IOException;

    void putLong(long value) throws IOException;

    void putFloat(float value) throws IOException;

    @Override
    void close() throws IOException;
}
