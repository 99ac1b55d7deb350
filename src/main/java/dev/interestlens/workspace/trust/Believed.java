package dev.interestlens.workspace.trust;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.model.ForeignConfig;
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
 * @param seconds about how long measuring takes; 0 where it was measured, or cannot be
 * @param command words of the command that measures it
 */
public record Believed(Optional<TrustReport> report, double seconds, List<String> command) {
    public static final Believed NOTHING = new Believed(Optional.empty(), 0, List.of());

    /** Trainings of a law, with the measuring after each: as many on copies with planted causes as on the log itself. */
    private static final double TRAININGS = 2 * TrustSettings.SEEDS * 1.15;

    public Believed {
        command = List.copyOf(command);
    }

    /** Reads what is kept with the data set of a run. */
    public static Believed of(RunFolder folder) {
        RunSummary run = RunSummary.of(folder);
        if (run.description() == null || !PreparedDataset.isAt(run.description().dataset())) {
            return NOTHING;
        }
        Path dataset = run.description().dataset();
        ExperimentConfig config = run.description().config();
        Optional<TrustReport> kept = Trust.kept(dataset, config);
        if (kept.isPresent()) {
            return new Believed(kept, 0, List.of());
        }
        boolean can = run.status() == RunSummary.Status.ENDED
                && !config.model().id().equals(ForeignConfig.ID)
                && canHold(dataset);
        return can ? new Believed(kept, run.seconds() * TRAININGS, RunCommand.trust(dataset, config)) : NOTHING;
    }

    /** Whether causes can be planted, as far as the data set's description tells. */
    private static boolean canHold(Path dataset) {
        try (PreparedDataset data = PreparedDataset.open(dataset)) {
            DatasetInfo info = data.info();
            return info.planted().isEmpty() && info.timed() && info.categories() > 1;
        }
    }
}
