package dev.interestlens.data.source.file;

import dev.interestlens.data.DatasetInfo.SourceFile;
import dev.interestlens.data.source.ImportCancelled;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.encoding.EncodingGuess;
import dev.interestlens.data.source.encoding.Encodings;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text file that was scanned completely and is readable for DuckDB as plain UTF-8.
 *
 * @param head how it is cut
 * @param readable the file itself, or a copy in UTF-8 without compression in the working folder
 * @param scan result of the scan, with the positions of records
 * @param source its name, size and sum
 */
public record TextTable(TextHead head, Path readable, ScanSummary scan, SourceFile source) {
    /** A missing value or, among codes of two capital letters, one of these. */
    public static final String NA = "NA";

    /** Texts that programs write for a missing value. */
    public static final Set<String> MISSING = Set.of("NULL", "null", "None", "nan", "NaN", NA, "N/A", "\\N");

    private static final int PIECE = 1 << 18;
    private static final Logger LOG = LoggerFactory.getLogger(TextTable.class);

    /** What is read behind the first byte beyond ASCII to guess the character set of a file that begins with ASCII. */
    private static final int LATE = 8 << 20;

    /**
     * Scans the file; fails at an unclosed quote or a damaged archive, and asks where the character set is in doubt.
     *
     * @param guessed whether another character set may be tried, where the beginning of the file was ASCII and a later character is not UTF-8
     */
    public static TextTable of(TextHead head, boolean guessed, Path work, Progress progress, double from, double to) {
        head.encoding().requireSure(head.file());
        try {
            return of(head, work, progress, from, to);
        } catch (NotUtf8 e) {
            if (!guessed || !e.onlyAscii()) {
                throw e.problem(head);
            }
            return inAnother(head, e, work, progress);
        }
    }

    private static TextTable inAnother(TextHead head, NotUtf8 failed, Path work, Progress progress) {
        EncodingGuess guess = Encodings.guess(List.of(late(head.file(), failed.before)));
        if (guess.readings().isEmpty()) {
            throw failed.problem(head);
        }
        TextHead other = head.in(guess.requireSure(head.file()));
        try {
            return of(other, work, progress, 0, 1);
        } catch (NotUtf8 next) {
            throw next.problem(other);
        }
    }

    private static byte[] late(Path file, long before) {
        try (InputStream in = Compression.open(file)) {
            in.skipNBytes(before);
            byte[] bytes = in.readNBytes(LATE);
            return bytes.length < LATE ? bytes : Encodings.untilLine(bytes);
        } catch (IOException e) {
            throw Compression.unreadable(file, e);
        }
    }

    /** Bytes that are not text in the character set of a file. */
    private static final class NotUtf8 extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final long line;
        private final long before;
        private final boolean onlyAscii;

        /** @param before bytes of the text in pieces before the one that holds it */
        NotUtf8(long line, long before, boolean onlyAscii) {
            this.line = line;
            this.before = before;
            this.onlyAscii = onlyAscii;
        }

        boolean onlyAscii() {
            return onlyAscii;
        }

