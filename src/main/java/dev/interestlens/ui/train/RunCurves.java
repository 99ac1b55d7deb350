package dev.interestlens.ui.train;

import dev.interestlens.train.JournalEntry;
import dev.interestlens.ui.common.RunProgress;
import dev.interestlens.ui.control.chart.MetricSeries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The lines that runs give: the first in full, the others beside it in colours and dashes of their own. */
final class RunCurves {
    private RunCurves() {}

    static List<MetricSeries> losses(List<RunProgress> runs, ProgressAxis across) {
        List<MetricSeries> lines = new ArrayList<>();
        for (RunProgress run : runs) {
            lines.add(line(run, across.steps(run), run.losses(), lines.size(), true, -1));
        }
        return lines;
    }

    static List<MetricSeries> rates(List<RunProgress> runs, ProgressAxis across) {
        List<MetricSeries> lines = new ArrayList<>();
        for (RunProgress run : runs) {
            lines.add(line(run, across.steps(run), run.rates(), lines.size(), false, -1));
        }
        return lines;
    }

    static List<MetricSeries> validation(
            List<RunProgress> runs, ProgressAxis across, Function<JournalEntry.Valid, Double> metric) {
        List<MetricSeries> lines = new ArrayList<>();
        for (RunProgress run : runs) {
            List<JournalEntry.EpochDone> epochs = run.epochs();
            double[] y = epochs.stream()
                    .map(epoch -> metric.apply(epoch.valid()))
                    .mapToDouble(value -> value == null ? Double.NaN : value)
                    .toArray();
            int best = -1;
            for (int i = 0; i < epochs.size(); i++) {
                best = epochs.get(i).best() ? i : best;
            }
            lines.add(line(run, across.epochs(run), y, lines.size(), false, best));
        }
        return lines;
    }

    private static MetricSeries line(RunProgress run, double[] x, double[] y, int color, boolean noisy, int best) {
        return new MetricSeries(run.summary().name(), x, y, color, color > 0, noisy, best);
    }

    /** The largest place of all runs, where it is known beforehand also of what is to come. */
    static double end(List<RunProgress> runs, ProgressAxis across) {
        return runs.stream().mapToDouble(across::end).max().orElse(1);
    }

    /** The run that is looked at, then those laid over it. */
    static List<RunProgress> all(RunProgress first, Collection<RunProgress> others) {
        List<RunProgress> all = new ArrayList<>();
        if (first != null) {
            all.add(first);
        }
        others.stream()
                .filter(run -> first == null
                        || !run.summary().folder().equals(first.summary().folder()))
                .forEach(all::add);
        return all;
    }
}
