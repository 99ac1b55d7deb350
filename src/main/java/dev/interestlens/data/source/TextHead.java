package dev.interestlens.data.source;

import dev.interestlens.store.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The beginning of a text file: enough to say how it is to be read and what its columns are.
 *
 * @param file as given, maybe compressed
 * @param charset guessed or chosen
 * @param dialect guessed or chosen
 * @param columns names from the header, or {@code column1, column2 …}
 * @param rows the first rows without the header
 */
record TextHead(Path file, Charset charset, Dialect dialect, List<String> columns, List<List<String>> rows) {

    private static final int SAMPLE = 1 << 20;
    private static final int ROWS = 200;

    /** Guesses everything that the options leave open. */
    static TextHead of(Path file, PrepareOptions options) {
        Sample sample = Sample.of(file, options);
        return of(file, sample, Sniffer.dialect(sample.text, sample.complete, options.separator()));
    }

    /** For a layout without header whose columns are known. */
    static TextHead of(Path file, PrepareOptions options, Dialect dialect, List<String> columns) {
        Sample sample = Sample.of(file, options);
        List<List<String>> rows = Rows.of(sample.text, dialect, sample.complete, ROWS);
        return new TextHead(file, sample.charset, dialect, columns, rows);
    }

    private static TextHead of(Path file, Sample sample, Dialect dialect) {
        List<List<String>> rows = Rows.of(sample.text, dialect, sample.complete, ROWS);
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        TextHead head = new TextHead(file, sample.charset, dialect, numbered(width), rows);
        return dialect.header() ? head.withHeader() : head;
    }

    /** The same, with the first row as names. */
    TextHead withHeader() {
        Dialect named = new Dialect(dialect.separator(), dialect.quote(), true);
        return new TextHead(file, charset, named, distinct(rows.get(0)), rows.subList(1, rows.size()));
    }

    /** The decoded beginning of a file. */
    private record Sample(String text, boolean complete, Charset charset) {

        static Sample of(Path file, PrepareOptions options) {
            byte[] bytes;
            try (InputStream in = open(file)) {
                bytes = in.readNBytes(SAMPLE);
            } catch (IOException e) {
                throw unreadable(file, e);
            }
            boolean complete = bytes.length < SAMPLE;
            Charset charset = options.encoding().equals(PrepareOptions.AUTO)
                    ? Encodings.guess(bytes, bytes.length, complete)
                    : named(options.encoding());
            CharBuffer text = Encodings.decode(bytes, bytes.length, complete, charset);
            if (text == null) {
                throw Problem.badInput(TextHead.class, "encoding")
                        .file(file)
                        .with("encoding", charset)
                        .exception();
            }
            return new Sample(text.toString(), complete, charset);
        }
    }

    private static List<String> numbered(int width) {
        List<String> names = new ArrayList<>();
        for (int c = 1; c <= width; c++) {
            names.add("column" + c);
        }
        return names;
    }

    private static List<String> distinct(List<String> header) {
        List<String> names = new ArrayList<>();
        for (String cell : header) {
            String name = cell.isBlank() ? "column" + (names.size() + 1) : cell.strip();
            while (names.contains(name)) {
                name += "_";
            }
            names.add(name);
        }
        return names;
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.usage(TextHead.class, "charset").value(name).cause(e).exception();
        }
    }

    /** The bytes of the file, uncompressed where it is gzip. */
    static InputStream open(Path file) throws IOException {
        return uncompressed(Files.newInputStream(file));
    }

    /** The bytes of a stream, uncompressed where it is gzip. */
    static InputStream uncompressed(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    static RuntimeException unreadable(Path file, IOException cause) {
        return Problem.badInput(TextHead.class, "unreadable")
                .file(file)
                .with("reason", cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                .cause(cause)
                .exception();
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Position of a column, or −1. */
    int column(String name) {
        return columns.indexOf(name);
    }
}
