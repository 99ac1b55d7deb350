package dev.interestlens.ui.train;

import dev.interestlens.train.JournalEntry;
import dev.interestlens.ui.common.RunProgress;

/** What a run's progress is counted in. */
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
    MINUTES {
        @Override
        double of(RunProgress run, double step, double seconds) {
            return seconds / SECONDS;
        }

        @Override
        double end(RunProgress run) {
            double so = run.seconds().length == 0 ? 0 : run.seconds()[run.seconds().length - 1];
            double left = run.summary().isAlive() && !Double.isNaN(run.secondsLeft()) ? run.secondsLeft() : 0;
            double epochs = run.epochs().isEmpty()
                    ? 0
                    : run.epochs().get(run.epochs().size() - 1).seconds();
            return (Math.max(so, epochs) + left) / SECONDS;
        }
    };

    private static final double SECONDS = 60;

    /** Place of a moment of a run. */
    abstract double of(RunProgress run, double step, double seconds);

    /** Where a run ends, or is going to. */
    abstract double end(RunProgress run);

    double[] steps(RunProgress run) {
        double[] places = new double[run.steps().length];
        for (int i = 0; i < places.length; i++) {
            places[i] = of(run, run.steps()[i], run.seconds()[i]);
        }
        return places;
    }

    double[] epochs(RunProgress run) {
        return run.epochs().stream()
                .mapToDouble((JournalEntry.EpochDone epoch) -> of(run, epoch.step(), epoch.seconds()))
                .toArray();
    }

    /** The key of its name. */
    String key() {
        return "train.across." + this;
    }
}
