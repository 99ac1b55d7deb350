package dev.interestlens.data.source;

import dev.interestlens.store.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads files that may be compressed. */
final class Compression {

    private static final byte[] ZSTANDARD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
    private static final int BUFFER = 1 << 16;

    private Compression() {}

    /** The bytes of the file, uncompressed where it is gzip. */
    static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return uncompressed(raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The bytes of a stream, uncompressed where it is gzip. */
    static InputStream uncompressed(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(4);
        byte[] head = in.readNBytes(4);
        in.reset();
        if (Arrays.equals(head, ZSTANDARD)) {
            throw new ZipException("Zstandard; unpack it first, for instance with zstd -d");
        }
        boolean gzip = head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B;
        return gzip ? new GZIPInputStream(in, BUFFER) : in;
    }

    static boolean isCompressed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0x1F && in.read() == 0x8B;
        }
    }

    static RuntimeException unreadable(Path file, IOException cause) {
        return Problem.badInput(Compression.class, "unreadable")
                .file(file)
                .with("reason", cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                .cause(cause)
                .exception();
    }
}
