package dev.interestlens.measurement;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.RunCommand;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A measurement of a data set by trainings on it, kept in the data set's folder, where it goes on if it was stopped. Of a run it is that of its data set, with
 * trainings like that of the run.
 */
abstract class DataMeasurement<S extends Record, R> implements Measurement<S, R> {
    @Override
    public Subject subject() {
        return Subject.DATA;
    }

    @Override
    public R measure(OpenRun run, S settings, Means means) {
        return measure(run.data().folder(), settings, means);
    }

    /** What was last kept of a data set with such a training. */
    protected abstract Optional<R> kept(Path dataset, ExperimentConfig config);

    @Override
    public Optional<R> kept(RunFolder run) {
        RunDescription described = run.read();
        return PreparedDataset.isAt(described.dataset())
                ? kept(described.dataset(), described.config())
                : Optional.empty();
    }

    @Override
    public Effort effort(List<RunSummary> runs) {
        String kind = id().toUpperCase(Locale.ROOT);
        return runs.size() == 1 ? Effort.ofTrainings(kind, runs.get(0)) : Effort.unknown(kind);
    }

    @Override
    public List<String> command(List<RunFolder> runs) {
        RunDescription described = runs.get(0).read();
        return RunCommand.trained(id(), described.dataset(), described.config());
    }
}
