package dev.interestlens.data.source;

import dev.interestlens.store.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads files that may be compressed. */
final class Compression {

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
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
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
