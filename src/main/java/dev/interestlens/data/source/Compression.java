package dev.interestlens.data.source;

import com.github.luben.zstd.ZstdInputStream;
import dev.interestlens.store.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Reads files that may be compressed. */
final class Compression {

    private static final byte[] ZSTANDARD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
    private static final int BUFFER = 1 << 16;

    private Compression() {}

    /** The bytes of the file, uncompressed where it is gzip or Zstandard. */
    static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return uncompressed(raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The bytes of a stream, uncompressed where it is gzip or Zstandard. */
    static InputStream uncompressed(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(4);
        byte[] head = in.readNBytes(4);
        in.reset();
        if (Arrays.equals(head, ZSTANDARD)) {
            return new ZstdInputStream(in);
        }
        return isGzip(head) ? new GZIPInputStream(in, BUFFER) : in;
    }

    static boolean isCompressed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(ZSTANDARD.length);
            return isGzip(head) || Arrays.equals(head, ZSTANDARD);
        }
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B;
    }

    /** The name without the ending of an archive. */
    static String plainName(Path file) {
        return file.getFileName().toString().replaceFirst("(?i)\\.(gz|zst)$", "");
    }

    static RuntimeException unreadable(Path file, IOException cause) {
        return Problem.badInput(Compression.class, "unreadable")
                .file(file)
                .with("reason", cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                .cause(cause)
                .exception();
    }
}
