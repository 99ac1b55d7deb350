package dev.interestlens.measurement;

import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.nio.file.Path;
import java.util.Optional;

/** A measurement of a run, kept in the run's folder by its weights and the settings. */
public abstract class RunMeasurement<S extends Record, R> implements Measurement<S, R> {
    @Override
    public Subject subject() {
        return Subject.RUN;
    }

    /** Whether it is measured anew each time, since it holds times of this machine, or depends on more than weights and settings. */
    protected boolean isMeasuredAnew() {
        return false;
    }

    @Override
    public R measure(Path subject, S settings, Means means) {
        RunFolder folder = new RunFolder(subject);
        Optional<R> before = isMeasuredAnew()
                ? Optional.empty()
                : KeptResults.of(folder, this).flatMap(results -> results.read(settings));
        if (before.isPresent()) {
            return before.get();
        }
        try (OpenRun run = OpenRun.best(folder)) {
            R found = measure(run, settings, means);
            KeptResults.of(folder, this).ifPresent(results -> results.write(settings, found));
            return found;
        }
    }

    @Override
    public Optional<R> kept(RunFolder run) {
        return KeptResults.of(run, this).flatMap(KeptResults::newest);
    }
}
