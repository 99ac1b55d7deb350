package dev.interestlens.ui.train;

import dev.interestlens.train.JournalEntry;
import dev.interestlens.ui.common.RunProgress;
import dev.interestlens.ui.control.MetricSeries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The lines that runs give: the first in full, the others beside it in colours of their own, dashed. */
final class Curves {
    private Curves() {}

    static List<MetricSeries> losses(RunProgress first, Collection<RunProgress> others) {
        List<MetricSeries> lines = new ArrayList<>();
        int color = 0;
        for (RunProgress run : all(first, others)) {
            lines.add(new MetricSeries(name(run), run.steps(), run.losses(), color, color > 0, true, -1));
            color++;
        }
        return lines;
    }

    static List<MetricSeries> validation(
            RunProgress first, Collection<RunProgress> others, Function<JournalEntry.Valid, Double> metric) {
        List<MetricSeries> lines = new ArrayList<>();
        int color = 0;
        for (RunProgress run : all(first, others)) {
            List<JournalEntry.EpochDone> epochs = run.epochs();
            double[] x =
                    epochs.stream().mapToDouble(JournalEntry.EpochDone::step).toArray();
            double[] y = epochs.stream()
                    .map(epoch -> metric.apply(epoch.valid()))
                    .mapToDouble(value -> value == null ? Double.NaN : value)
                    .toArray();
            int best = -1;
            for (int i = 0; i < epochs.size(); i++) {
                best = epochs.get(i).best() ? i : best;
            }
            lines.add(new MetricSeries(name(run), x, y, color, color > 0, false, best));
            color++;
        }
        return lines;
    }

    /** The largest step of all runs, where it is known beforehand also of steps to come. */
    static double end(RunProgress first, Collection<RunProgress> others) {
        return all(first, others).stream()
                .mapToDouble(run -> run.summary().isAlive()
                        ? run.totalSteps()
                        : run.summary().step())
                .max()
                .orElse(1);
    }

    private static List<RunProgress> all(RunProgress first, Collection<RunProgress> others) {
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

    private static String name(RunProgress run) {
        return run.summary().folder().path().getFileName().toString();
    }
}
