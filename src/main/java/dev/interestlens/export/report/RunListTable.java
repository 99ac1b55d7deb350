package dev.interestlens.export.report;

import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs in a table, one in each line: for people, or for programs with a column for each switch. */
public final class RunListTable {
    /**
     * One run.
     *
     * @param status stable, for programs
     * @param dataset name of its data set
     * @param best measures of the best epoch on the validation part; null before the first
     */
    public record Row(
            Path folder,
            String name,
            String status,
            RunDescription description,
            String dataset,
            int epochs,
            int bestEpoch,
            JournalEntry.Valid best,
            List<String> tags) {}

    private RunListTable() {}

    /** For people: description and validation metrics. */
    public static Table of(List<Row> runs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Row run : runs) {
            rows.add(List.of(
                    Cell.words(run.name()),
                    Cell.words(run.description().config().model().id()),
                    Cell.words(run.dataset()),
                    Cell.words(run.status()),
                    seed(run),
                    Cell.count(run.epochs()),
                    number(run.best() == null ? null : run.best().ndcg10()),
                    number(run.best() == null ? null : run.best().auc()),
                    number(run.best() == null ? null : run.best().gauc()),
                    number(run.best() == null ? null : run.best().logLoss())));
        }
        List<Phrase> heads = ReportWords.all(
                "list.run", "list.model",
                "facts.dataset", "list.status",
                "list.seed", "list.epochs",
                "run.ndcg", "figure.auc",
                "figure.gauc", "figure.logLoss");
        return new Table(ReportWords.of("list.title"), heads, rows, List.of(ReportWords.of("list.note")));
    }

    /** For programs: stable English names, and a column for each switch that any of the runs has. */
    public static Table wide(List<Row> runs) {
        List<Map<String, String>> switches = runs.stream()
                .map(run -> RunFacts.flat(ConfigJson.tree(run.description().config())))
                .toList();
        Set<String> keys = new LinkedHashSet<>();
        switches.forEach(each -> keys.addAll(each.keySet()));
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Map<String, Cell> cells = cells(runs.get(i));
            Map<String, String> own = switches.get(i);
            keys.forEach(key -> cells.put("config." + key, value(own.get(key))));
            rows.add(List.copyOf(cells.values()));
        }
        List<String> heads = runs.isEmpty()
                ? List.of("run")
                : new ArrayList<>(cells(runs.get(0)).keySet());
        if (!runs.isEmpty()) {
            keys.forEach(key -> heads.add("config." + key));
        }
        return new Table(ReportWords.of("list.title"), Phrase.all(heads), rows);
    }

    private static Map<String, Cell> cells(Row run) {
        JournalEntry.Valid best = run.best() == null ? new JournalEntry.Valid(null, null, null) : run.best();
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("run", Cell.words(run.name()));
        cells.put("folder", Cell.words(run.folder().toString()));
        cells.put("status", Cell.words(run.status()));
        cells.put(
                "created",
                Cell.words(Instant.ofEpochMilli(run.description().created())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()));
        cells.put("versions", Cell.words(run.description().versions()));
        cells.put("dataset", Cell.words(run.dataset()));
        cells.put("fingerprint", Cell.words(run.description().fingerprint()));
        cells.put("tags", Cell.words(String.join(" ", run.tags())));
        cells.put("epochs", Cell.count(run.epochs()));
        cells.put("bestEpoch", Cell.count(run.bestEpoch()));
        cells.put("valid.ndcg10", number(best.ndcg10()));
        cells.put("valid.hitRate10", number(best.hitRate10()));
        cells.put("valid.auc", number(best.auc()));
        cells.put("valid.gauc", number(best.gauc()));
        cells.put("valid.logLoss", number(best.logLoss()));
        return cells;
    }

    private static Cell seed(Row run) {
        long seed = run.description().config().training().seed();
        return Cell.written(String.valueOf(seed), seed);
    }

    private static Cell number(Double value) {
        return RunTables.measured(value == null ? Double.NaN : value);
    }

    /** A switch: a number where it is one. */
    private static Cell value(String value) {
        if (value == null) {
            return Cell.EMPTY;
        }
        return value.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?")
                ? Cell.written(value, Double.parseDouble(value))
                : Cell.words(value);
    }
}
