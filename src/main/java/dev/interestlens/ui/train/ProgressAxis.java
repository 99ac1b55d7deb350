package dev.interestlens.ui.train;

import dev.interestlens.ui.common.run.RunProgress;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The horizontal axis of training curves. */
enum ProgressAxis {
    STEP,
    EPOCH,
    /** Training time without pauses and validation. */
    MINUTES,
    /** Wall-clock time: seconds since 1970. */
    TIME;

    private static final double SECONDS = 60;

    /** The axis value of a moment of a run. */
    double of(RunProgress run, double step, double seconds) {
        return switch (this) {
            case STEP -> step;
            case EPOCH -> run.started() == null ? 0 : step / run.started().stepsPerEpoch();
            case MINUTES -> seconds / SECONDS;
            case TIME -> run.records().timeOf(step);
        };
    }

    /** The start of a run; NaN where it is not known. */
    double start(RunProgress run) {
        return this != TIME
                ? 0
                : run.records().count() == 0 ? Double.NaN : run.records().times()[0];
    }

    /** The end of a run, or its expected end; NaN where it is not known. */
    double end(RunProgress run) {
        return switch (this) {
            case STEP ->
                run.summary().isAlive()
                        ? run.totalSteps()
                        : run.summary().progress().step();
            case EPOCH -> of(run, STEP.end(run), 0);
            case MINUTES -> (trained(run) + left(run)) / SECONDS;
            case TIME -> last(run.records().times(), Double.NaN) + left(run);
        };
    }

    /** Seconds until the last step or epoch that is known. */
    private static double trained(RunProgress run) {
        double steps = last(run.records().seconds(), 0);
        return run.epochs().isEmpty()
                ? Math.max(steps, 0)
                : Math.max(steps, run.epochs().get(run.epochs().size() - 1).seconds());
    }

    private static double last(double[] of, double none) {
        return of.length == 0 ? none : of[of.length - 1];
    }

    private static double left(RunProgress run) {
        return run.summary().isAlive() && !Double.isNaN(run.secondsLeft()) ? run.secondsLeft() : 0;
    }

    double[] steps(RunProgress run) {
        if (this == TIME) {
            return run.records().times();
        }
        RunProgress.Records records = run.records();
        double[] places = new double[records.count()];
        Arrays.setAll(places, i -> of(run, records.steps()[i], records.seconds()[i]));
        return places;
    }

    /** Axis values of records with step and seconds. */
    <T> double[] places(RunProgress run, List<T> all, ToLongFunction<T> step, ToDoubleFunction<T> seconds) {
        return all.stream()
                .mapToDouble(each -> of(run, step.applyAsLong(each), seconds.applyAsDouble(each)))
                .toArray();
    }

    /** The key of its name. */
    String key() {
        return "train.across." + this;
    }
}
