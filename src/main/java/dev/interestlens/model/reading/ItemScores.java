package dev.interestlens.model.reading;

import dev.interestlens.data.HistoryChoice.Past;
import java.util.Arrays;

/** Scores of behaviours in a search, for one candidate after another, computed once for each item of a history. */
public final class ItemScores {
    /** The similarity of a behaviour and the candidate. */
    public interface Similarity {
        /** Sets the candidate. */
        public void before(Past past);

        public float of(Past past, int step);
    }

    private final Similarity by;
    private float[] known = new float[0];
    private int[] knownFor = new int[0];
    private int candidate;

    public ItemScores(Similarity by) {
        this.by = by;
    }

    public void before(Past past) {
        candidate++;
        by.before(past);
    }

    /**
     * Offers every step from one on, going back to the oldest.
     *
     * @param least score below which a step is not found; the search ends once no step can exceed the threshold
     */
    public void offer(Past past, int newest, float least, float best, TopSteps top) {
        int[] keys = past.keys();
        float wanted = Math.max(least, top.threshold());
        for (int step = newest; step >= 0 && wanted < best; step--) {
            int number = keys[step];
            boolean ready = number >= 0 && number < known.length && knownFor[number] == candidate;
            float score = ready ? known[number] : of(past, step, number);
            if (score > wanted && !past.hidden(step)) {
                top.offer(step, score);
                wanted = Math.max(least, top.threshold());
            }
        }
    }

    /** @param number of the item, below 0 where it is not known */
    public float of(Past past, int step, int number) {
        if (number < 0) {
            return by.of(past, step);
        }
        if (number >= known.length) {
            int size = Math.max(number + 1, 2 * known.length);
            known = Arrays.copyOf(known, size);
            knownFor = Arrays.copyOf(knownFor, size);
        }
        if (knownFor[number] != candidate) {
            known[number] = by.of(past, step);
            knownFor[number] = candidate;
        }
        return known[number];
    }
}
