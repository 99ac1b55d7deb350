package dev.interestlens.publish.exchange;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.export.report.LearningMetric;
import dev.interestlens.export.report.RunFacts;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.metric.ScoreKinds;
import dev.interestlens.store.EnumNames;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.data.DatasetLabel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Runs in a table, one in each line: for people, or for programs with a column for each switch. */
final class RunListTable {
    private RunListTable() {}

    /** For people: description and validation metrics. */
    static Table of(List<RunSummary> runs) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RunSummary run : runs) {
            JournalEntry.Valid best = best(run);
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.words(run.name()),
                    Cell.words(run.description().config().model().id()),
                    Cell.words(dataset(run)),
                    Cell.words(status(run)),
                    seed(run),
                    Cell.count(run.progress().epoch())));
            RankingMetric.deciding().forEach(metric -> cells.add(number(best.ranked(metric))));
            RowMetric.ofEpochs().forEach(metric -> cells.add(number(best.row(metric))));
            rows.add(cells);
        }
        List<Phrase> heads = new ArrayList<>(
                ReportWords.all("list.run", "list.model", "facts.dataset", "list.status", "list.seed", "list.epochs"));
        RankingMetric.deciding().forEach(metric -> heads.add(LearningMetric.words(metric)));
        RowMetric.ofEpochs().forEach(metric -> heads.add(MetricWords.full(metric)));
        return new Table(ReportWords.of("list.title"), heads, rows, notes(runs));
    }

    private static List<Phrase> notes(List<RunSummary> runs) {
        ScoreKinds kinds = ScoreKinds.of(
                runs.stream().filter(run -> run.best() != null).toList(), RunSummary::name, RunSummary::calibrated);
        return Stream.concat(Stream.of(ReportWords.of("list.note")), FigureWords.kinds(kinds).stream())
                .map(Phrase.class::cast)
                .toList();
    }

    /** For programs: stable English names, and a column for each switch that any of the runs has. */
    static Table wide(List<RunSummary> runs) {
        List<Map<String, String>> switches = runs.stream()
                .map(run -> RunFacts.flat(ConfigJson.tree(run.description().config())))
                .toList();
        Set<String> keys = new LinkedHashSet<>();
        switches.forEach(each -> keys.addAll(each.keySet()));
        List<String> heads = List.of("run");
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Map<String, Cell> cells = cells(runs.get(i));
            Map<String, String> own = switches.get(i);
            keys.forEach(key -> cells.put("config." + key, value(own.get(key))));
            rows.add(List.copyOf(cells.values()));
            heads = List.copyOf(cells.keySet()); // the same for each
        }
        return new Table(ReportWords.of("list.title"), Phrase.all(heads), rows);
    }

    private static Map<String, Cell> cells(RunSummary run) {
        JournalEntry.Valid best = best(run);
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("run", Cell.words(run.name()));
        cells.put("folder", Cell.words(run.folder().path().toString()));
        cells.put("status", Cell.words(status(run)));
        cells.put(
                "created",
                Cell.words(Instant.ofEpochMilli(run.description().created())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()));
        cells.put("versions", Cell.words(run.description().versions()));
        cells.put("dataset", Cell.words(dataset(run)));
        cells.put("fingerprint", Cell.words(run.description().fingerprint()));
        cells.put("tags", Cell.words(String.join(" ", run.labels().tags())));
        cells.put("epochs", Cell.count(run.progress().epoch()));
        cells.put("bestEpoch", Cell.count(run.bestEpoch()));
        best.figures().forEach((name, value) -> cells.put("valid." + name, number(value)));
        cells.put("valid.calibrated", Cell.words(String.valueOf(run.calibrated())));
        return cells;
    }

    private static JournalEntry.Valid best(RunSummary run) {
        return run.best() == null ? JournalEntry.Valid.none() : run.best();
    }

    /** Stable, for programs. */
    private static String status(RunSummary run) {
        return EnumNames.lower(run.status());
    }

    /** The name of its data set. */
    static String dataset(RunSummary run) {
        Path dataset = run.description().dataset();
        return DatasetLabel.read(dataset).nameOf(dataset);
    }

    static Cell seed(RunSummary run) {
        long seed = run.description().config().training().seed();
        return Cell.written(String.valueOf(seed), seed);
    }

    private static Cell number(Double value) {
        return Cell.number(value == null ? Double.NaN : value, 4);
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
