package dev.interestlens.workspace;

import dev.interestlens.data.source.Progress;
import dev.interestlens.store.Problem;

/** Progress of long work in named steps, each a part of the whole; it can be cancelled between them. */
public final class StagedProgress {
    private final Progress progress;
    private String step = "";
    private double from;
    private double to;

    public StagedProgress(Progress progress) {
        this.progress = progress;
    }

    /**
     * Begins a step.
     *
     * @param name key of what is done
     * @param begin fraction of the whole before it
     * @param end fraction of the whole after it
     * @throws dev.interestlens.store.ProblemException of kind CANCELLED where it was cancelled
     */
    public void begin(String name, double begin, double end) {
        step = name;
        from = begin;
        to = end;
        within(0);
    }

    /** Reports the share of the step that is done, 0 … 1; throws where it was cancelled. */
    public void within(double share) {
        if (progress.cancelled()) {
            throw Problem.cancelled(StagedProgress.class, "cancelledWork").exception();
        }
        progress.at(step, from + share * (to - from));
    }
}
