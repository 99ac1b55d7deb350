package dev.interestlens.measurement.gate;

import dev.interestlens.data.source.Progress;
import dev.interestlens.measurement.compare.RunComparison;
import dev.interestlens.measurement.compare.SharedRows;
import dev.interestlens.measurement.compare.StoredScores;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.metric.KeptRanking;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.StagedProgress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** All of them, in this order. */
    public List<RunFolder> all() {
        return Stream.concat(Stream.of(before, after), seeds.stream()).toList();
    }

    /** Whether a run is the same training with another seed. */
    public static boolean isOtherSeed(RunDescription run, RunDescription of) {
        return isSameTraining(run, of) && seed(run) != seed(of);
    }

    private static boolean isSameTraining(RunDescription run, RunDescription of) {
        return run.fingerprint().equals(of.fingerprint())
                && Verdict.withSeed(run.config(), 0).equals(Verdict.withSeed(of.config(), 0));
    }

    private static long seed(RunDescription run) {
        return run.config().training().seed();
    }

    /**
     * Those of some runs that tell what another seed changes: the same training as {@code before}, on the same rows, each with a seed that neither of
     * the two runs has, nor one before it.
     */
    public static <T> List<T> otherSeeds(
            List<T> runs, Function<T, RunDescription> described, RunDescription before, RunDescription after) {
        Set<Long> seeds = new HashSet<>();
        if (isSameTraining(after, before)) {
            seeds.add(seed(after));
        }
        return runs.stream()
                .filter(run -> isOtherSeed(described.apply(run), before)
                        && SharedRows.fits(before, described.apply(run))
                        && seeds.add(seed(described.apply(run))))
                .toList();
    }

    /**
     * Measures what is not kept of the runs' rankings, and compares.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE where a run cannot be ranked on the same users, or is no other seed
     */
    public Gate measure(Gate.Terms terms, Progress progress, StoredScores.Writing writing) {
        requireComparable();
        StagedProgress steps = new StagedProgress(progress);
        List<RunFolder> all = all();
        List<KeptRanking> rankings = new ArrayList<>();
        try (SharedRows rows = SharedRows.of(before)) {
            for (RunFolder run : all) {
                steps.begin("measure", (double) rankings.size() / all.size(), (rankings.size() + 1.0) / all.size());
                rankings.add(RunComparison.measured(rows, run, steps, writing)
                        .ranking()
                        .kept());
            }
            return Gate.of(
                    rows.samples(),
                    new Gate.Ranked(name(before), rankings.get(0)),
                    new Gate.Ranked(name(after), rankings.get(1)),
                    rankings.subList(2, rankings.size()),
                    terms);
        }
    }

    /** A run that is given twice, or copied, would count as a further seed and make the bar lower than seeds are apart. */
    void requireComparable() {
        RunDescription first = before.read();
        if (!SharedRows.fits(first, after.read())) {
            throw refused("gateRows", after).exception();
        }
        List<RunFolder> earlier = new ArrayList<>(List.of(before, after));
        for (RunFolder seed : seeds) {
            for (RunFolder other : earlier) {
                if (isTwice(seed, other)) {
                    throw refused("gateTwice", seed).exception("other", other.path());
                }
            }
            if (!isOtherSeed(seed.read(), first) || !SharedRows.fits(first, seed.read())) {
                throw refused("gateSeed", seed).exception();
            }
            earlier.add(seed);
        }
    }

    /** Whether it is one training of one seed, or the weights are the same, whatever the descriptions say. */
    private static boolean isTwice(RunFolder one, RunFolder other) {
        RunDescription of = one.read();
        RunDescription than = other.read();
        return isSameTraining(of, than) && seed(of) == seed(than)
                || weights(one).isPresent() && weights(one).equals(weights(other));
    }

    private static Optional<String> weights(RunFolder run) {
        return run.sums().best().map(file -> FileAccess.get(() -> Sha256.of(file)));
    }

    private Problem.Builder refused(String key, RunFolder run) {
        return Problem.usage(RunGate.class, key, run.path()).with("before", name(before));
    }

    private static String name(RunFolder run) {
        return RunLabels.shown(run);
    }
}
