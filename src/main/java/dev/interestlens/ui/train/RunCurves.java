package dev.interestlens.ui.train;

import dev.interestlens.train.EpochRule;
import dev.interestlens.train.config.TrainingConfig.StopMetric;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.control.chart.MetricSeries;
import dev.interestlens.ui.control.chart.MetricSeries.Dots;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The curves of runs, each in its own colour and dashes. Training is a plain line, validation at the end of
 * epochs a line with dots, validation within epochs on a sample a thin line with rings.
 */
record RunCurves(List<RunProgress> runs, List<Integer> styles, ProgressAxis across) {
    RunCurves {
        runs = List.copyOf(runs);
        styles = List.copyOf(styles);
    }

    /** With styles in the order of the runs. */
    RunCurves(List<RunProgress> runs, ProgressAxis across) {
        this(runs, IntStream.range(0, runs.size()).boxed().toList(), across);
    }

    /** @param validation the name of a run's validation loss, by the run's own */
    List<MetricSeries> losses(UnaryOperator<String> validation) {
        List<MetricSeries> lines = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            RunProgress run = runs.get(i);
            lines.add(new MetricSeries(
                    run.summary().name(), across.steps(run), run.records().losses(), styles.get(i), true, true, -1));
            measured(lines, i, validation.apply(run.summary().name()), run::loss, -1);
        }
        return lines;
    }

    List<MetricSeries> rates() {
        List<MetricSeries> lines = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            RunProgress run = runs.get(i);
            lines.add(new MetricSeries(
                    run.summary().name(), across.steps(run), run.records().rates(), styles.get(i), true, false, -1));
        }
        return lines;
    }

    /** The kept epoch of a run is marked in the curve of the metric that its rule compares, and in no other. */
    List<MetricSeries> validation(StopMetric metric) {
        List<MetricSeries> lines = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            RunProgress run = runs.get(i);
            measured(lines, i, run.summary().name(), new EpochRule(metric)::value, run.kept(metric));
        }
        return lines;
    }

    private void measured(
            List<MetricSeries> lines, int which, String name, ToDoubleFunction<JournalEntry.Valid> metric, int best) {
        RunProgress run = runs.get(which);
        int color = styles.get(which);
        double[] y = run.epochs().stream()
                .mapToDouble(epoch -> metric.applyAsDouble(epoch.valid()))
                .toArray();
        lines.add(new MetricSeries(name, epochs(run), y, color, true, false, best, Dots.FULL));
        if (!run.validated().isEmpty()) {
            double[] within = run.validated().stream()
                    .mapToDouble(each -> metric.applyAsDouble(each.valid()))
                    .toArray();
            lines.add(new MetricSeries(name, within(run), within, color, true, false, -1, Dots.HOLLOW));
        }
    }

    double[] epochs(RunProgress run) {
        return across.places(run, run.epochs(), JournalEntry.EpochDone::step, JournalEntry.EpochDone::seconds);
    }

    double[] within(RunProgress run) {
        return across.places(run, run.validated(), JournalEntry.Validated::step, JournalEntry.Validated::seconds);
    }

    /** The smallest axis value of all runs. */
    double start() {
        return runs.stream()
                .mapToDouble(across::start)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
    }

    /** The largest axis value of all runs, including the expected end where it is known. */
    double end() {
        return runs.stream()
                .mapToDouble(across::end)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }

    /** The selected run, then those drawn with it. */
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
