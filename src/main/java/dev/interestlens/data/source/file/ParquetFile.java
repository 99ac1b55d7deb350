package dev.interestlens.data.source.file;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns CSV files that this program wrote into one Parquet file. */
public final class ParquetFile {
    private ParquetFile() {}

    /**
     * Writes the file, below the folder of the pieces.
     *
     * @param pieces CSV without headings, quoted by {@code "}, in one folder, in this order
     * @param columns names and DuckDB types, in the pieces' order
     */
    public static void write(List<Path> pieces, Map<String, String> columns, Path target) {
        Path work = target.toAbsolutePath().getParent();
        String types = columns.entrySet().stream()
                .map(c -> Duck.literal(c.getKey()) + ": " + Duck.literal(c.getValue()))
                .collect(Collectors.joining(", "));
        String files = pieces.stream().map(Duck::path).collect(Collectors.joining(", ", "[", "]"));
        try (Duck duck = new Duck(work, pieces, PrepareOptions.defaults(), Progress.none())) {
            duck.run("COPY (SELECT * FROM read_csv(" + files
                    + ", auto_detect = false, header = false, delim = ',', quote = '\"', "
                    + "escape = '\"', nullstr = '', columns = {" + types + "})) TO " + Duck.literal(target.toString())
                    + " (FORMAT parquet)");
        }
    }
}
