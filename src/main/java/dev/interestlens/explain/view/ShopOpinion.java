package dev.interestlens.explain.view;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.synth.ShopHistory;
import dev.interestlens.data.synth.ShopTruth;
import dev.interestlens.explain.look.Impression;
import java.util.Optional;

/**
 * The exact distribution of a synthetic shop for a candidate: its probability to be the next item, and the effect of leaving out each behaviour. In
 * log odds against a uniformly drawn unseen item, so that it is comparable with a model trained with such negatives.
 */
public final class ShopOpinion {
    private static final double MIN = 1e-12;

    private ShopOpinion() {}

    /**
     * The result.
     *
     * @param probability of the candidate to be the next item of all
     * @param lift how many times more likely than a uniformly drawn unseen item
     * @param effect ln lift with the whole history minus ln lift without each behaviour that the model reads
     */
    public record Result(double probability, double lift, double[] effect) {
        public Result {
            effect = effect.clone();
        }

        /** The best possible score with so many uniform negatives for each positive. */
        public double score(double negatives) {
            return lift / (lift + negatives);
        }
    }

    /**
     * @param position of the target in the user's own sequence
     * @return empty where the distribution does not apply: without a history, or with items that are not of the shop
     */
    public static Optional<Result> of(ShopTruth truth, PreparedDataset data, Impression impression, int position) {
        int candidate = world(truth, data, impression.candidate().number());
        if (position == 0 || candidate < 0) {
            return Optional.empty();
        }
        long first = data.firstEvent(impression.user());
        int[] items = new int[position];
        long[] times = new long[position];
        for (int i = 0; i < position; i++) {
            items[i] = world(truth, data, data.eventItem(first + i));
            times[i] = data.eventTime(first + i);
            if (items[i] < 0) {
                return Optional.empty();
            }
        }
        ShopHistory whole = ShopHistory.of(truth.world(), items, times, position, -1);
        double p = truth.next(whole)[candidate];
        double lift = lift(p, whole);
        double[] without = truth.leaveOneOut(items, times, candidate);
        int n = impression.behaviours();
        double[] effect = new double[n];
        for (int j = 0; j < n; j++) {
            int at = position - n + j;
            ShopHistory rest = ShopHistory.of(truth.world(), items, times, position, at);
            effect[j] = Math.log(Math.max(MIN, lift)) - Math.log(Math.max(MIN, lift(without[at], rest)));
        }
        return Optional.of(new Result(p, lift, effect));
    }

    private static double lift(double p, ShopHistory history) {
        return p * history.unseen();
    }

    /** The shop's number of an item, −1 where it is not of the shop. */
    private static int world(ShopTruth truth, PreparedDataset data, int item) {
        String key = data.itemKey(item);
        if (!key.matches("i\\d{1,9}")) {
            return -1;
        }
        int number = Integer.parseInt(key.substring(1));
        return number < truth.world().items() ? number : -1;
    }
}
