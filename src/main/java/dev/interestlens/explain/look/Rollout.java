package dev.interestlens.explain.look;

import dev.interestlens.model.Trace;
import java.util.List;

/**
 * Attention through all layers (Abnar and Zuidema 2020, arXiv 2005.00928): the product of ½(Ā + I), Ā the mean over heads. T positions: the n behaviours
 * and, where the candidate takes part, the candidate right behind them.
 */
public record Rollout(int behaviours, boolean hasCandidate, double[][] product) {
    /**
     * @param layers as {@link Positions#layers} finds them
     * @param sample number of the sample
     * @param n behaviours of the history
     */
    public static Rollout of(List<Trace> layers, int sample, int n) {
        boolean candidate = PositionAttention.withCandidate(layers, n);
        int t = candidate ? n + 1 : n;
        double[][] product = identity(t);
        for (Trace layer : layers) {
            product = multiply(mixed(layer, sample, t), product);
        }
        return new Rollout(n, candidate, product);
    }

    /** The candidate's row, or the mean over all rows. */
    public double[] look() {
        double[] look = new double[behaviours];
        for (int j = 0; j < behaviours; j++) {
            if (hasCandidate) {
                look[j] = product[behaviours][j];
            } else {
                for (double[] row : product) {
                    look[j] += row[j] / behaviours;
                }
            }
        }
        return look;
    }

    private static double[][] mixed(Trace layer, int sample, int t) {
        int heads = (int) layer.shape()[1];
        double[][] mixed = identity(t);
        for (int i = 0; i < t; i++) {
            mixed[i][i] = 0.5;
            for (int j = 0; j < t; j++) {
                for (int head = 0; head < heads; head++) {
                    mixed[i][j] += 0.5 * PositionAttention.weight(layer, sample, head, i, j) / heads;
                }
            }
        }
        return mixed;
    }

    private static double[][] identity(int t) {
        double[][] identity = new double[t][t];
        for (int i = 0; i < t; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[][] multiply(double[][] a, double[][] b) {
        int t = a.length;
        double[][] c = new double[t][t];
        for (int i = 0; i < t; i++) {
            for (int k = 0; k < t; k++) {
                for (int j = 0; j < t; j++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }
}
