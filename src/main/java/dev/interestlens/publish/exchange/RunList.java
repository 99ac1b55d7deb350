package dev.interestlens.publish.exchange;

import dev.interestlens.data.source.file.ParquetFile;
import dev.interestlens.figure.CsvText;
import dev.interestlens.figure.file.TableFile;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunSummary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs side by side, newest first.
 *
 * @param unreadable folders of runs whose description or journal is damaged
 */
public record RunList(List<RunSummary> rows, List<Path> unreadable) {
    private static final String PARQUET = "parquet";
    private static final String JSON = "json";

    /** In which it is written. */
    public static final List<String> ENDINGS = List.of("csv", PARQUET, JSON, "tex", "md", "pdf", "svg", "png");

    public RunList {
        rows = List.copyOf(rows);
        unreadable = List.copyOf(unreadable);
    }

    /** Of runs, and of all runs that are directly in folders. */
    public static RunList of(List<Path> folders) {
        List<RunSummary> found = new ArrayList<>();
        folders.forEach(folder -> runs(folder).forEach(run -> found.add(RunSummary.of(run))));
        found.sort(Comparator.comparingLong(RunSummary::created).reversed());
        List<RunSummary> rows = new ArrayList<>();
        List<Path> unreadable = new ArrayList<>();
        for (RunSummary run : found) {
            if (run.description() == null) {
                unreadable.add(run.folder().path());
            } else {
                rows.add(run);
            }
        }
        return new RunList(rows, unreadable);
    }

    private static List<RunFolder> runs(Path folder) {
        RunFolder itself = new RunFolder(folder);
        if (itself.exists()) {
            return List.of(itself);
        }
        if (!Files.isDirectory(folder)) {
            throw itself.missing();
        }
        return Disk.list(folder).stream()
                .map(RunFolder::new)
                .filter(RunFolder::exists)
                .toList();
    }

    /** For people. */
    public Table table() {
        return RunListTable.of(rows);
    }

    /** For programs (csv, parquet, json) with every switch, else for people. */
    public void write(OutputPath target, Locale language) {
        String ending = OutputPath.ending(target.path());
        if (ending.equals(PARQUET)) {
            parquet(target);
            return;
        }
        byte[] bytes =
                switch (ending) {
                    case JSON -> Json.pretty(document()).getBytes(StandardCharsets.UTF_8);
                    case "csv" -> new TableFile(language).of(ending, List.of(RunListTable.wide(rows)), "");
                    default ->
                        new TableFile(language)
                                .of(ending, List.of(table()), table().title().in(language));
                };
        target.write(Disk.real(), out -> out.write(bytes));
    }

    /** The document that the command prints. */
    public Map<String, Object> document() {
        return Map.of("runs", tree());
    }

    /** One map for each run, from names to numbers and texts; unknown values are null. */
    public List<Map<String, Object>> tree() {
        Table wide = RunListTable.wide(rows);
        List<Map<String, Object>> all = new ArrayList<>();
        for (List<Cell> row : wide.rows()) {
            Map<String, Object> each = new LinkedHashMap<>();
            for (int column = 0; column < row.size(); column++) {
                each.put(wide.heads().get(column).in(Locale.ROOT), json(row.get(column)));
            }
            all.add(each);
        }
        return all;
    }

    private static Object json(Cell cell) {
        if (!cell.isNumber()) {
            return cell.equals(Cell.EMPTY) ? null : cell.plain(Locale.ROOT);
        }
        double value = cell.value();
        return Double.isNaN(value) ? null : value == Math.rint(value) ? (Object) (long) value : (Object) value;
    }

    private void parquet(OutputPath target) {
        Table wide = RunListTable.wide(rows);
        Map<String, String> columns = new LinkedHashMap<>();
        for (int column = 0; column < wide.heads().size(); column++) {
            columns.put(wide.heads().get(column).in(Locale.ROOT), wide.isNumeric(column) ? "DOUBLE" : "VARCHAR");
        }
        StringBuilder csv = new StringBuilder();
        for (List<Cell> row : wide.rows()) {
            csv.append(String.join(",", row.stream().map(RunList::quoted).toList()))
                    .append('\n');
        }
        target.make(Disk.real(), work -> {
            Path piece = Files.writeString(work.scratch().resolve("runs.csv"), csv);
            ParquetFile.write(List.of(piece), columns, work.made());
            return work.made();
        });
    }

    /** Quotes texts without protection from formulas, since no spreadsheet reads them. */
    private static String quoted(Cell cell) {
        if (cell.isNumber() && cell.words() == null) {
            return CsvText.number(cell.value());
        }
        String plain = cell.plain(Locale.ROOT);
        return plain.isEmpty() ? "" : '"' + plain.replace("\"", "\"\"") + '"';
    }
}
