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
    private static final int HEAD = 1 << 12;

    private Compression() {}

    /** The bytes of the file, uncompressed where it is gzip, Zstandard or zip, and line by line where it is a JSON array. */
    static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return uncompressed(raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The same for a stream. */
    static InputStream uncompressed(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(4);
        byte[] head = in.readNBytes(4);
        in.reset();
        InputStream plain = in;
        if (Arrays.equals(head, ZSTANDARD)) {
            plain = new ZstdInputStream(in);
        } else if (ZipTable.is(head)) {
            plain = ZipTable.open(in);
        } else if (isGzip(head)) {
            plain = new GZIPInputStream(in, BUFFER);
        }
        return lines(plain);
    }

    private static InputStream lines(InputStream plain) throws IOException {
        BufferedInputStream in = new BufferedInputStream(plain, BUFFER);
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        return JsonArray.is(head) ? new JsonArray(in) : in;
    }

    /** Whether it is a zip archive. */
    static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ZipTable.is(in.readNBytes(4));
        }
    }

    /** Whether the bytes of {@link #open} differ from those on the disk. */
    static boolean isPacked(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] whole = in.readNBytes(HEAD);
            byte[] head = Arrays.copyOf(whole, Math.min(whole.length, ZSTANDARD.length));
            return isGzip(head) || Arrays.equals(head, ZSTANDARD) || ZipTable.is(head) || JsonArray.is(whole);
        }
    }

    private static boolean isGzip(byte[] head) {
        return head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B;
    }

    /** The name without the ending of an archive. */
    static String plainName(Path file) {
        return file.getFileName().toString().replaceFirst("(?i)\\.(gz|zst|zip)$", "");
    }

    static RuntimeException unreadable(Path file, IOException cause) {
        return Problem.badInput(Compression.class, "unreadable")
                .file(file)
                .with("reason", cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                .cause(cause)
                .exception();
    }
}
