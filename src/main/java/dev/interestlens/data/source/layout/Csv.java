package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.Dialect;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.Compression;
import dev.interestlens.data.source.file.DecimalComma;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.FileKind;
import dev.interestlens.data.source.file.JsonLines;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.file.TextTable;
import dev.interestlens.data.source.file.Trim;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SQL that reads one file, every column as text, without guessing types. */
public final class Csv {

    private Csv() {}

    /** A table expression; rows that do not fit go to {@code rejects}, which always exists. */
    public static String scan(Duck duck, TextTable table, String rejects) {
        TextHead head = table.head();
        if (head.kind() == FileKind.PARQUET) {
            duck.run("CREATE TABLE " + rejects + " (line BIGINT, error_type VARCHAR, csv_line VARCHAR)");
        }
        return switch (head.kind()) {
            case TABLE -> text(table, head.columns().size(), rejects);
            case JSON_LINES, PYTHON_LINES ->
                "(SELECT CASE WHEN json_valid(c0) THEN c0 END AS c0 FROM " + text(table, 1, rejects)
                        + " WHERE c0 IS NOT NULL)";
            case DIEN_LINES -> dien(text(table, 6, rejects));
            case MIND_LINES -> mind(lines(table, 5, "ignore_errors = true"), text(table, 5, rejects));
            case PARQUET -> "read_parquet(" + Duck.path(table.readable()) + ")";
        };
    }

    // The history of a chosen row becomes events before it; a row that was not chosen remains one row.
    private static String dien(String lines) {
        String list = " string_split(CASE WHEN c0 = '1' THEN concat(%s, chr(2), %s) ELSE %s END, chr(2))";
        String items = String.format(list, "c4", "c2", "c2");
        String categories = String.format(list, "c5", "c3", "c3");
        return "(SELECT c0, c1, unnest(" + items + ") AS c2, unnest(" + categories + ") AS c3 FROM " + lines + ")";
    }

    // The histories come first, one of each user, with the time of the user's first line; at one time the order of rows
    // decides.
    private static String mind(String histories, String lines) {
        String first =
                "SELECT c1, min({'at': try_strptime(c2, '%m/%d/%Y %I:%M:%S %p'), 'c2': c2, 'c3': trim(c3)}) AS f FROM "
                        + histories + " WHERE trim(c3) <> '' GROUP BY c1 ORDER BY c1";
        String clicked = "SELECT NULL AS c0, c1, f.c2 AS c2, unnest(string_split(f.c3, ' ')) AS c3, '1' AS c4 FROM ("
                + first + ")";
        String shown = "SELECT c0, c1, c2, unnest(string_split(trim(c4), ' ')) AS s FROM " + lines;
        return "(" + clicked + " UNION ALL SELECT c0, c1, c2, regexp_replace(s, '-[01]$', ''), right(s, 1) FROM ("
                + shown + "))";
    }

    private static String text(TextTable table, int width, String rejects) {
        return lines(
                table,
                width,
                "store_rejects = true, rejects_table = '" + rejects + "', rejects_scan = '" + rejects + "_scan'");
    }

    private static String lines(TextTable table, int width, String faulty) {
        Dialect dialect = table.head().dialect();
        String columns = IntStream.range(0, width)
                .mapToObj(c -> "'c" + c + "': 'VARCHAR'")
                .collect(Collectors.joining(", "));
        String quote = Duck.literal(dialect.quote());
        return "read_csv(" + Duck.path(table.readable()) + ", auto_detect = false, compression = 'none', skip = "
                + dialect.skip() + ", header = " + dialect.header()
                + ", delim = " + Duck.literal(dialect.separator()) + ", quote = " + quote + ", escape = " + quote
                + ", columns = {" + columns + "}, " + faulty + ")";
    }

    /** A table expression of a file with the names of its header; a row of another width stops the reading with its line number. */
    public static String withHeading(TextHead head) throws IOException {
        String columns = head.columns().stream()
                .map(name -> Duck.literal(name) + ": 'VARCHAR'")
                .collect(Collectors.joining(", "));
        String quote = Duck.literal(head.dialect().quote());
        return "read_csv(" + Duck.path(head.file()) + ", auto_detect = false, compression = "
                + Duck.literal(Compression.method(head.file())) + ", skip = "
                + head.dialect().skip()
                + ", header = true, delim = "
                + Duck.literal(head.dialect().separator()) + ", quote = " + quote + ", escape = " + quote
                + ", columns = {" + columns + "})";
    }

    /**
     * The text of a column without what stands around it, NULL where it is empty; a number has a decimal point, and a time
     * has the clock, where that stands apart.
     */
    public static String value(TableInput input, ColumnRole role, Trim around) {
        String text = around.of(column(input, role));
        String value = input.comma(role).isPresent() ? DecimalComma.sql(text) : text;
        boolean apart = role == Roles.TIME && input.has(Roles.CLOCK);
        return apart ? "(" + value + " || ' ' || " + around.of(column(input, Roles.CLOCK)) + ")" : value;
    }

    /** SQL that tells whether a row is invalid JSON. */
    public static String broken(TableInput input) {
        return switch (input.head().kind()) {
            case JSON_LINES, PYTHON_LINES -> "c0 IS NULL";
            case TABLE, DIEN_LINES, MIND_LINES, PARQUET -> "false";
        };
    }

    private static String column(TableInput input, ColumnRole role) {
        if (input.expressions().containsKey(role)) {
            return input.expressions().get(role);
        }
        String name = input.column(role);
        return switch (input.head().kind()) {
            case TABLE, DIEN_LINES, MIND_LINES -> "c" + input.head().column(name);
            case JSON_LINES, PYTHON_LINES -> role.kind().isSingle() ? JsonLines.single(name) : JsonLines.sql(name);
            case PARQUET -> input.head().type(name).text(Duck.name(name));
        };
    }
}
