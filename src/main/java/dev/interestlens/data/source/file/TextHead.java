package dev.interestlens.data.source.file;

import dev.interestlens.data.source.Dialect;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.encoding.EncodingGuess;
import dev.interestlens.store.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The beginning of a file, from which its format and columns are known.
 *
 * @param file as given, maybe compressed
 * @param kind how its rows are written
 * @param encoding guessed or chosen
 * @param dialect guessed or chosen; {@link #WHOLE_LINES} where a row is not divided by separators
 * @param columns names from the header, JSON keys, or {@code column1, column2 …}
 * @param rows the first rows without the header
 * @param types column → SQL type, where the file says one
 */
public record TextHead(
        Path file,
        FileKind kind,
        EncodingGuess encoding,
        Dialect dialect,
        List<String> columns,
        List<List<String>> rows,
        Map<String, String> types) {

    /** A line is one value: 0x01 does not occur in valid text. */
    static final Dialect WHOLE_LINES = new Dialect("\u0001", Dialect.NO_QUOTE, false);

    private static final int ROWS = 200;

    /** Of a file that holds only texts. */
    public TextHead(
            Path file,
            FileKind kind,
            EncodingGuess encoding,
            Dialect dialect,
            List<String> columns,
            List<List<String>> rows) {
        this(file, kind, encoding, dialect, columns, rows, Map.of());
    }

    /** Some words beyond ASCII, as they are read; empty where none was seen. */
    public String sample() {
        return encoding.isGuess()
                ? encoding.sample()
                : EncodingGuess.sample(rows.stream().flatMap(List::stream).filter(TextHead::isBeyondAscii));
    }

    private static boolean isBeyondAscii(String value) {
        return value.chars().anyMatch(c -> c > 127);
    }

    /** Its character set. */
    public Charset charset() {
        return encoding.charset();
    }

    /** Guesses everything that the options leave open. */
    public static TextHead of(Path file, PrepareOptions options) {
        if (ParquetHead.is(file)) {
            return ParquetHead.of(file, options);
        }
        TextSample sample = TextSample.of(file, options);
        if (sample.text().stripLeading().startsWith("{")) {
            TextHead json = lines(file, sample);
            if (!json.rows.isEmpty()) {
                return json;
            }
            if (sample.text().stripLeading().lines().findFirst().orElse("").equals("{")) {
                throw Problem.badInput(TextHead.class, "jsonObject", file).exception();
            }
        }
        Preamble before = Preamble.of(sample.text());
        Dialect dialect = before.dialect(sample, options);
        List<List<String>> rows = PreviewParser.of(before.rest(), dialect, sample.complete(), ROWS);
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        TextHead head = new TextHead(file, FileKind.TABLE, sample.encoding(), dialect, numbered(width), rows);
        return dialect.header() ? head.withHeader() : head;
    }

    /** For a layout without header whose columns are known. */
    public static TextHead of(Path file, PrepareOptions options, Dialect dialect, List<String> columns) {
        TextSample sample = TextSample.of(file, options);
        List<List<String>> rows = PreviewParser.of(sample.text(), dialect, sample.complete(), ROWS);
        return new TextHead(file, FileKind.TABLE, sample.encoding(), dialect, columns, rows);
    }

    private static TextHead lines(Path file, TextSample sample) {
        JsonLines strict = JsonLines.of(file, sample, line -> line);
        boolean python = strict.isEmpty();
        JsonLines objects = python ? JsonLines.of(file, sample, PythonLiterals::toJson) : strict;
        return new TextHead(
                file,
                python ? FileKind.PYTHON_LINES : FileKind.JSON_LINES,
                sample.encoding(),
                WHOLE_LINES,
                objects.columns(),
                objects.rows());
    }

    /** The same, with the first row as names. */
    public TextHead withHeader() {
        return new TextHead(
                file, kind, encoding, dialect.withHeader(true), distinct(rows.get(0)), rows.subList(1, rows.size()));
    }

    /** The same, with other names of the columns. */
    public TextHead withColumns(List<String> names) {
        return new TextHead(file, kind, encoding, dialect, names, rows, types);
    }

    /** The same in another character set. */
    TextHead in(EncodingGuess other) {
        return new TextHead(file, kind, other, dialect, columns, rows, types);
    }

    /** The same where a quote was found behind the beginning. */
    TextHead withSeenQuote() {
        return new TextHead(file, kind, encoding, dialect.withUnseen(false), columns, rows, types);
    }

    /** The same rows as another kind of file. */
    public TextHead as(FileKind other) {
        return new TextHead(file, other, encoding, dialect, columns, rows, types);
    }

    private static List<String> numbered(int width) {
        return IntStream.rangeClosed(1, width).mapToObj(c -> "column" + c).toList();
    }

    private static List<String> distinct(List<String> header) {
        List<String> names = new ArrayList<>();
        for (String cell : header) {
            String name = cell.isBlank() ? "column" + (names.size() + 1) : Preamble.name(cell, names.isEmpty());
            while (names.contains(name)) {
                name += "_";
            }
            names.add(name);
        }
        return names;
    }

    boolean isUtf8() {
        return charset().equals(StandardCharsets.UTF_8);
    }

    /** Position of a column, or −1. */
    public int column(String name) {
        return columns.indexOf(name);
    }

    /** The SQL type of a column; that of texts where the file says none. */
    public ColumnType type(String name) {
        return new ColumnType(types.getOrDefault(name, "VARCHAR"));
    }

    /** The first values of a column. */
    public List<String> values(String name) {
        int column = column(name);
        return rows.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column))
                .toList();
    }
}
