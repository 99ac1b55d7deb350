package dev.interestlens.model.reading;

import dev.interestlens.data.HistoryChoice.Chooser;
import dev.interestlens.data.HistoryChoice.Past;
import java.util.Arrays;
import java.util.Optional;

/** Scores of behaviours in a search, for one candidate after another, computed once for each item of a history. */
public final class ItemScores {
    /** The similarity of a behaviour and the candidate. */
    public interface Similarity {
        /** Sets the candidate. */
        public void before(Past past);

        public float of(Past past, int step);
    }

    /** The scores of all items for several candidates. */
    @FunctionalInterface
    public interface Together {
        /**
         * An array for each candidate, equal to the scores of {@link Similarity#of} to the bit.
         *
         * @param items every item as the step with its number
         * @param candidates numbers of items
         */
        float[][] of(Past items, int[] candidates);
    }

    /** The score of an item that is read from where it lies takes as long as those of so many that are read in their order. */
    private static final int IN_ORDER = 8;

    /** For fewer candidates it does not pay to read every item. */
    private static final int SEVERAL = 8;

    /** Scores that are kept at once. */
    private static final int MAX_SCORES = 1 << 21;

    private final Similarity by;
    private final Optional<Together> ofSeveral;
    private Past items;
    private int[] candidates;
    private int atOnce;
    private int sample;
    private float[][] all;
    private float[] ofSample;
    private float[] known = new float[0];
    private int[] knownFor = new int[0];
    private int candidate;

    public ItemScores(Similarity by, Optional<Together> ofSeveral) {
        this.by = by;
        this.ofSeveral = ofSeveral;
    }

    /** As {@link Chooser#expect}: the scores of all items are computed where that is faster than those of each history. */
    public void expect(Past items, int[] candidates, long behaviours) {
        this.items = items;
        this.candidates = candidates;
        long room = MAX_SCORES / Math.max(1, items.length());
        boolean faster = behaviours * IN_ORDER >= (long) items.length() * candidates.length;
        atOnce = ofSeveral.isPresent() && faster && room >= SEVERAL ? (int) Math.min(room, candidates.length) : 0;
    }

    /** Begins the next sample. */
    public void next() {
        if (atOnce >= SEVERAL) {
            if (sample % atOnce == 0) {
                int to = Math.min(sample + atOnce, candidates.length);
                all = ofSeveral.orElseThrow().of(items, Arrays.copyOfRange(candidates, sample, to));
            }
            ofSample = all[sample++ % atOnce];
        }
    }

    /** Sets the candidate of this sample. */
    public void before(Past past) {
        candidate++;
        if (ofSample == null) {
            by.before(past);
        }
    }

    /**
     * Offers every step from one on, going back to the oldest.
     *
     * @param least score below which a step is not found; the search ends once no step can exceed the threshold
     */
    public void offer(Past past, int newest, float least, float best, TopSteps top) {
        int[] keys = past.keys();
        float[] every = ofSample;
        float wanted = Math.max(least, top.threshold());
        for (int step = newest; step >= 0 && wanted < best; step--) {
            int number = keys[step];
            float score = every == null ? known(past, step, number) : every[number];
            if (score > wanted && !past.hidden(step)) {
                top.offer(step, score);
                wanted = Math.max(least, top.threshold());
            }
        }
    }

    private float known(Past past, int step, int number) {
        boolean ready = number >= 0 && number < known.length && knownFor[number] == candidate;
        return ready ? known[number] : of(past, step, number);
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
