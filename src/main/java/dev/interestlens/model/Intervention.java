package dev.interestlens.model;

import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Values that are set by hand inside a model while it scores one sample of n behaviours. Each method returns a further change; none of them changes
 * the weights of other positions, such as the candidate or padding.
 *
 * @param mixing n · n, row-major: the share of behaviour i's weight that goes to behaviour j; empty leaves weights as they are
 * @param weights one a behaviour, set in place of the model's own; empty leaves them. A row of self-attention keeps its total weight on behaviours
 *     and distributes it in these proportions.
 * @param heads that are switched off
 * @param layers of self-attention that are switched off, from 0
 * @param interest the vector that the head reads of the history, such as that of another prediction; empty leaves it
 */
public record Intervention(double[] mixing, double[] weights, Set<Head> heads, Set<Integer> layers, float[] interest) {
    /** Nothing is changed. */
    public static final Intervention NONE =
            new Intervention(new double[0], new double[0], Set.of(), Set.of(), new float[0]);

    /** A head of a layer, both from 0. */
    public record Head(int layer, int head) {}

    public Intervention {
        mixing = mixing.clone();
        weights = weights.clone();
        heads = Set.copyOf(heads);
        layers = Set.copyOf(layers);
        interest = interest.clone();
    }

    /** Every behaviour that may be read gets the mean of their weights. */
    public static Intervention even(boolean[] readable) {
        int n = readable.length;
        long count = IntStream.range(0, n).filter(j -> readable[j]).count();
        double[] mixing = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                mixing[i * n + j] = readable[i] && readable[j] ? 1.0 / count : 0;
            }
        }
        return NONE.mixed(mixing);
    }

    /** The same where all may be read. */
    public static Intervention even(int n) {
        return even(ArrayFill.flags(n, every -> true));
    }

    /** No behaviour gets any weight. */
    public static Intervention zero(int n) {
        return NONE.mixed(new double[n * n]);
    }

    /** Attention has no effect in a recurrence: every step has the weight 1, as in a plain GRU. */
    public static Intervention open(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return NONE.withWeights(ones);
    }

    public Intervention mixed(double[] matrix) {
        return new Intervention(matrix, weights, heads, layers, interest);
    }

    public Intervention withWeights(double[] each) {
        return new Intervention(mixing, each, heads, layers, interest);
    }

    /** Whether anything of attention is changed. */
    public boolean changesAttention() {
        return mixing.length > 0 || weights.length > 0 || !heads.isEmpty() || !layers.isEmpty();
    }

    /**
     * Changes the attention of one sample in place.
     *
     * @param layer from 0
     * @param headCount rows stand head by head; 1 where there are no heads
     * @param queries whether rows are those of self-attention
     * @param rows of weights over keys, one behind the other
     * @param keys length of a row
     * @param first key of the oldest behaviour
     * @param n behaviours
     */
    public void apply(int layer, int headCount, boolean queries, float[] rows, int keys, int first, int n) {
        int count = rows.length / keys;
        for (int r = 0; r < count; r++) {
            int at = r * keys + first;
            if (layers.contains(layer) || heads.contains(new Head(layer, r / Math.max(1, count / headCount)))) {
                Arrays.fill(rows, r * keys, (r + 1) * keys, 0);
                continue;
            }
            if (weights.length > 0) {
                set(rows, at, n, queries);
            }
            if (mixing.length > 0) {
                mix(rows, at, n);
            }
        }
    }

    private void set(float[] rows, int at, int n, boolean queries) {
        requireLength(weights.length, n);
        double kept = 0;
        double sum = 0;
        for (int j = 0; j < n; j++) {
            kept += rows[at + j];
            sum += weights[j];
        }
        for (int j = 0; j < n; j++) {
            rows[at + j] = (float) (!queries ? weights[j] : sum == 0 ? 0 : kept * weights[j] / sum);
        }
    }

    private void mix(float[] rows, int at, int n) {
        requireLength(mixing.length, n * n);
        double[] mixed = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                mixed[j] += rows[at + i] * mixing[i * n + j];
            }
        }
        for (int j = 0; j < n; j++) {
            rows[at + j] = (float) mixed[j];
        }
    }

    private static void requireLength(int actual, int expected) {
        if (actual != expected) {
            throw new IllegalArgumentException(actual + " numbers where " + expected + " are needed");
        }
    }
}
