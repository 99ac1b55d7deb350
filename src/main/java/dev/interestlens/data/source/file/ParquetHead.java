package dev.interestlens.data.source.file;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
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
        Path folder = file.toAbsolutePath().getParent();
        try (Duck duck = new Duck(folder.resolve(".none"), List.of(file), options, Progress.none())) {
            String scan = " FROM read_parquet(" + Duck.path(file) + ")";
            Map<String, String> found = types(duck, scan);
            types.putAll(found);
            columns.addAll(found.keySet());
            String texts = columns.stream()
                    .map(column -> new ColumnType(types.get(column)).text(Duck.name(column)))
                    .collect(Collectors.joining(", "));
            duck.each("SELECT " + texts + scan + " LIMIT " + ROWS, row -> {
                List<String> values = new ArrayList<>();
                for (int c = 1; c <= columns.size(); c++) {
                    values.add(row.getString(c) == null ? "" : row.getString(c));
                }
                rows.add(values);
            });
        } catch (IOException e) {
            throw Compression.unreadable(file, e);
        } catch (ProblemException e) {
            String reason = e.problem().values().getOrDefault("reason", "");
            throw Compression.unreadable(file, new IOException(reason, e));
        }
        return new TextHead(file, FileKind.PARQUET, StandardCharsets.UTF_8, TextHead.WHOLE_LINES, columns, rows, types);
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