        ProblemException problem(TextHead head) {
            return Problem.badInput(TextTable.class, "encoding", head.file())
                    .line(line)
                    .exception("encoding", head.charset());
        }
    }

    private static TextTable of(TextHead head, Path work, Progress progress, double from, double to) {
        Path copy = copy(head, work);
        try {
            if (head.kind() == FileKind.PARQUET) {
                return parquet(head);
            }
            TextTable table = read(head, false, plain(head) ? null : copy, progress, from, to);
            return table.scan.ends().mixed() ? read(head, false, copy, progress, from, to) : table;
        } catch (UnclosedQuoteFinder.LateQuote e) {
            LOG.debug("{} has its first quote in line {}", head.file(), e.line());
            return of(head.withSeenQuote(), work, progress, from, to);
        } catch (IOException e) {
            throw Compression.unreadable(head.file(), e);
        }
    }

    /** Scans a part of a text, which is the file of the head and begins and ends with a record; fails where quotes come late. */
    public static ScanSummary part(TextHead head) throws IOException {
        try {
            return read(head, true, null, Progress.none(), 0, 1).scan;
        } catch (UnclosedQuoteFinder.LateQuote e) {
            throw Problem.badInput(TextTable.class, "lateQuote", head.file())
                    .line(e.line())
                    .exception(e);
        } catch (NotUtf8 e) {
            throw e.problem(head);
        }
    }

    /**
     * A file, or such a part of one, whose scan is known already.
     *
     * @param work for a copy, where DuckDB cannot read the file itself
     */
    public static TextTable known(TextHead head, boolean part, ScanSummary whole, Path work) {
        try {
            if (head.kind() == FileKind.PARQUET || !whole.ends().mixed() && (part || plain(head))) {
                return new TextTable(head, head.file(), whole, new SourceFile("", 0, ""));
            }
            return read(head.withSeenQuote(), part, copy(head, work), Progress.none(), 0, 1);
        } catch (NotUtf8 e) {
            throw e.problem(head);
        } catch (IOException e) {
            throw Compression.unreadable(head.file(), e);
        }
    }

    /** Whether DuckDB can read the file itself. */
    public static boolean plain(TextHead head) throws IOException {
        return head.isUtf8() && !Compression.isPacked(head.file()) && head.kind() != FileKind.PYTHON_LINES;
    }

    private static Path copy(TextHead head, Path work) {
        return work.resolve("text-" + Integer.toHexString(head.file().hashCode()) + ".txt");
    }

    // DuckDB checks a Parquet file by itself; there are no lines to follow.
    private static TextTable parquet(TextHead head) throws IOException {
        Path file = head.file();
        SourceFile source = new SourceFile(file.getFileName().toString(), Files.size(file), Sha256.of(file));
        return new TextTable(head, file, ScanSummary.EMPTY, source);
    }

    /** What may stand around its values. */
    public Trim around() {
        if (head.kind() != FileKind.TABLE || scan.wide()) {
            return Trim.ALL;
        }
        return scan.spaces() ? Trim.SPACES : Trim.NOTHING;
    }

    /** Whether there may be zero bytes in its values. */
    public boolean zeros() {
        return head.kind() != FileKind.TABLE || scan.zeros() > 0;
    }

    // The first bytes of a part are not tested for compression or a byte order mark.
    private static TextTable read(TextHead head, boolean part, Path copy, Progress progress, double from, double to)
            throws IOException {
        UnclosedQuoteFinder scan = new UnclosedQuoteFinder(head.file(), head.dialect());
        Sha256 sum = new Sha256();
        long size = Files.size(head.file());
        long[] bytes = new long[1];
        long behind;
        try (InputStream raw = new Summing(Files.newInputStream(head.file()), sum, bytes);
                InputStream unpacked = part ? raw : Compression.unpacked(raw);
                InputStream in = part ? raw : Compression.lines(unpacked);
                OutputStream out = copy == null ? OutputStream.nullOutputStream() : Files.newOutputStream(copy)) {
            Utf8 utf8 = new Utf8(head, scan, copy == null ? null : out);
            byte[] piece = new byte[PIECE];
            for (int n = in.readNBytes(piece, 0, PIECE); n > 0; n = in.readNBytes(piece, 0, PIECE)) {
                ImportCancelled.check(progress);
                progress.at("scan", from + (to - from) * bytes[0] / Math.max(1, size));
                utf8.take(piece, n);
            }
            utf8.end();
            behind = Compression.Gzip.behind(unpacked);
            raw.transferTo(OutputStream.nullOutputStream());
        }
        Path name = head.file().getFileName();
        return new TextTable(
                head,
                copy == null ? head.file() : copy,
                scan.summary().withBehind(behind),
                new SourceFile(name.toString(), bytes[0], sum.hex()));
    }

    /** Computes the checksum of the bytes on the disk. */
    private static final class Summing extends FilterInputStream {
        private final Sha256 sum;
        private final long[] bytes;

        Summing(InputStream in, Sha256 sum, long[] bytes) {
            super(in);
            this.sum = sum;
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            if (n > 0) {
                sum.update(target, offset, n);
                bytes[0] += n;
            }
            return n;
        }
    }

    /** Turns bytes of any character set into UTF-8, with every line ending in a line feed where a copy is written. */
    private static final class Utf8 {
        private static final VarHandle LONGS =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
        private static final long NOT_ASCII = 0x8080808080808080L;

        private final TextHead head;
        private final UnclosedQuoteFinder scan;
        private final OutputStream copy;
        private final CharsetDecoder decoder;
        private final CharBuffer chars = CharBuffer.allocate(PIECE);
        private ByteBuffer rest = ByteBuffer.allocate(0);
        private boolean atStart = true;
        private boolean onlyAscii = true;
        private long taken;
        private boolean afterReturn;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Utf8(TextHead head, UnclosedQuoteFinder scan, OutputStream copy) {
            this.head = head;
            this.scan = scan;
            this.copy = copy;
            this.decoder = head.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        void take(byte[] piece, int length) throws IOException {
            int skip = atStart ? Encodings.markLength(piece) : 0;
            atStart = false;
            if (head.isUtf8() && !rest.hasRemaining() && isAscii(piece, length)) {
                pass(piece, skip, length - skip);
                taken += length;
                return;
            }
            boolean ascii = onlyAscii && isAscii(piece, length);
            ByteBuffer in = ByteBuffer.allocate(rest.remaining() + length - skip);
            in.put(rest).put(piece, skip, length - skip).flip();
            decode(in, false);
            onlyAscii = ascii;
            taken += length;
            rest = in;
        }

        // ASCII, the largest part of most files, needs no decoding.
        private static boolean isAscii(byte[] piece, int length) {
            long all = 0;
            int at = 0;
            for (; at + Long.BYTES <= length; at += Long.BYTES) {
                all |= (long) LONGS.get(piece, at);
            }
            for (; at < length; at++) {
                all |= piece[at] & NOT_ASCII;
            }
            return (all & NOT_ASCII) == 0;
        }

        private void decode(ByteBuffer in, boolean end) throws IOException {
            CoderResult result;
            do {
                int before = in.position();
                result = decoder.decode(in, chars, end);
                chars.flip();
                if (head.isUtf8()) {
                    pass(in.array(), before, in.position() - before);
                } else {
                    ByteBuffer encoded = StandardCharsets.UTF_8.encode(chars);
                    pass(encoded.array(), 0, encoded.limit());
                }
                chars.clear();
                if (result.isError()) {
                    throw new NotUtf8(scan.line(), taken, onlyAscii && isAscii(in.array(), in.position()));
                }
            } while (result.isOverflow());
        }

        private void pass(byte[] utf8, int from, int length) throws IOException {
            scan.take(utf8, from, length);
            if (copy == null) {
                return;
            }
            byte[] lines = new byte[length];
            int n = 0;
            for (int i = from; i < from + length; i++) {
                boolean pairEnd = utf8[i] == '\n' && afterReturn;
                afterReturn = utf8[i] == '\r';
                if (!pairEnd) {
                    lines[n++] = afterReturn ? (byte) '\n' : utf8[i];
                }
            }
            out(lines, n);
        }

        // Python literals are turned into JSON line by line; the numbers of lines stay the same.
        private void out(byte[] lines, int n) throws IOException {
            if (head.kind() != FileKind.PYTHON_LINES) {
                copy.write(lines, 0, n);
                return;
            }
            int from = 0;
            for (int i = 0; i < n; i++) {
                if (lines[i] == '\n') {
                    line.write(lines, from, i - from);
                    json("\n");
                    from = i + 1;
                }
            }
            line.write(lines, from, n - from);
        }

        private void json(String end) throws IOException {
            copy.write((PythonLiterals.toJson(line.toString(StandardCharsets.UTF_8)) + end)
                    .getBytes(StandardCharsets.UTF_8));
            line.reset();
        }

        void end() throws IOException {
            decode(rest, true);
            if (line.size() > 0) {
                json("");
            }
            scan.end();
        }
    }
}
