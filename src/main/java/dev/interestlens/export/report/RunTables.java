package dev.interestlens.export.report;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.export.report.page.ReportWords;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.ListSizes;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.References;
import dev.interestlens.metric.RowMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables that a run's report and its model card share. */
final class RunTables {

    private RunTables() {}

    /** The title of a metric, baseline or probe, or its name where it has none. */
    static Text figureName(String name) {
        return RowMetric.of(name).map(MetricWords::full).orElseGet(() -> ReportWords.orElse("figure." + name, name));
    }

    static Table data(RunFacts run) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(
                Cell.words(ReportWords.of("facts.dataset")),
                Cell.words(run.data().name())));
        rows.add(List.of(
                Cell.words(ReportWords.of("facts.fingerprint")),
                Cell.words(run.data().fingerprint())));
        rows.add(List.of(
                Cell.words(ReportWords.of("facts.events")),
                Cell.count(run.data().events())));
        rows.add(List.of(
                Cell.words(ReportWords.of("facts.users")), Cell.count(run.data().users())));
        rows.add(List.of(
                Cell.words(ReportWords.of("facts.items")), Cell.count(run.data().items())));
        return Table.pairs(Phrase.EMPTY, ReportWords.of("facts.what"), ReportWords.of("facts.value"), rows);
    }

    /** Switches whose dotted name begins so. */
    static Table switches(RunFacts run, String prefix) {
        List<List<Cell>> rows = new ArrayList<>();
        run.switches().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                rows.add(List.of(Cell.words(key), Cell.words(value)));
            }
        });
        return Table.pairs(Phrase.EMPTY, ReportWords.of("facts.switch"), ReportWords.of("facts.value"), rows);
    }

    /** The same with the number of candidates where the figure depends on it. */
    static Text figureName(String name, ListSizes lists) {
        return isOfList(name)
                ? ReportWords.of("figure.among", "figure", figureName(name), "candidates", sizes(lists))
                : figureName(name);
    }

    /** Whether a figure is higher with fewer candidates. */
    static boolean isOfList(String name) {
        return RowMetric.of(name).filter(RowMetric::isOfList).isPresent();
    }

    /** 21, or 2–63 where users have lists of different lengths. */
    static Text sizes(ListSizes lists) {
        return lists.uniform()
                ? Wording.number(lists.max())
                : Text.same(Wording.number(lists.min()).en() + "–"
                        + Wording.number(lists.max()).en());
    }

    static Table figures(RunFacts.Measured measured) {
        List<List<Cell>> rows = new ArrayList<>();
        measured.figures()
                .forEach((name, value) -> rows.add(List.of(
                        Cell.words(figureName(name, measured.references().lists())),
                        number(value, measured.intervals().get(name)),
                        random(measured.references().random().get(name)))));
        return new Table(Phrase.EMPTY, ReportWords.all("facts.measure", "facts.valueWithin", "facts.random"), rows);
    }

    private static Cell random(Double value) {
        return value == null ? Cell.EMPTY : measured(value);
    }

    /** A line a baseline. */
    static Table baselines(References references) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Text> heads = new ArrayList<>(List.of(ReportWords.of("facts.baseline")));
        RankMetric.OF_BASELINES.forEach(figure -> heads.add(figureName(figure.id(), references.lists())));
        references
                .baselines()
                .forEach((name, figures) -> rows.add(Table.row(
                        Cell.words(figureName(name)),
                        RankMetric.OF_BASELINES,
                        figure -> measured(figures.getOrDefault(figure.id(), Double.NaN)))));
        return new Table(Phrase.EMPTY, heads, rows);
    }

    static Table values(Text heading, Map<String, Double> values) {
        List<List<Cell>> rows = new ArrayList<>();
        values.forEach((name, value) -> rows.add(List.of(Cell.words(figureName(name)), number(value))));
        return new Table(Phrase.EMPTY, List.of(heading, ReportWords.of("facts.aucOrCount")), rows);
    }

    /** Whole numbers without decimals. */
    static Cell number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Cell.count((long) value) : measured(value);
    }

    /** @param interval null where there is none */
    static Cell number(double value, Interval interval) {
        return interval == null ? number(value) : measured(value).within(interval.low(), interval.high());
    }

    static Cell measured(double value) {
        return Cell.number(value, 4);
    }
}
