package dev.interestlens.workspace.trust;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.model.ForeignConfig;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunCommand;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is known about explanations of a run, from causes planted in its log.
 *
 * @param report empty where it was not measured
 * @param seconds about how long measuring takes; 0 where it was measured, or cannot be; NaN where that is not known
 * @param command words of the command that measures it
 * @param begun whether an earlier measurement was cancelled, and is gone on with
 */
public record Believed(Optional<TrustReport> report, double seconds, List<String> command, boolean begun) {
    public static final Believed NOTHING = new Believed(Optional.empty(), 0, List.of(), false);

    /** Trainings of a law, with the measuring after each: as many on copies with planted causes as on the log itself. */
    private static final double TRAININGS = 2 * TrustSettings.SEEDS * 1.15;

    public Believed {
        command = List.copyOf(command);
    }

    /** Reads what is kept with the data set of a run. */
    public static Believed of(RunFolder folder) {
        RunSummary run = RunSummary.of(folder);
        return run.description() == null ? NOTHING : of(run, run.description().dataset());
    }

    /** Reads what is kept with a data set like that of a run, about models like it. */
    public static Believed of(RunFolder folder, Path dataset) {
        RunSummary run = RunSummary.of(folder);
        return run.description() == null ? NOTHING : of(run, dataset);
    }

    private static Believed of(RunSummary run, Path dataset) {
        ExperimentConfig config = run.description().config();
        boolean can =
                run.status() == RunSummary.Status.ENDED && !config.model().id().equals(ForeignConfig.ID);
        return of(dataset, config, can ? run.progress().seconds() * TRAININGS : 0);
    }

    /** Reads what is kept with a data set without a run, about a quick model of the first family. */
    public static Believed of(Path dataset) {
        return of(
                dataset,
                ExperimentConfig.preset(ModelCatalog.first().id(), Preset.QUICK).withUsualReading(),
                Double.NaN);
    }

    private static Believed of(Path dataset, ExperimentConfig config, double seconds) {
        if (!PreparedDataset.isAt(dataset)) {
            return NOTHING;
        }
        Optional<TrustReport> kept = Trust.kept(dataset, config);
        if (kept.isPresent()) {
            return new Believed(kept, 0, List.of(), false);
        }
        return seconds != 0 && canHold(dataset)
                ? new Believed(kept, seconds, RunCommand.trust(dataset, config), Trust.isBegun(dataset, config))
                : NOTHING;
    }

    /** Whether causes can be planted, as far as the data set's description tells. */
    private static boolean canHold(Path dataset) {
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            DatasetInfo info = data.info();
            return info.planted().isEmpty()
                    && info.times().timed()
                    && info.counts().categories() > 1;
        }
    }
}
