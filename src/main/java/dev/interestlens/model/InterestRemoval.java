package dev.interestlens.model;

import java.util.List;

/**
 * Removal for models whose interest is a weighted sum of behaviours, or several of these side by side: the weights of the remaining behaviours are
 * computed again from the scores, and all subsets go through the head as rows of one batch, in double precision.
 *
 * @param keys the vector of each behaviour, width numbers each; further keys may follow
 * @param sums how many weighted sums of the behaviours there are side by side
 */
public record InterestRemoval(
        CtrModel model, BatchPlan single, InterestHead head, Weights weights, double[] keys, int width, int sums)
        implements Removal {
    /** The weight of each key when only the kept behaviours can be read, for each sum in turn; 0 for the others. */
    @FunctionalInterface
    public interface Weights {
        double[] of(boolean[] kept);
    }

    private static final int ROWS = 2048;

    /** The softmax of the scores that are kept, 0 for the others; all 0 where none is kept. */
    public static double[] softmax(double[] scores, boolean[] kept) {
        double max = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < kept.length; j++) {
            max = kept[j] ? Math.max(max, scores[j]) : max;
        }
        double[] weights = new double[kept.length];
        double sum = 0;
        for (int j = 0; j < kept.length; j++) {
            weights[j] = kept[j] ? Math.exp(scores[j] - max) : 0;
            sum += weights[j];
        }
        for (int j = 0; sum > 0 && j < kept.length; j++) {
            weights[j] /= sum;
        }
        return weights;
    }

    @Override
    public int behaviours() {
        return single.raw().length();
    }

    @Override
    public double[] logits(List<boolean[]> kept) {
        return Removal.inPieces(kept, ROWS, this::rows);
    }

    private double[] rows(List<boolean[]> kept) {
        int s = kept.size();
        int all = sums * width;
        double[] interests = new double[s * all];
        for (int i = 0; i < s; i++) {
            double[] w = weights.of(kept.get(i));
            int each = w.length / sums;
            for (int j = 0; j < w.length; j++) {
                int to = i * all + j / each * width;
                int from = j % each * width;
                for (int e = 0; w[j] != 0 && e < width; e++) {
                    interests[to + e] += w[j] * keys[from + e];
                }
            }
        }
        return model.parameters().inDouble(() -> {
            Features features = model.doubleFeatures(single);
            return head.ofOneSample(features.tensors().doubles(interests, s, all), features)
                    .toDoubleArray();
        });
    }
}
