package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.data.protocol.draw.NegativeKind;
import java.util.function.IntToLongFunction;

/**
 * Draws negatives: items that occur in training and are neither the target nor in the user's past. Items of the user's future are not excluded, since
 * that would be a leak.
 */
record NegativeDraws(PreparedDataset data, Warm warm) {
    private static final int TRIES = 100;

    /**
     * @param place of the stream
     * @param position of the target; the events before it are the past
     * @param taken items that may not be drawn again
     * @param takenCount how many of {@code taken} count
     */
    int candidate(long place, NegativeKind kind, int user, int position, int[] taken, int takenCount) {
        long first = data.firstEvent(user);
        int target = data.eventItem(first + position);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            // A category may have too few items that are still allowed.
            NegativeKind now = attempt < TRIES / 2 ? kind : NegativeKind.UNIFORM;
            int item = draw(Mix.draw(place, attempt), now, target);
            if (item != target && !contains(taken, takenCount, item) && !past(first, position, item)) {
                return item;
            }
        }
        return anyAllowed(Mix.draw(place, TRIES), first, position, target);
    }

    /** A negative for a behaviour. */
    int beside(long place, NegativeKind kind, int behaviour) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int item = draw(Mix.draw(place, attempt), attempt < TRIES / 2 ? kind : NegativeKind.UNIFORM, behaviour);
            if (item != behaviour) {
                return item;
            }
        }
        return warm.item(0);
    }

    /**
     * Negatives for every behaviour of a batch, K each; null where none are requested.
     *
     * @param places the place of each sample in its stream
     */
    int[] besideAll(BatchFill fill, BatchOptions options, IntToLongFunction places) {
        int k = options.auxiliaryNegatives();
        if (k == 0) {
            return null;
        }
        int[] items = fill.histories();
        int[] negatives = new int[items.length * k];
        for (int b = 0; b < fill.size(); b++) {
            long place = places.applyAsLong(b);
            int first = fill.offset(b);
            for (int n = first * k; n < fill.offset(b + 1) * k; n++) {
                long draw = (long) fill.draw(b, n / k) * k + n % k;
                negatives[n] = beside(Mix.draw(place, draw), options.auxiliaryKind(), items[n / k]);
            }
        }
        return negatives;
    }

    /** Which behaviours of a batch are hidden; null where none are. */
    boolean[] hidden(BatchFill fill, BatchOptions options, IntToLongFunction places) {
        if (options.behaviourDropout() == 0) {
            return null;
        }
        boolean[] hidden = new boolean[fill.length()];
        for (int b = 0; b < fill.size(); b++) {
            long place = places.applyAsLong(b);
            int first = fill.offset(b);
            for (int n = first; n < fill.offset(b + 1); n++) {
                hidden[n] = Mix.unit(Mix.draw(place, fill.draw(b, n))) < options.behaviourDropout();
            }
        }
        return hidden;
    }

    private int draw(long draw, NegativeKind kind, int target) {
        return switch (kind) {
            case UNIFORM -> warm.uniform(draw);
            case POPULARITY -> warm.popular(draw);
            case SAME_CATEGORY ->
                warm.ofCategory(draw, data.schema().hasCategory() ? data.itemField(Schema.CATEGORY, target, 0) : 0);
        };
    }

    // Few items are allowed: try all, beginning with a random one. Where none is allowed, take one of the user's past.
    private int anyAllowed(long draw, long first, int position, int target) {
        int start = Mix.below(draw, warm.size());
        int touched = warm.item(start);
        for (int k = 0; k < warm.size(); k++) {
            int item = warm.item((start + k) % warm.size());
            if (item != target && !past(first, position, item)) {
                return item;
            }
            touched = item != target ? item : touched;
        }
        return touched;
    }

    private boolean past(long first, int position, int item) {
        return data.contains(first, first + position, item);
    }

    private static boolean contains(int[] taken, int count, int item) {
        for (int i = 0; i < count; i++) {
            if (taken[i] == item) {
                return true;
            }
        }
        return false;
    }
}
