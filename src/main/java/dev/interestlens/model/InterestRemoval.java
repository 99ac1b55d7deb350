package dev.interestlens.model;

import ai.djl.ndarray.NDScope;
import java.util.List;

/**
 * Removal for models whose interest is a weighted sum of behaviours: the weights of what is left are computed again from the scores, and all subsets
 * go through the head as rows of one batch, in double precision.
 */
public final class InterestRemoval implements Removal {
    /** The weight of each key when only the kept behaviours can be read; 0 for the others. */
    @FunctionalInterface
    public interface Weights {
        double[] of(boolean[] kept);
    }

    private static final int ROWS = 2048;

    private final CtrModel model;
    private final BatchPlan single;
    private final InterestHead head;
    private final Weights weights;
    private final double[] keys;
    private final int width;

    /**
     * @param keys the vector of each behaviour, width numbers each; further ones that weights may speak of can follow
     */
    public InterestRemoval(
            CtrModel model, BatchPlan single, InterestHead head, Weights weights, double[] keys, int width) {
        this.model = model;
        this.single = single;
        this.head = head;
        this.weights = weights;
        this.keys = keys;
        this.width = width;
    }

    @Override
    public int behaviours() {
        return single.raw().length();
    }

    @Override
    public double[] logits(List<boolean[]> kept) {
        double[] logits = new double[kept.size()];
        for (int from = 0; from < logits.length; from += ROWS) {
            List<boolean[]> some = kept.subList(from, Math.min(logits.length, from + ROWS));
            System.arraycopy(rows(some), 0, logits, from, some.size());
        }
        return logits;
    }

    private double[] rows(List<boolean[]> kept) {
        int s = kept.size();
        double[] interests = new double[s * width];
        for (int i = 0; i < s; i++) {
            double[] w = weights.of(kept.get(i));
            for (int j = 0; j < w.length; j++) {
                for (int e = 0; w[j] != 0 && e < width; e++) {
                    interests[i * width + e] += w[j] * keys[j * width + e];
                }
            }
        }
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return model.parameters().inDouble(() -> {
                Features features = model.doubleFeatures(single);
                return head.ofOneSample(features.tensors().doubles(interests, s, width), features)
                        .toDoubleArray();
            });
        }
    }
}
