package dev.interestlens.explain;

import dev.interestlens.model.Trace;
import java.util.List;

/**
 * Attention through all layers (Abnar and Zuidema 2020, arXiv 2005.00928): the product of ½(Ā + I), Ā the mean over heads. T positions: the n behaviours
 * and, where the candidate takes part, the candidate right behind them.
 */
record Rollout(int behaviours, boolean hasCandidate, double[][] product) {
    /**
     * @param layers shape (samples, heads, queries, keys) each, first layer first; the first sample counts
     * @param n behaviours; keys behind them are the candidate, or padding that nobody reads
     */
    static Rollout of(List<Trace> layers, int n) {
        int keys = (int) layers.get(0).shape()[3];
        boolean candidate = keys > n && columnSum(layers.get(0), n) > 0;
        int t = candidate ? n + 1 : n;
        double[][] product = identity(t);
        for (Trace layer : layers) {
            product = multiply(mixed(layer, t), product);
        }
        return new Rollout(n, candidate, product);
    }

    /** The candidate's row, or what each position receives from all on average. */
    double[] look() {
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

    private static double[][] mixed(Trace layer, int t) {
        int heads = (int) layer.shape()[1];
        double[][] mixed = identity(t);
        for (int i = 0; i < t; i++) {
            mixed[i][i] = 0.5;
            for (int j = 0; j < t; j++) {
                for (int head = 0; head < heads; head++) {
                    mixed[i][j] += 0.5 * value(layer, head, i, j) / heads;
                }
            }
        }
        return mixed;
    }

    private static double columnSum(Trace layer, int key) {
        double sum = 0;
        for (int head = 0; head < layer.shape()[1]; head++) {
            for (int query = 0; query < layer.shape()[2]; query++) {
                sum += value(layer, head, query, key);
            }
        }
        return sum;
    }

    private static double value(Trace layer, int head, int query, int key) {
        long[] shape = layer.shape();
        return layer.values()[(int) ((head * shape[2] + query) * shape[3] + key)];
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
