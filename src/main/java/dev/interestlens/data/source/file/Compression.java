package dev.interestlens.data.source.file;

import com.github.luben.zstd.ZstdInputStream;
import dev.interestlens.store.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Reads files that may be compressed. */
public final class Compression {

    private static final byte[] ZSTANDARD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
    private static final int BUFFER = 1 << 16;
    private static final int HEAD = 1 << 12;

    private Compression() {}

    /** A gzip archive that knows what stands behind its end. */
    static final class Gzip extends GZIPInputStream {
        private static final int TRAILER = 8;
        private final InputStream packed;
        private boolean ended;

        private Gzip(InputStream packed) throws IOException {
            super(packed, BUFFER);
            this.packed = packed;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            ended |= n < 0;
            return n;
        }

        /** Number of bytes behind the end of a stream, where it was read to its end; zeros that fill a block do not count. */
        static long behind(InputStream unpacked) throws IOException {
            return unpacked instanceof Gzip gzip ? gzip.behind() : 0;
        }

        private long behind() throws IOException {
            if (!ended) {
                return 0;
            }
            int unread = Math.max(0, inf.getRemaining() - TRAILER);
            boolean zeros = true;
            for (int k = len - unread; k < len; k++) {
                zeros &= buf[k] == 0;
            }
            long further = packed.transferTo(OutputStream.nullOutputStream());
            return zeros && further == 0 ? 0 : unread + further;
        }
    }

    /** How DuckDB calls the compression of a file. */
    public static String method(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(ZSTANDARD.length);
            return isGzip(head) ? "gzip" : Arrays.equals(head, ZSTANDARD) ? "zstd" : "none";
        }
    }

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
        return lines(unpacked(raw));
    }

    /** The same without a change of JSON. */
    static InputStream unpacked(InputStream raw) throws IOException {
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
            plain = new Gzip(in);
        }
        return plain;
    }

    /** The same, line by line where it is a JSON array. */
    static InputStream lines(InputStream plain) throws IOException {
        BufferedInputStream in = new BufferedInputStream(plain, BUFFER);
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        return JsonArray.is(head) ? new JsonArray(in) : in;
    }

    /** Whether it is a zip archive. */
    public static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ZipTable.is(in.readNBytes(4));
        }
    }

    /** Whether the bytes of {@link #open} differ from those on the disk. */
    public static boolean isPacked(Path file) throws IOException {
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
    public static String plainName(Path file) {
        return file.getFileName().toString().replaceFirst("(?i)\\.(gz|zst|zip)$", "");
    }

    public static RuntimeException unreadable(Path file, IOException cause) {
        return Problem.badInput(Compression.class, "unreadable", file)
                .with("reason", cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                .exception(cause);
    }
}
