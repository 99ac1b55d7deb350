package dev.interestlens.train;

import dev.interestlens.data.protocol.BatchSource;
import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.CtrModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Plans the next batches on the loader's thread while the engine computes. Where the behaviours to read depend on the weights, a batch is planned
 * when it is needed, with the current weights, so that a resumed run gives the same result.
 */
final class Prefetch {
    private static final int AHEAD = 2;

    private record Place(int epoch, int index) {}

    private record Planned(Place place, CompletableFuture<BatchPlan> plan) {}

    private final BatchSource source;
    private final CtrModel model;
    private final Executor loader;
    private final Deque<Planned> queue = new ArrayDeque<>();

    Prefetch(BatchSource source, CtrModel model, Executor loader) {
        this.source = source;
        this.model = model;
        this.loader = loader;
    }

    /** The plan of a batch; planning of the following ones is started. */
    BatchPlan take(int epoch, int index) {
        if (model.reading().learns()) {
            return model.trainingPlan(source.batch(epoch, index));
        }
        Place wanted = new Place(epoch, index);
        if (queue.isEmpty() || !queue.peek().place().equals(wanted)) {
            queue.clear();
            queue.add(begin(wanted));
        }
        CompletableFuture<BatchPlan> plan = queue.poll().plan();
        Place last = queue.isEmpty() ? wanted : queue.peekLast().place();
        while (queue.size() < AHEAD) {
            last = after(last);
            queue.add(begin(last));
        }
        try {
            return plan.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Place after(Place place) {
        return place.index() + 1 < source.batches()
                ? new Place(place.epoch(), place.index() + 1)
                : new Place(place.epoch() + 1, 0);
    }

    private Planned begin(Place place) {
        return new Planned(
                place,
                CompletableFuture.supplyAsync(
                        () -> model.trainingPlan(source.batch(place.epoch(), place.index())), loader));
    }
}
