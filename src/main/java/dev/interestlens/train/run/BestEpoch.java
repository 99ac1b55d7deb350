package dev.interestlens.train.run;

/**
 * The best epoch so far.
 *
 * @param epoch 0 for none yet
 * @param value its metric that decides; NaN for none yet
 * @param ranking its NDCG@10 over the whole catalogue; NaN where it was not measured
 * @param max the greatest value of any epoch; NaN for none yet
 */
public record BestEpoch(int epoch, double value, double ranking, double max) {
    public static final BestEpoch NONE = new BestEpoch(0, Double.NaN, Double.NaN, Double.NaN);

    /** After an epoch that is not the best one. */
    public BestEpoch beside(double other) {
        return new BestEpoch(epoch, value, ranking, maxWith(other));
    }

    /** After an epoch that is the best one. */
    public BestEpoch replaced(int byEpoch, double byValue, double byRanking) {
        return new BestEpoch(byEpoch, byValue, byRanking, maxWith(byValue));
    }

    /** The greatest value, with one more; either may be NaN. */
    public double maxWith(double other) {
        return Double.isNaN(max) || other > max ? other : max;
    }
}
