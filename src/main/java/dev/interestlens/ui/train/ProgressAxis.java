package dev.interestlens.ui.train;

import dev.interestlens.ui.common.run.RunProgress;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The horizontal axis of training curves. */
enum ProgressAxis {
    STEP {
        @Override
        double of(RunProgress run, double step, double seconds) {
            return step;
        }

        @Override
        double end(RunProgress run) {
            return run.summary().isAlive() ? run.totalSteps() : run.summary().step();
        }
    },
    EPOCH {
        @Override
        double of(RunProgress run, double step, double seconds) {
            return run.started() == null ? 0 : step / run.started().stepsPerEpoch();
        }

        @Override
        double end(RunProgress run) {
            return of(run, STEP.end(run), 0);
        }
    },
    /** Training time without pauses and validation. */
    MINUTES {
        @Override
        double of(RunProgress run, double step, double seconds) {
            return seconds / SECONDS;
        }

        @Override
        double end(RunProgress run) {
            double so = run.seconds().length == 0 ? 0 : run.seconds()[run.seconds().length - 1];
            double epochs = run.epochs().isEmpty()
                    ? 0
                    : run.epochs().get(run.epochs().size() - 1).seconds();
            return (Math.max(so, epochs) + left(run)) / SECONDS;
        }
    },
    /** Wall-clock time: seconds since 1970. */
    TIME {
        @Override
        double of(RunProgress run, double step, double seconds) {
            return run.timeOf(step);
        }

        @Override
        double start(RunProgress run) {
            return run.times().length == 0 ? Double.NaN : run.times()[0];
        }

        @Override
        double end(RunProgress run) {
            return run.times().length == 0 ? Double.NaN : run.times()[run.times().length - 1] + left(run);
        }
    };

    private static final double SECONDS = 60;

    /** The axis value of a moment of a run. */
    abstract double of(RunProgress run, double step, double seconds);

    /** The start of a run; NaN where it is not known. */
    double start(RunProgress run) {
        return 0;
    }

    /** The end of a run, or its expected end; NaN where it is not known. */
    abstract double end(RunProgress run);

    private static double left(RunProgress run) {
        return run.summary().isAlive() && !Double.isNaN(run.secondsLeft()) ? run.secondsLeft() : 0;
    }

    double[] steps(RunProgress run) {
        if (this == TIME) {
            return run.times();
        }
        double[] places = new double[run.steps().length];
        for (int i = 0; i < places.length; i++) {
            places[i] = of(run, run.steps()[i], run.seconds()[i]);
        }
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
