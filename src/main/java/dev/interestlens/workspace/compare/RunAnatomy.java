package dev.interestlens.workspace.compare;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.anatomy.Anatomy;
import dev.interestlens.explain.anatomy.CoalitionScores;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.store.Disk;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.StagedProgress;
import dev.interestlens.workspace.measure.TestRows;
import dev.interestlens.workspace.score.HistoryLengths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the figures of a run on its test part are made of, kept in its folder. */
public final class RunAnatomy {
    /** Users that are measured by default: a spread sample takes about half a minute. */
    public static final int USERS = 200;

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
            Anatomy found = of(run, users, metrics, progress);
            Optional<StoredScores> kept = StoredScores.of(folder, TestRows.of(run.description()));
            if (kept.isPresent()) {
                kept.get().write(Disk.real(), found);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Measures an open run. */
    public static Anatomy of(OpenRun run, int users, List<RankMetric> metrics, Progress progress) {
        StagedProgress steps = new StagedProgress(progress);
        steps.begin("score", 0, SCORED);
        CoalitionScores scores = scores(run, users, steps);
        steps.begin("shares", SCORED, 1);
        int[] rows = rows(run.samples(), users);
        int ofUsers = (int)
                Arrays.stream(run.samples().users(Part.TEST)).distinct().count();
        return Anatomy.of(scores, popularity(run.samples(), rows), ofUsers, metrics);
    }

    /** The scores of all sets of parts. */
    public static CoalitionScores scores(OpenRun run, int users, StagedProgress steps) {
        return CoalitionScores.of(
                run.model(), run.samples(), Part.TEST, rows(run.samples(), users), SEED, steps::within);
    }

    /** Those of the best weights, as they were kept; empty where they were not measured. */
    public static Optional<Anatomy> kept(RunFolder folder) {
        try {
            return StoredScores.of(folder, TestRows.of(folder.read())).flatMap(StoredScores::anatomy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] rows(SampleSet samples, int users) {
        return HistoryLengths.rowsOfSomeUsers(samples.users(Part.TEST), users);
    }

    private static double[] popularity(SampleSet samples, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> samples.trainingEvents(
                        samples.sample(Part.TEST, row).candidate()))
                .toArray();
    }
}
