package dev.interestlens.ui.train;

import dev.interestlens.filter.Field;
import dev.interestlens.filter.Filter;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.train.run.JournalEntry.Valid;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The filter of runs: words of name, tags, note, model and data set, metrics of the best epoch, and settings by their dotted names. */
final class RunFilter {
    private final List<Field<RunSummary>> fields;
    private final List<Field<RunSummary>> words;

    /**
     * @param settings of a run by their dotted names
     * @param data display name of a run's data set
     * @param keys names of all settings that can be used
     */
    RunFilter(
            Function<RunSummary, Map<String, String>> settings,
            Function<RunSummary, String> data,
            Collection<String> keys) {
        words = List.of(
                Field.text(run -> List.of(run.name(), folder(run)), "name", "run"),
                Field.text(run -> run.labels().tags(), "tag"),
                Field.text(run -> List.of(run.labels().note()), "note"),
                Field.text(RunFilter::model, "model"),
                Field.text(run -> List.of(data.apply(run)), "data"));
        fields = new ArrayList<>(words);
        fields.add(Field.text(run -> List.of(RunWords.stateKey(run)), "state"));
        RankingMetric.ofEpochs()
                .forEach(metric -> fields.add(best(
                        valid -> valid.ranked(metric), RunColumn.key(metric).toLowerCase(Locale.ROOT))));
        RowMetric.ofEpochs()
                .forEach(metric ->
                        fields.add(best(valid -> valid.row(metric), metric.id().toLowerCase(Locale.ROOT))));
        fields.add(Field.number(run -> run.progress().epoch(), "epochs"));
        fields.add(Field.number(run -> run.progress().step(), "steps"));
        fields.add(Field.number(run -> run.progress().seconds(), "seconds"));
        keys.forEach(key -> fields.add(switchField(settings, key)));
    }

    /** Parses a filter. */
    Filter<RunSummary> of(String typed) {
        return Filter.of(typed, fields, words);
    }

    private static Field<RunSummary> switchField(Function<RunSummary, Map<String, String>> settings, String key) {
        String[] names = {
            key.toLowerCase(Locale.ROOT),
            key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)
        };
        return Field.mixed(run -> settings.apply(run).getOrDefault(key, ""), names);
    }

    private static Field<RunSummary> best(Function<Valid, Double> metric, String name) {
        return Field.number(figure(metric), name);
    }

    /** A metric of the best epoch; NaN where there is none. */
    static ToDoubleFunction<RunSummary> figure(Function<Valid, Double> metric) {
        return run -> {
            Double value = run.best() == null ? null : metric.apply(run.best());
            return value == null ? Double.NaN : value;
        };
    }

    private static String folder(RunSummary run) {
        return run.folder().folderName();
    }

    static List<String> model(RunSummary run) {
        return run.description() == null
                ? List.of()
                : List.of(run.description().config().model().id());
    }
}
