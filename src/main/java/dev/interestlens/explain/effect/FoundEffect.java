package dev.interestlens.explain.effect;

import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import java.util.Arrays;

/**
 * How much of all |Effect| of attention lies where the model looked. In the order of |Look| each behaviour counts its |Effect| divided by its place, so that large
 * Effects decide and those near 0 do not.
 *
 * @param share 0 as in a random order, 1 as in the order of |Effect| itself; below 0 where the large Effects come last; NaN where nothing is ranked or
 *     all Effects are the same
 * @param largest the largest |Effect| among all |Effect|
 * @param first whether the behaviour of the largest |Effect| is the one that was looked at most
 */
public record FoundEffect(double share, double largest, boolean first) {
    private static final double HALF = 0.5;

    static FoundEffect of(LookResult looked, Effects effects) {
        double[] size = effects.sizeOfAttention();
        int[] byLook = Scores.descending(looked.strength());
        int[] bySize = Scores.descending(size);
        double whole = Arrays.stream(size).sum();
        if (!looked.kind().ranks() || whole == 0) {
            return new FoundEffect(Double.NaN, Double.NaN, false);
        }
        double random = 0;
        for (int place = 1; place <= size.length; place++) {
            random += whole / size.length / place;
        }
        double best = gain(bySize, size);
        double share = best - random > 0 ? (gain(byLook, size) - random) / (best - random) : Double.NaN;
        return new FoundEffect(share, size[bySize[0]] / whole, size[byLook[0]] == size[bySize[0]]);
    }

    private static double gain(int[] order, double[] size) {
        double gain = 0;
        for (int place = 1; place <= order.length; place++) {
            gain += size[order[place - 1]] / place;
        }
        return gain;
    }

    /** Whether one behaviour has more than half of all |Effect|. */
    boolean oneDecides() {
        return largest > HALF;
    }

    /** Whether Look finds at least half of what could be found. */
    boolean most() {
        return share >= HALF;
    }
}
