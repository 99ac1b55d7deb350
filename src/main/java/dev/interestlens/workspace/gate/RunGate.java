package dev.interestlens.workspace.gate;

import dev.interestlens.data.source.Progress;
import dev.interestlens.metric.KeptRanking;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.StagedProgress;
import dev.interestlens.workspace.compare.RunComparison;
import dev.interestlens.workspace.compare.SharedRows;
import dev.interestlens.workspace.compare.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs that are compared group by group on the test users of the first.
 *
 * @param before is replaced
 * @param after replaces it
 * @param seeds the same training as {@code before} with other seeds; may be empty
 */
public record RunGate(RunFolder before, RunFolder after, List<RunFolder> seeds) {
    public RunGate {
        seeds = List.copyOf(seeds);
    }

    /** Whether a run is the same training with another seed. */
    public static boolean isOtherSeed(RunDescription run, RunDescription of) {
        return run.fingerprint().equals(of.fingerprint())
                && run.config().training().seed() != of.config().training().seed()
                && Verdict.withSeed(run.config(), 0).equals(Verdict.withSeed(of.config(), 0));
    }

    /**
     * Measures what is not kept of the runs' rankings, and compares.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE where a run cannot be ranked on the same users, or is no other seed
     */
    public Gate measure(Gate.Terms terms, Progress progress) {
        requireComparable();
        StagedProgress steps = new StagedProgress(progress);
        List<RunFolder> all = new ArrayList<>(List.of(before, after));
        all.addAll(seeds);
        List<KeptRanking> rankings = new ArrayList<>();
        try (SharedRows rows = SharedRows.of(before)) {
            for (RunFolder run : all) {
                steps.begin("measure", (double) rankings.size() / all.size(), (rankings.size() + 1.0) / all.size());
                rankings.add(RunComparison.measured(rows, run, steps).ranking().kept());
            }
            return Gate.of(
                    rows.samples(),
                    new Gate.Ranked(name(before), rankings.get(0)),
                    new Gate.Ranked(name(after), rankings.get(1)),
                    rankings.subList(2, rankings.size()),
                    terms);
        }
    }

    private void requireComparable() {
        RunDescription first = before.read();
        if (!SharedRows.fits(first, after.read())) {
            throw refused("gateRows", after);
        }
        for (RunFolder seed : seeds) {
            if (!isOtherSeed(seed.read(), first) || !SharedRows.fits(first, seed.read())) {
                throw refused("gateSeed", seed);
            }
        }
    }

    private RuntimeException refused(String key, RunFolder run) {
        return Problem.usage(RunGate.class, key, run.path()).exception("before", name(before));
    }

    private static String name(RunFolder run) {
        return run.read().marked(RunSummary.of(run).with(RunLabels.read(run)).name());
    }
}
