package dev.interestlens.workspace;

import java.util.Collection;

/**
 * What a measurement costs, in a unit of its own kind: with the time that the last one of the kind took on this machine it tells what another will take.
 *
 * @param kind of the measurement, such as {@code ANATOMY}
 * @param work NaN where it is not known
 */
public record Effort(String kind, double work) {
    /** Of a measurement whose settings alone decide what it costs, which are part of its kind. */
    public static Effort fixed(String kind) {
        return new Effort(kind, 1);
    }

    /** Of one that does the same number of passes through each of some runs: the time of a training step of each, by its journal. */
    public static Effort ofPasses(String kind, Collection<RunSummary> runs) {
        return new Effort(kind, runs.stream().mapToDouble(Effort::step).sum());
    }

    /** Of one that trains models like a run. */
    public static Effort ofTrainings(String kind, RunSummary like) {
        return new Effort(kind, known(like.progress().seconds()));
    }

    /** Of one of which nothing is known, and of which nothing is to be kept. */
    public static Effort unknown(String kind) {
        return new Effort(kind, Double.NaN);
    }

    public boolean isKnown() {
        return work > 0 && Double.isFinite(work);
    }

    private static double step(RunSummary run) {
        return known(run.progress().seconds() / run.progress().step());
    }

    private static double known(double seconds) {
        return seconds > 0 && Double.isFinite(seconds) ? seconds : Double.NaN;
    }
}
