package dev.interestlens.metric;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A logistic model of a few features, in five folds: each row is scored by weights that were fitted without its fold. It asks whether features tell two
 * kinds of rows apart at all, so that it is fitted by plain gradient descent with a small penalty.
 */
public final class HeldOutLogit {
    private static final int FOLDS = 5;
    private static final int STEPS = 300;
    private static final double RATE = 0.5;
    private static final double DECAY = 1e-3;

    private HeldOutLogit() {}

    /**
     * The logit of each row.
     *
     * @param rows finite features, without a constant; their scale does not matter
     * @param positive by row
     */
    public static double[] scores(double[][] rows, boolean[] positive) {
        if (rows.length != positive.length) {
            throw new IllegalArgumentException(rows.length + " rows with " + positive.length + " labels");
        }
        double[] scores = new double[rows.length];
        if (rows.length == 0) {
            return scores;
        }
        double[][] features = standardised(rows);
        int[] folds = folds(rows.length);
        for (int fold = 0; fold < FOLDS; fold++) {
            double[] weights = fitted(features, positive, folds, fold);
            for (int i = 0; i < scores.length; i++) {
                scores[i] = folds[i] == fold ? product(weights, features[i]) : scores[i];
            }
        }
        return scores;
    }

    /** A constant, and each feature with a mean of 0 and a deviation of 1. */
    private static double[][] standardised(double[][] rows) {
        double[][] features = new double[rows.length][rows[0].length + 1];
        for (int f = 0; f < rows[0].length; f++) {
            double mean = 0;
            for (double[] row : rows) {
                mean += row[f] / rows.length;
            }
            double square = 0;
            for (double[] row : rows) {
                square += (row[f] - mean) * (row[f] - mean) / rows.length;
            }
            double deviation = Math.sqrt(square);
            for (int i = 0; i < rows.length; i++) {
                features[i][f + 1] = deviation == 0 ? 0 : (rows[i][f] - mean) / deviation;
            }
        }
        for (double[] row : features) {
            row[0] = 1;
        }
        return features;
    }

    private static int[] folds(int count) {
        SplittableRandom random = new SplittableRandom(1);
        int[] folds = new int[count];
        Arrays.setAll(folds, i -> random.nextInt(FOLDS));
        return folds;
    }

    /** Weights by gradient descent on all folds but one. */
    private static double[] fitted(double[][] features, boolean[] positive, int[] folds, int without) {
        double[] weights = new double[features[0].length];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[weights.length];
            double count = 0;
            for (int i = 0; i < features.length; i++) {
                if (folds[i] != without) {
                    double error = 1 / (1 + Math.exp(-product(weights, features[i]))) - (positive[i] ? 1 : 0);
                    for (int f = 0; f < weights.length; f++) {
                        gradient[f] += error * features[i][f];
                    }
                    count++;
                }
            }
            for (int f = 0; f < weights.length; f++) {
                weights[f] -= count == 0 ? 0 : RATE * (gradient[f] / count + DECAY * weights[f]);
            }
        }
        return weights;
    }

    static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
