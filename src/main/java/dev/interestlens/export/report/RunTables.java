package dev.interestlens.export.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.ListSizes;
import dev.interestlens.metric.RankFigures;
import dev.interestlens.metric.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables that a run's report and its model card share. */
final class RunTables {
    private static final TextBundle BUNDLE = new TextBundle(RunTables.class);

    /** Figures that are the higher the fewer candidates there are. */
    static final Set<String> RANKING = Set.of(RankFigures.NDCG, RankFigures.HIT_RATE, RankFigures.MRR);

    /** Figures that are told of baselines. */
    static final List<String> BASELINE = List.of(RankFigures.AUC, RankFigures.NDCG, RankFigures.HIT_RATE);

    private RunTables() {}

    static Text word(String key) {
        return ReportWords.of(key).text();
    }

    /** What a figure, baseline or probe is called, or its name where nobody gave it a word. */
    static Text figureName(String name) {
        return BUNDLE.orElse("figure." + name, name);
    }

    static List<List<Text>> data(RunFacts run) {
        List<List<Text>> rows = new ArrayList<>();
        rows.add(List.of(word("facts.what"), word("facts.value")));
        rows.add(List.of(word("facts.dataset"), Text.same(run.data().name())));
        rows.add(List.of(word("facts.fingerprint"), Text.same(run.data().fingerprint())));
        rows.add(List.of(word("facts.events"), count(run.data().events())));
        rows.add(List.of(word("facts.users"), count(run.data().users())));
        rows.add(List.of(word("facts.items"), count(run.data().items())));
        return rows;
    }

    /** Switches whose dotted name begins so. */
    static List<List<Text>> switches(RunFacts run, String prefix) {
        List<List<Text>> rows = new ArrayList<>();
        rows.add(List.of(word("facts.switch"), word("facts.value")));
        run.switches().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                rows.add(List.of(Text.same(key), Text.same(value)));
            }
        });
        return rows;
    }

    /** The same, with how many candidates are ranked where that decides what the figure means. */
    static Text figureName(String name, ListSizes lists) {
        return RANKING.contains(name)
                ? ReportWords.of("figure.among")
                        .with("figure", figureName(name))
                        .with("candidates", sizes(lists))
                        .text()
                : figureName(name);
    }

    /** 21, or 2–63 where users have lists of different lengths. */
    static Text sizes(ListSizes lists) {
        return lists.uniform()
                ? count(lists.max())
                : Text.same(count(lists.min()).en() + "–" + count(lists.max()).en());
    }

    static List<List<Text>> figures(RunFacts.Measured measured) {
        List<List<Text>> rows = new ArrayList<>();
        rows.add(List.of(word("facts.measure"), word("facts.value"), word("facts.interval"), word("facts.random")));
        measured.figures().forEach((name, value) -> {
            Interval interval = measured.intervals().get(name);
            Text range = Text.same(
                    interval == null
                            ? ""
                            : Markup.number(interval.low(), 4) + " – " + Markup.number(interval.high(), 4));
            Double random = measured.references().random().get(name);
            rows.add(List.of(
                    figureName(name, measured.references().lists()),
                    number(value),
                    range,
                    random == null ? Text.same("") : measured(random)));
        });
        return rows;
    }

    /** A line a baseline. */
    static List<List<Text>> baselines(References references) {
        List<List<Text>> rows = new ArrayList<>();
        List<Text> heads = new ArrayList<>(List.of(word("facts.baseline")));
        BASELINE.forEach(figure -> heads.add(figureName(figure, references.lists())));
        rows.add(heads);
        references.baselines().forEach((name, figures) -> {
            List<Text> row = new ArrayList<>(List.of(figureName(name)));
            BASELINE.forEach(figure -> row.add(measured(figures.getOrDefault(figure, Double.NaN))));
            rows.add(row);
        });
        return rows;
    }

    static List<List<Text>> values(Text heading, Map<String, Double> values) {
        List<List<Text>> rows = new ArrayList<>();
        rows.add(List.of(heading, word("facts.aucOrCount")));
        values.forEach((name, value) -> rows.add(List.of(figureName(name), number(value))));
        return rows;
    }

    /** Mean and interval of each measure of Look beside random orders, the newest first, and the model before training. */
    static List<List<Text>> fidelity(JsonNode report) {
        List<List<Text>> rows = new ArrayList<>();
        rows.add(List.of(
                word("facts.measure"),
                word("fidelity.look"),
                word("fidelity.random"),
                word("fidelity.recency"),
                word("fidelity.source.untrained")));
        report.path("look")
                .properties()
                .forEach(measure -> rows.add(List.of(
                        BUNDLE.orElse("fidelity.measure." + measure.getKey(), measure.getKey()),
                        mean(measure.getValue()),
                        mean(report.path("random").path(measure.getKey())),
                        mean(report.path("recency").path(measure.getKey())),
                        mean(report.path("untrained").path(measure.getKey())))));
        return rows;
    }

    /** A mean with its interval, or a dash. */
    static Text mean(JsonNode figure) {
        if (!figure.path("mean").isNumber()) {
            return Text.same("—");
        }
        return Text.same(Markup.number(figure.path("mean").asDouble(), 3) + " ["
                + Markup.number(figure.path("low").asDouble(Double.NaN), 3) + ",\u00a0"
                + Markup.number(figure.path("high").asDouble(Double.NaN), 3) + "]");
    }

    /** Whole numbers as such. */
    static Text number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? count((long) value) : measured(value);
    }

    static Text measured(double value) {
        return Text.same(Markup.number(value, 4));
    }

    static Text count(long value) {
        return Text.same(String.format(java.util.Locale.ROOT, "%,d", value));
    }
}
