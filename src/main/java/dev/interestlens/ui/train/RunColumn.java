package dev.interestlens.ui.train;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Numerals;
import dev.interestlens.metric.ProbabilityMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.train.run.JournalEntry.Ranked;
import dev.interestlens.train.run.JournalEntry.Valid;
import dev.interestlens.ui.common.Differences;
import dev.interestlens.ui.common.Durations;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.TimeWords;
import dev.interestlens.ui.common.run.Headline;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A column of the table of runs.
 *
 * @param key its name: a word, or the dotted name of a setting
 * @param title of the column
 * @param text in a cell
 * @param sortKey a {@link Double} or a text to sort by; null where a run has no value
 * @param number whether it is right-aligned
 */
record RunColumn(
        String key,
        String title,
        Function<RunSummary, String> text,
        Function<RunSummary, Object> sortKey,
        boolean number) {

    private static final String NDCG = "ndcg";

    /** Keys that stand in settings and filters of people; others are their names. */
    private static final Map<RankingMetric, String> KEYS =
            Map.of(RankingMetric.NDCG10, NDCG, RankingMetric.HIT_RATE10, "hr");

    /** Key of the first column, which is always shown. */
    static final String NAME = "name";

    /**
     * The columns of all runs, the main metric first.
     *
     * @param data display name of a run's data set
     */
    static List<RunColumn> usual(Function<RunSummary, String> data, Messages messages) {
        List<RunColumn> columns = new ArrayList<>(List.of(
                text(NAME, RunSummary::name, messages), text("state", run -> RunWords.state(run, messages), messages)));
        RankingMetric.ofEpochs().forEach(metric -> columns.add(ranked(metric, messages)));
        RowMetric.ofEpochs().forEach(metric -> columns.add(rows(metric, messages)));
        columns.addAll(List.of(
                number("bestEpoch", RunSummary::bestEpoch, run -> count(run.bestEpoch()), messages),
                number("epochs", run -> run.progress().epoch(), run -> epochs(run, messages), messages),
                number(
                        "steps",
                        run -> run.progress().step(),
                        run -> count(run.progress().step()),
                        messages),
                number(
                        "duration",
                        run -> run.progress().seconds(),
                        run -> run.progress().seconds() == 0
                                ? "–"
                                : Durations.of(run.progress().seconds(), messages),
                        messages),
                text("tags", RunWords::tags, messages),
                text("note", run -> run.labels().note().replace('\n', ' '), messages),
                number(
                        "created",
                        RunSummary::created,
                        run -> run.created() == 0 ? "–" : TimeWords.minute(run.created()),
                        messages),
                text("data", data, messages),
                text("model", run -> family(run, messages), messages)));
        return columns;
    }

    /** A column of a setting in which runs differ. */
    static RunColumn of(
            String key, Function<RunSummary, Map<String, String>> settings, List<RunSummary> runs, Differences words) {
        return new RunColumn(
                key,
                words.label(
                        key,
                        runs.stream().map(run -> run.description().config()).toList()),
                run -> run.description() == null
                        ? ""
                        : words.value(key, run.description().config()).orElse("–"),
                run -> sortable(settings.apply(run).getOrDefault(key, "")),
                runs.stream().allMatch(run -> number(settings.apply(run).getOrDefault(key, "0")) != null));
    }

    /** What its heading says when it is pointed at: its title in full, and where its values come from. */
    String help(Messages messages) {
        Optional<RowMetric> rows = RowMetric.ofEpochs().stream()
                .filter(each -> each.id().equals(key))
                .findFirst();
        if (rows.isPresent()
                || RankingMetric.ofEpochs().stream()
                        .anyMatch(metric -> key(metric).equals(key))) {
            String where = title + "\n" + messages.text("train.column.validation.help");
            return rows.filter(ProbabilityMetric.class::isInstance).isPresent()
                    ? where + "\n" + messages.text("train.column.logLoss.help")
                    : where;
        }
        return key.contains(".") ? title + "\n" + key : title;
    }

    /** The main metric without its interval. */
    static String ndcg(RunSummary run) {
        return Headline.figure(run.best() == null ? null : run.best().ndcg10());
    }

    /** The value with its interval if the run has one. */
    private static String ndcg(RunSummary run, Messages messages) {
        Ranked ranked = run.best() == null ? null : run.best().ranking();
        if (ranked == null || ranked.ndcg10() == null) {
            return "–";
        }
        return ranked.ndcgInterval() == null
                ? Headline.figure(ranked.ndcg10())
                : messages.text(
                        "train.interval",
                        Headline.figure(ranked.ndcg10()),
                        Numerals.fixed(ranked.ndcgInterval().low(), 3),
                        Numerals.fixed(ranked.ndcgInterval().high(), 3));
    }

    private static String family(RunSummary run, Messages messages) {
        return run.description() == null
                ? ""
                : messages.family(run.description().config().model().id());
    }

    /** The key of a figure of the catalogue. */
    static String key(RankingMetric metric) {
        return KEYS.getOrDefault(metric, metric.id());
    }

    /** The main one with its interval. */
    private static RunColumn ranked(RankingMetric metric, Messages messages) {
        RunColumn plain = metric(key(metric), MetricWords.name(metric), valid -> valid.ranked(metric), messages);
        return metric.equals(RankingMetric.NDCG10)
                ? new RunColumn(
                        plain.key(),
                        messages.text("train.column.ndcg"),
                        run -> ndcg(run, messages),
                        plain.sortKey(),
                        true)
                : plain;
    }

    private static RunColumn metric(String key, Text name, Function<Valid, Double> metric, Messages messages) {
        return new RunColumn(
                key,
                name.in(messages.locale()),
                run -> Headline.figure(run.best() == null ? null : metric.apply(run.best())),
                known(RunFilter.figure(metric)),
                true);
    }

    /** Of probabilities marked where they were fitted afterwards: such a figure says nothing beside one that was not. */
    private static RunColumn rows(RowMetric metric, Messages messages) {
        RunColumn plain = metric(metric.id(), MetricWords.name(metric), valid -> valid.row(metric), messages);
        if (!(metric instanceof ProbabilityMetric)) {
            return plain;
        }
        return new RunColumn(
                plain.key(),
                plain.title(),
                run -> run.calibrated()
                        ? messages.text(
                                "train.column.logLoss.fitted", plain.text().apply(run))
                        : plain.text().apply(run),
                plain.sortKey(),
                true);
    }

    /** Epochs; of a run that ended before its first one also the steps. */
    private static String epochs(RunSummary run, Messages messages) {
        return run.progress().epoch() == 0 && run.progress().step() > 0
                ? messages.text("train.column.epochs.steps", run.progress().step())
                : count(run.progress().epoch());
    }

    private static RunColumn number(
            String key, ToDoubleFunction<RunSummary> value, Function<RunSummary, String> text, Messages messages) {
        return new RunColumn(key, messages.text("train.column." + key), text, known(value), true);
    }

    private static RunColumn text(String key, Function<RunSummary, String> text, Messages messages) {
        return new RunColumn(
                key,
                messages.text("train.column." + key),
                text,
                run -> {
                    String shown = text.apply(run);
                    return shown.isEmpty() ? null : shown.toLowerCase(Locale.ROOT);
                },
                false);
    }

    private static Function<RunSummary, Object> known(ToDoubleFunction<RunSummary> value) {
        return run -> {
            double found = value.applyAsDouble(run);
            return Double.isNaN(found) || found == 0 ? null : (Object) found;
        };
    }

    private static String count(long value) {
        return value == 0 ? "–" : Numerals.count(value);
    }

    private static Object sortable(String value) {
        Double number = number(value);
        return value.isEmpty() ? null : number == null ? value : number;
    }

    private static Double number(String text) {
        return text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?") ? Double.valueOf(text) : null;
    }

    /** Sorts runs (stable); those without a value are last in both directions. */
    List<RunSummary> sorted(List<RunSummary> runs, boolean descending) {
        record Keyed(RunSummary run, Object key) {}
        List<Keyed> known = new ArrayList<>();
        List<RunSummary> unknown = new ArrayList<>();
        for (RunSummary run : runs) {
            Object key = sortKey.apply(run);
            if (key == null) {
                unknown.add(run);
            } else {
                known.add(new Keyed(run, key));
            }
        }
        Comparator<Keyed> order = (a, b) -> compare(a.key(), b.key());
        known.sort(descending ? order.reversed() : order);
        List<RunSummary> all = new ArrayList<>(known.stream().map(Keyed::run).toList());
        all.addAll(unknown);
        return all;
    }

    /** Numbers before texts. */
    private static int compare(Object a, Object b) {
        if (a instanceof Double first && b instanceof Double second) {
            return first.compareTo(second);
        }
        return a instanceof Double ? -1 : b instanceof Double ? 1 : ((String) a).compareTo((String) b);
    }
}
