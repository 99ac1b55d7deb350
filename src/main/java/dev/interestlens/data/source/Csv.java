package dev.interestlens.data.source;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SQL that reads one text file, every column as text, nothing guessed. */
final class Csv {

    private Csv() {}

    /** A table expression with the columns {@code c0, c1 …}; rows of another width go to {@code rejects}. */
    static String scan(TextTable table, String rejects) {
        Dialect dialect = table.head().dialect();
        String columns = IntStream.range(0, table.head().columns().size())
                .mapToObj(c -> "'c" + c + "': 'VARCHAR'")
                .collect(Collectors.joining(", "));
        String quote = Duck.literal(dialect.quote());
        return "read_csv(" + Duck.literal(path(table.readable())) + ", auto_detect = false, header = "
                + dialect.header() + ", delim = " + Duck.literal(dialect.separator()) + ", quote = " + quote
                + ", escape = " + quote + ", columns = {" + columns + "}, store_rejects = true, rejects_table = '"
                + rejects + "', rejects_scan = '" + rejects + "_scan')";
    }

    // A file name is data: DuckDB would read * ? [ in it as a pattern.
    private static String path(Path file) {
        return file.toString().replaceAll("([*?\\[])", "[$1]");
    }

    /** The text of a column without spaces around it, NULL where it is empty. */
    static String value(TableInput input, String role) {
        int column = input.head().column(input.roles().get(role));
        return "nullif(trim(c" + column + "), '')";
    }

    /** The same, or NULL where the table has no such column. */
    static String valueOrNull(TableInput input, String role) {
        return input.has(role) ? value(input, role) : "CAST(NULL AS VARCHAR)";
    }
}
