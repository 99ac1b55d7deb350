package dev.interestlens.measurement.latency;

import dev.interestlens.export.serving.StagedServing;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.Handover;
import dev.interestlens.store.Scratch;
import dev.interestlens.workspace.OpenRun;
import dev.interestlens.workspace.Timing;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Times whole requests of a served model as {@link Latency} does, in CPU time, a few per call so that the thread is soon free for others. Closing frees
 * the graphs.
 */
public final class RequestTiming implements AutoCloseable {
    /** Candidates of a request. */
    public static final int CANDIDATES = 100;

    /** Behaviours of a request, fewer where the model reads fewer. */
    public static final int LENGTH = 50;

    private static final int WARM_UPS = 3;
    private static final int MEANS = 9;
    private static final int REQUESTS = 20; // of each mean

    private final Scratch scratch;
    private final StagedServing serving;
    private final Collection<Runnable> stages;
    private final LongSupplier cpu = Latency.cpu(1);
    private final double[] means = new double[MEANS];
    private int done = -WARM_UPS;

    private RequestTiming(OpenRun run, ServedUsers users, Scratch scratch) {
        this.scratch = scratch;
        serving = StagedServing.of(run.trained(), scratch.folder(), 1);
        int length = Math.min(LENGTH, run.model().input().historyLength());
        stages = new RankingRequest(users, serving, CANDIDATES, length).stages().values();
    }

    /** Writes and opens the graphs; empty where the model cannot be served in stages, or no user has a history. */
    public static Optional<RequestTiming> of(OpenRun run) {
        return run.model().can(Scorer.Capability.WEIGHTS)
                ? ServedUsers.find(run, Latency.MAX_USERS, Latency.SEED).map(users -> open(run, users))
                : Optional.empty();
    }

    private static RequestTiming open(OpenRun run, ServedUsers users) {
        Scratch scratch = Scratch.create();
        return Handover.of(scratch::close, () -> new RequestTiming(run, users, scratch));
    }

    /** Times some more requests; false once all are done. */
    public boolean more() {
        if (done < MEANS) {
            long begin = cpu.getAsLong();
            for (int request = 0; request < REQUESTS; request++) {
                stages.forEach(Runnable::run);
            }
            if (done >= 0) {
                means[done] = (cpu.getAsLong() - begin) / 1e6 / REQUESTS;
            }
            done++;
        }
        return done < MEANS;
    }

    /** Milliseconds of CPU time a request; call it when there is no more to do. */
    public Timing result() {
        return Timing.of(means);
    }

    @Override
    public void close() {
        try (scratch) {
            serving.close();
        }
    }
}
