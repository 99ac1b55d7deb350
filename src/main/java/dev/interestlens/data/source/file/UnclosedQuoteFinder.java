package dev.interestlens.data.source.file;

import dev.interestlens.data.source.Dialect;
import dev.interestlens.store.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Follows quotes and line ends through a UTF-8 text, to report the position of an unclosed quote and to find the line where a row begins. Values are
 * not checked.
 */
final class UnclosedQuoteFinder {

    private static final int SHOWN = 160;

    /**
     * The most bytes of a quoted value over several lines; DuckDB reads no longer record, and a stray quotation mark would otherwise swallow the rest
     * of a file.
     */
    private static final long LONGEST = 2 << 20;

    private enum State {
        START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    private final Path file;
    private final byte quote;
    private final byte[] separator;
    private final int skip;
    private final boolean unseen;
    private byte last = '\n';
    private State state = State.START;
    private int matched;
    private long line = 1;
    private long record = 1;
    private int column = 1;
    private boolean empty = true;
    private boolean afterReturn;
    private long openedLine;
    private int openedColumn;
    private boolean spans;
    private final byte[] opened = new byte[SHOWN];
    private int openedLength;
    private long quoted;
    private Spots blanks = new Spots();
    private Spots longRecords = new Spots();
    private long feeds;
    private long returns;
    private long pairs;
    private long zeros;
    private boolean spaces;
    private boolean wide;

    UnclosedQuoteFinder(Path file, Dialect dialect) {
        this.file = file;
        this.quote = dialect.quote().isEmpty() ? 0 : (byte) dialect.quote().charAt(0);
        this.skip = dialect.skip();
        this.unseen = dialect.unseen();
        this.separator = dialect.separator().getBytes(StandardCharsets.US_ASCII);
    }

    /** A value in quotes, of which none was seen at the beginning of the file. */
    static final class LateQuote extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final long line;

        private LateQuote(long line) {
            super(null, null, false, false);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    /** @throws LateQuote where the dialect says that no quote was seen, and there is one */
    void take(byte[] bytes, int from, int length) {
        if (quote == 0 || unseen) {
            lines(bytes, from, length);
            return;
        }
        for (int i = from; i < from + length; i++) {
            take(bytes[i]);
        }
    }

    // Without quotes only line ends matter; this loop is kept short since files can have gigabytes.
    private void lines(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            byte b = bytes[i];
            if (b > ' ') {
                if (b == quote && beginsValue(i > from ? bytes[i - 1] : last)) {
                    throw new LateQuote(line);
                }
                empty = false;
                afterReturn = false;
            } else if (b == '\n' || b == '\r') {
                lineEnd(b);
            } else {
                zeros += b == 0 ? 1 : 0;
                spaces |= b == ' ';
                wide |= b < ' ' && b != separator[0];
                empty = false;
                afterReturn = false;
            }
        }
        if (length > 0) {
            last = bytes[from + length - 1];
        }
    }

    private boolean beginsValue(byte before) {
        return record > skip && (before == '\n' || before == '\r' || before == separator[separator.length - 1]);
    }

    private void take(byte b) {
        if (b == '\n' || b == '\r') {
            lineEnd(b);
            return;
        }
        afterReturn = false;
        zeros += b == 0 ? 1 : 0;
        spaces |= b == ' ';
        wide |= b < ' ' && (b != separator[0] || state == State.QUOTED);
        switch (state) {
            case QUOTED -> {
                quoted++;
                if (b == quote) {
                    state = State.CLOSED;
                } else if (openedLength < SHOWN) {
                    opened[openedLength++] = b;
                }
                return;
            }
            case CLOSED -> {
                if (b == quote) {
                    state = State.QUOTED;
                    return;
                }
                if (b != separator[0] && b != ' ' && spans) {
                    throw unclosed();
                }
                state = State.PLAIN;
            }
            case START -> {
                empty = false;
                if (b == quote && record > skip) {
                    open();
                    return;
                }
                state = State.PLAIN;
            }
            default -> empty = false;
        }
        matchSeparator(b);
    }

    private void matchSeparator(byte b) {
        if (b == separator[matched]) {
            matched++;
            if (matched == separator.length) {
                matched = 0;
                column++;
                state = State.START;
            }
        } else {
            matched = b == separator[0] ? 1 : 0;
        }
    }

    private void open() {
        state = State.QUOTED;
        openedLine = line;
        openedColumn = column;
        openedLength = 0;
        quoted = 0;
        spans = false;
    }

    private void lineEnd(byte b) {
        if (b == '\n' && afterReturn) {
            afterReturn = false;
            pairs++;
            returns--;
            return;
        }
        afterReturn = b == '\r';
        feeds += b == '\n' ? 1 : 0;
        returns += b == '\r' ? 1 : 0;
        line++;
        if (state == State.QUOTED) {
            spans = true;
            wide = true;
            quoted++;
            if (quoted > LONGEST) {
                throw refused("longValue");
            }
            longRecords.add(record);
            if (openedLength < SHOWN) {
                opened[openedLength++] = b;
            }
            return;
        }
        if (empty) {
            blanks.add(record);
        }
        record++;
        column = 1;
        matched = 0;
        empty = true;
        state = State.START;
    }

    /** Called at the end of the file. */
    void end() {
        if (state == State.QUOTED) {
            throw unclosed();
        }
        if (empty) {
            record--;
        }
    }

    private RuntimeException unclosed() {
        return refused("unclosedQuote");
    }

    private RuntimeException refused(String key) {
        String value = new String(opened, 0, openedLength, StandardCharsets.UTF_8).split("[\r\n]", 2)[0];
        return Problem.badInput(UnclosedQuoteFinder.class, key, file)
                .line(openedLine)
                .column(openedColumn)
                .ofValue(value);
    }

    /** The line it has reached, from 1. */
    long line() {
        return line;
    }

    /** The result. */
    ScanSummary summary() {
        return new ScanSummary(
                line - 1,
                record,
                blanks.spots(),
                longRecords.spots(),
                new ScanSummary.LineEnds(feeds, returns, pairs),
                zeros,
                spaces,
                wide,
                0);
    }

    /** Numbers of records in ascending order, one entry each time. */
    private static final class Spots {
        private long[] spots = new long[16];
        private int count;

        void add(long spot) {
            if (count == spots.length) {
                spots = Arrays.copyOf(spots, count * 2);
            }
            spots[count++] = spot;
        }

        long[] spots() {
            return Arrays.copyOf(spots, count);
        }
    }
}
