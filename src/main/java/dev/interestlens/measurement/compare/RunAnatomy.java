package dev.interestlens.measurement.compare;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.anatomy.Anatomy;
import dev.interestlens.explain.anatomy.CoalitionScores;
import dev.interestlens.explain.anatomy.InputPart;
import dev.interestlens.explain.anatomy.MeasuredRows;
import dev.interestlens.measurement.quality.TestRows;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the figures of a run on its test part are made of, kept in its folder. */
public final class RunAnatomy {
    /** Share of the work that scoring takes. */
    private static final double SCORED = 0.9;

    private static final long SEED = 43;

    private RunAnatomy() {}

    /**
     * What was kept, or measures and keeps the result in the run's folder.
     *
     * @param users the most users
     * @throws dev.interestlens.store.ProblemException of kind CANCELLED where it was cancelled
     */
    public static Anatomy measure(RunFolder folder, int users, List<RankMetric> metrics, Progress progress) {
        Optional<Anatomy> before = kept(folder).filter(each -> each.holds(users, metrics));
        if (before.isPresent()) {
            return before.get().of(metrics);
        }
        try (OpenRun run = OpenRun.best(folder)) {
            return keep(run, of(run, users, metrics, progress));
        }
    }

    /**
     * The same beside a model that was trained without attention, kept, too.
     *
     * @param without its run
     */
    public static Anatomy retrained(RunFolder folder, Anatomy found, int users, RunFolder without) {
        try (OpenRun run = OpenRun.best(folder);
                Scorer other = run.bestModel(without)) {
            MeasuredRows rows = MeasuredRows.of(run.samples(), Part.TEST, users);
            ScoredSamples scored = rows.scored(rows.logits(other::logits, share -> {}));
            int[] once = RankMetric.once(scored);
            return keep(run, found.retrained(InputPart.ATTENTION, metric -> metric.of(scored)
                    .applyAsDouble(once)));
        }
    }

    private static Anatomy keep(OpenRun run, Anatomy found) {
        return FileAccess.get(() -> {
            Optional<StoredScores> kept = StoredScores.of(run.folder(), TestRows.of(run.description()));
            if (kept.isPresent()) {
                kept.get().write(Disk.real(), found);
            }
            return found;
        });
    }

    /** Measures an open run. */
    public static Anatomy of(OpenRun run, int users, List<RankMetric> metrics, Progress progress) {
        StagedProgress steps = new StagedProgress(progress);
        steps.begin("score", 0, SCORED);
        MeasuredRows rows = MeasuredRows.of(run.samples(), Part.TEST, users);
        CoalitionScores scores = scores(run, rows, steps);
        steps.begin("shares", SCORED, 1);
        int ofUsers =
                (int) Arrays.stream(run.samples().users(Part.TEST)).distinct().count();
        return Anatomy.of(scores, popularity(rows), ofUsers, metrics);
    }

    /** The scores of all sets of parts. */
    public static CoalitionScores scores(OpenRun run, MeasuredRows rows, StagedProgress steps) {
        return CoalitionScores.of(run.model(), rows, SEED, steps::within);
    }

    /** Those of the best weights, as they were kept; empty where they were not measured. */
    public static Optional<Anatomy> kept(RunFolder folder) {
        return FileAccess.get(() -> StoredScores.of(folder, TestRows.of(folder.read())))
                .flatMap(StoredScores::anatomy);
    }

    /** Whether it was measured by a rule of before alone, so that it has to be measured anew. */
    public static boolean isOutdated(RunFolder folder) {
        return FileAccess.get(() -> StoredScores.of(folder, TestRows.of(folder.read())))
                .filter(StoredScores::anatomyIsOutdated)
                .isPresent();
    }

    private static double[] popularity(MeasuredRows rows) {
        SampleSet samples = rows.samples();
        return Arrays.stream(rows.rows())
                .mapToDouble(row ->
                        samples.trainingEvents(samples.sample(rows.part(), row).candidate()))
                .toArray();
    }
}
