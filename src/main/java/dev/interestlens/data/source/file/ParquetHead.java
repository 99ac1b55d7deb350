package dev.interestlens.data.source.file;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.encoding.EncodingGuess;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the beginning of a Parquet file, through a DuckDB of its own. */
public final class ParquetHead {

    private static final int ROWS = 200;

    private ParquetHead() {}

    public static boolean is(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("PAR1");
        } catch (IOException e) {
            throw Compression.unreadable(file, e);
        }
    }

    public static TextHead of(Path file, PrepareOptions options) {
        List<String> columns = new ArrayList<>();
        Map<String, String> types = new LinkedHashMap<>();
        List<List<String>> rows = new ArrayList<>();
        read(file, options, duck -> {
            Map<String, String> found = types(duck, scan(file));
            types.putAll(found);
            columns.addAll(found.keySet());
            rows.addAll(rows(duck, new Columns(file, columns, types), " LIMIT " + ROWS));
        });
        return new TextHead(
                file,
                FileKind.PARQUET,
                EncodingGuess.known(StandardCharsets.UTF_8),
                TextHead.WHOLE_LINES,
                columns,
                rows,
                types);
    }

    /** What a file says under a key beside its rows. */
    public static Optional<String> said(Path file, String key, PrepareOptions options) {
        List<String> values = new ArrayList<>();
        read(
                file,
                options,
                duck -> duck.each(
                        "SELECT CAST(value AS VARCHAR) FROM parquet_kv_metadata(" + Duck.path(file)
                                + ") WHERE CAST(key AS VARCHAR) = " + Duck.literal(key),
                        row -> values.add(row.getString(1))));
        return values.stream().findFirst();
    }

    /** The first rows, and as many from all parts of a larger file. */
    static List<List<String>> rows(TextHead head, PrepareOptions options, int first, int parts) {
        List<List<String>> rows = new ArrayList<>();
        Columns columns = new Columns(head.file(), head.columns(), head.types());
        read(head.file(), options, duck -> {
            rows.addAll(rows(duck, columns, " LIMIT " + first));
            long all = duck.number("SELECT count(*)" + scan(head.file()));
            int each = first / parts;
            for (int part = 1; part <= parts && all > first; part++) {
                rows.addAll(rows(duck, columns, " LIMIT " + each + " OFFSET " + (all * part / parts - each)));
            }
        });
        return rows;
    }

    private record Columns(Path file, List<String> names, Map<String, String> types) {}

    private interface Reading {
        void with(Duck duck) throws IOException;
    }

    private static void read(Path file, PrepareOptions options, Reading reading) {
        Path folder = file.toAbsolutePath().getParent();
        try (Duck duck = new Duck(folder.resolve(".none"), List.of(file), options, Progress.none())) {
            reading.with(duck);
        } catch (IOException e) {
            throw Compression.unreadable(file, e);
        } catch (ProblemException e) {
            String reason = e.problem().values().getOrDefault("reason", "");
            throw Compression.unreadable(file, new IOException(reason, e));
        }
    }

    private static String scan(Path file) {
        return " FROM read_parquet(" + Duck.path(file) + ")";
    }

    private static List<List<String>> rows(Duck duck, Columns columns, String which) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        String texts = columns.names().stream()
                .map(name -> new ColumnType(columns.types().get(name)).text(Duck.name(name)))
                .collect(Collectors.joining(", "));
        duck.each("SELECT " + texts + scan(columns.file()) + which, row -> {
            List<String> values = new ArrayList<>();
            for (int c = 1; c <= columns.names().size(); c++) {
                values.add(row.getString(c) == null ? "" : row.getString(c));
            }
            rows.add(values);
        });
        return rows;
    }

    /** The columns of a FROM clause with their types, in order. */
    public static Map<String, String> types(Duck duck, String from) throws IOException {
        Map<String, String> types = new LinkedHashMap<>();
        duck.each(
                "SELECT column_name, column_type FROM (DESCRIBE SELECT *" + from + ")",
                row -> types.put(row.getString(1), row.getString(2)));
        return types;
    }
}
