package dev.interestlens.measurement.trust;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.model.ForeignConfig;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.RunCommand;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is known about explanations of a run, from causes planted in its log.
 *
 * @param report empty where it was not measured
 * @param effort what measuring costs: trainings like that of the run
 * @param command words of the command that measures it
 * @param begun whether an earlier measurement was cancelled, and is gone on with
 */
public record Believed(Optional<TrustReport> report, Effort effort, List<String> command, boolean begun) {
    private static final Effort UNKNOWN = Effort.unknown("TRUST");

    public static final Believed NOTHING = new Believed(Optional.empty(), UNKNOWN, List.of(), false);

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
        return can ? of(dataset, config, Effort.ofTrainings(UNKNOWN.kind(), run)) : kept(dataset, config);
    }

    /** Reads what is kept with a data set without a run, about a quick model of the first family. */
    public static Believed of(Path dataset) {
        return of(
                dataset,
                ExperimentConfig.preset(ModelCatalog.first().id(), Preset.QUICK).withUsualReading(),
                UNKNOWN);
    }

    private static Believed of(Path dataset, ExperimentConfig config, Effort whole) {
        Believed kept = kept(dataset, config);
        if (kept.report.isPresent() || !PreparedDataset.isAt(dataset) || !canHold(dataset)) {
            return kept;
        }
        boolean begun = Trust.isBegun(dataset, config);
        return new Believed(kept.report, begun ? UNKNOWN : whole, RunCommand.trained("trust", dataset, config), begun);
    }

    private static Believed kept(Path dataset, ExperimentConfig config) {
        return PreparedDataset.isAt(dataset)
                ? new Believed(Trust.kept(dataset, config), UNKNOWN, List.of(), false)
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
