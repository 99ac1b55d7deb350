package dev.interestlens.metric;

import java.util.function.IntToDoubleFunction;

/**
 * How many of the other candidates stand above a true item, where the others are drawn: a probability for each number, from 0 to the number that is drawn.
 * Where candidates score as well as the true item, all orders of them are equally likely; the result is the mean over these orders. Nothing is drawn here.
 *
 * <p>With t of e equal candidates above it, t uniform in 0 … e, the true item is the (x + 1)-th of the drawn ones exactly where it takes part in a draw of
 * one more from one more, so that the mean over t is a difference of two upper tails.
 */
final class DrawnAbove {
    /** Share of ties below which their middle stands for them: the error of the second order is below 1e-9. */
    private static final double FEW = 1e-6;

    private DrawnAbove() {}

    /**
     * Drawn uniformly, each at most once: hypergeometric.
     *
     * @param others from which is drawn
     * @param better those of them that score better
     * @param equal those of them that score as well
     * @param drawn how many are drawn; all of them where there are fewer
     */
    static double[] once(long others, long better, long equal, int drawn) {
        int n = (int) Math.min(drawn, others);
        if (equal == 0) {
            return hypergeometric(others, better, n);
        }
        double scale = (others + 1.0) / ((n + 1.0) * (equal + 1.0));
        return difference(
                hypergeometric(others + 1, better + equal + 1, n + 1),
                hypergeometric(others + 1, better, n + 1),
                n,
                scale);
    }

    /**
     * Drawn in proportion to weights, each as often as it comes: binomial. A candidate that is drawn twice takes two places.
     *
     * @param all weight of those from which is drawn
     * @param better weight of those of them that score better
     * @param equal weight of those of them that score as well
     */
    static double[] again(long all, long better, long equal, int drawn) {
        double ties = (double) equal / all;
        if (ties < FEW) {
            return binomial(drawn, (better + equal / 2.0) / all);
        }
        return difference(
                binomial(drawn + 1, (double) (better + equal) / all),
                binomial(drawn + 1, (double) better / all),
                drawn,
                1 / (ties * (drawn + 1)));
    }

    /** Differences of the upper tails from 1 on, up to rounding not below 0. */
    private static double[] difference(double[] upper, double[] lower, int n, double scale) {
        double[] chances = new double[n + 1];
        double tail = 0;
        for (int x = n; x >= 0; x--) {
            tail += upper[x + 1] - lower[x + 1];
            chances[x] = Math.max(0, scale * tail);
        }
        return chances;
    }

    private static double[] hypergeometric(long all, long marked, int n) {
        int low = (int) Math.max(0, n - (all - marked));
        int high = (int) Math.min(n, marked);
        int mode = (int) Math.min(high, Math.max(low, (n + 1.0) * (marked + 1.0) / (all + 2.0)));
        return normalised(
                n, low, high, mode, x -> (double) (marked - x) * (n - x) / ((x + 1.0) * (all - marked - n + x + 1)));
    }

    private static double[] binomial(int n, double share) {
        int low = share >= 1 ? n : 0;
        int high = share <= 0 ? 0 : n;
        int mode = Math.min(high, Math.max(low, (int) ((n + 1) * share)));
        return normalised(n, low, high, mode, x -> (n - x) * share / ((x + 1) * (1 - share)));
    }

    /** By the ratios of neighbours, from the most likely number outwards, so that nothing overflows and no logarithm rounds. */
    private static double[] normalised(int n, int low, int high, int mode, IntToDoubleFunction ratio) {
        double[] chances = new double[n + 1];
        chances[mode] = 1;
        double sum = 1;
        for (int x = mode; x < high; x++) {
            chances[x + 1] = chances[x] * ratio.applyAsDouble(x);
            sum += chances[x + 1];
        }
        for (int x = mode; x > low; x--) {
            chances[x - 1] = chances[x] / ratio.applyAsDouble(x - 1);
            sum += chances[x - 1];
        }
        for (int x = low; x <= high; x++) {
            chances[x] /= sum;
        }
        return chances;
    }
}
