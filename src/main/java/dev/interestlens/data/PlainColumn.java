package dev.interestlens.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A part of a column in a file of its own, to be joined with others later; without checksums. */
public final class PlainColumn extends ColumnOutput {

    private static final int BUFFER = 1 << 18;

    private final FileChannel file;

    /** @param path of a file that does not exist yet */
    public PlainColumn(Path path) throws IOException {
        super(BUFFER);
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    void flush() throws IOException {
        block.flip();
        while (block.hasRemaining()) {
            file.write(block);
        }
        block.clear();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }
}
