package dev.interestlens.measurement.fidelity;

import dev.interestlens.explain.fidelity.FidelityReport.NoControl;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.store.Disk;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.StopReason;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Control runs of a run, which differ only in the seed, or in that attention is not learnt: finished runs of the same workspace, and those trained as
 * controls in {@code controls/} within its folder, which lists of runs do not show.
 */
public final class ControlRuns {
    private static final String FOLDER = "controls";

    private final RunFolder run;
    private final RunDescription description;

    public ControlRuns(RunFolder run) {
        this.run = run;
        description = run.read();
    }

    /** Finished runs of other seeds, at most {@code most}. */
    public List<RunFolder> seeds(int most) {
        ExperimentConfig plain = Verdict.withSeed(description.config(), 0);
        List<Long> seen =
                new ArrayList<>(List.of(description.config().training().seed()));
        List<RunFolder> found = new ArrayList<>();
        for (RunFolder each : candidates()) {
            RunSummary summary = RunSummary.of(each);
            boolean alike = finished(summary)
                    && readsTheSame(summary.description())
                    && Verdict.withSeed(summary.description().config(), 0).equals(plain);
            long seed = alike ? summary.description().config().training().seed() : 0;
            if (alike && !seen.contains(seed) && found.size() < most) {
                seen.add(seed);
                found.add(each);
            }
        }
        return found;
    }

    /** The finished run whose attention was not learnt. */
    public Optional<RunFolder> uniform() {
        ExperimentConfig wanted = uniformConfig();
        return candidates().stream()
                .map(RunSummary::of)
                .filter(summary -> finished(summary)
                        && readsTheSame(summary.description())
                        && summary.description().config().equals(wanted))
                .map(RunSummary::folder)
                .findFirst();
    }

    /** The reason why there can be no such run, if there is one. */
    public Optional<NoControl> noUniform() {
        return switch (description.config().model().weighing()) {
            case ALIKE -> Optional.of(NoControl.ALIKE_ALREADY);
            case RAW -> Optional.of(NoControl.RAW_WEIGHTS);
            case NORMALISED -> Optional.empty();
        };
    }

    /** Whether its training reads the same rows of the same data. */
    private boolean readsTheSame(RunDescription other) {
        return other.fingerprint().equals(description.fingerprint())
                && Objects.equals(other.without(), description.without());
    }

    private static boolean finished(RunSummary summary) {
        boolean whole = summary.stopReason() == StopReason.COMPLETED || summary.stopReason() == StopReason.EARLY;
        return summary.status() == RunSummary.Status.ENDED && whole && summary.bestEpoch() > 0;
    }

    /** The runs to be trained for controls with so many seeds in all; begun ones are resumed. */
    public List<RunFolder> describeMissing(int seeds) {
        List<RunFolder> wanted = new ArrayList<>();
        if (noUniform().isEmpty() && uniform().isEmpty()) {
            wanted.add(described("uniform", uniformConfig()));
        }
        List<Long> known =
                new ArrayList<>(List.of(description.config().training().seed()));
        seeds(seeds).forEach(each -> known.add(each.read().config().training().seed()));
        LongStream.iterate(description.config().training().seed() + 1, seed -> seed + 1)
                .filter(seed -> !known.contains(seed))
                .limit(Math.max(0, seeds - known.size()))
                .forEach(seed -> wanted.add(described("seed-" + seed, Verdict.withSeed(description.config(), seed))));
        return wanted;
    }

    private RunFolder described(String name, ExperimentConfig config) {
        RunFolder folder = new RunFolder(run.path().resolve(FOLDER).resolve(name));
        if (!folder.exists()) {
            Trainer.describe(
                    Disk.real(),
                    folder,
                    Trainer.described(
                                    description.name() + " · " + name,
                                    description.dataset(),
                                    description.fingerprint(),
                                    config)
                            .without(description.without()));
        }
        return folder;
    }

    private ExperimentConfig uniformConfig() {
        return ConfigJson.set(description.config(), "training.attention=uniform");
    }

    private List<RunFolder> candidates() {
        List<RunFolder> all = new ArrayList<>(within(run.path().resolve(FOLDER)));
        all.addAll(within(run.path().getParent()));
        all.remove(run);
        return all;
    }

    private static List<RunFolder> within(Path folder) {
        return folder == null
                ? List.of()
                : Disk.list(folder).stream()
                        .map(RunFolder::new)
                        .filter(RunFolder::exists)
                        .toList();
    }
}
