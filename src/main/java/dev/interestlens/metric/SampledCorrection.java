package dev.interestlens.metric;

/**
 * Gains for places among drawn candidates whose expectation is near the gain among the whole catalogue: Krichene and Rendle, On Sampled Metrics for Item
 * Recommendation (KDD 2020), the estimator that weighs bias and variance, here with γ = 0.01. Each rank is as likely as the others beforehand.
 * We draw without replacement where they draw with it. Ranks above {@value #EACH} are taken in steps of a hundredth, weighed by their length.
 */
final class SampledCorrection {
    private static final double VARIANCE = 0.01;
    private static final int EACH = 200;
    private static final int PARTS = 100;

    private final int candidates;
    private final int drawn;

    /**
     * @param candidates of the whole catalogue, the true one among them
     * @param drawn beside the true one
     */
    SampledCorrection(int candidates, int drawn) {
        this.candidates = candidates;
        this.drawn = Math.min(drawn, candidates - 1);
    }

    /**
     * The gain for each number of drawn candidates above the true item.
     *
     * @param gains of the first places among all
     */
    double[] of(double[] gains) {
        int size = drawn + 1;
        double[][] matrix = new double[size][size];
        double[] right = new double[size];
        for (int better = 0, step; better < candidates; better += step) {
            step = better < Math.max(EACH, gains.length) ? 1 : Math.min(better / PARTS, candidates - better);
            double[] above = DrawnAbove.once(candidates - 1, better + (step - 1) / 2, 0, drawn);
            double share = (double) step / candidates;
            for (int x = 0; x < size; x++) {
                for (int y = 0; y < size; y++) {
                    matrix[x][y] += (1 - VARIANCE) * share * above[x] * above[y];
                }
                matrix[x][x] += VARIANCE * share * above[x];
                right[x] += better < gains.length ? share * above[x] * gains[better] : 0;
            }
        }
        return solved(matrix, right);
    }

    /** By Gauss: the matrix is symmetric and positive definite, so that no rows are exchanged. */
    private static double[] solved(double[][] matrix, double[] right) {
        int size = right.length;
        double[] found = right.clone();
        for (int p = 0; p < size; p++) {
            for (int row = p + 1; row < size; row++) {
                double factor = matrix[row][p] / matrix[p][p];
                for (int x = p; factor != 0 && x < size; x++) {
                    matrix[row][x] -= factor * matrix[p][x];
                }
                found[row] -= factor * found[p];
            }
        }
        for (int p = size - 1; p >= 0; p--) {
            double known = 0;
            for (int x = p + 1; x < size; x++) {
                known += matrix[p][x] * found[x];
            }
            found[p] = (found[p] - known) / matrix[p][p];
        }
        return found;
    }
}
