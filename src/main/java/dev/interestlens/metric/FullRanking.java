package dev.interestlens.metric;

import dev.interestlens.metric.MetricValue.Undefined;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * HR@k, NDCG@k and MRR@k of true items ranked among a whole catalogue. A user with several true items counts once, with their mean. Items with equal
 * scores are taken in random order; figures are expectations over these orders.
 *
 * @param users of each true item
 * @param ranks of each true item
 */
public record FullRanking(int[] users, List<Rank> ranks) {

    /**
     * Where a true item stands.
     *
     * @param better items with a higher score
     * @param tied items with the same score, itself among them
     */
    public record Rank(int better, int tied) {
        public Rank {
            if (better < 0 || tied < 1) {
                throw new IllegalArgumentException(better + " better, " + tied + " tied");
            }
        }

        /** 1/log2(rank + 1) where the rank is at most k. */
        double ndcg(int k) {
            return mean(k, place -> Math.log(2) / Math.log(place + 1.0));
        }

        /** 1 where the rank is at most k. */
        double hit(int k) {
            return mean(k, place -> 1);
        }

        /** 1/rank where the rank is at most k. */
        double reciprocal(int k) {
            return mean(k, place -> 1.0 / place);
        }

        /** The expected rank, from 1. */
        public double expected() {
            return better + (tied + 1) / 2.0;
        }

        /** The expected gain where only the first k places count. */
        double mean(int k, ToDoubleFunction<Integer> gain) {
            double sum = 0;
            for (int rank = better + 1; rank <= Math.min(k, better + tied); rank++) {
                sum += gain.applyAsDouble(rank);
            }
            return sum / tied;
        }
    }

    public FullRanking {
        users = users.clone();
        ranks = List.copyOf(ranks);
        if (users.length != ranks.size()) {
            throw new MetricException(MetricException.Fault.LENGTHS);
        }
    }

    /**
     * The rank of one item.
     *
     * @param scores finite; logits, since probabilities near 0 and 1 are rounded to equal numbers
     * @param counts which items take part; the true one always does
     */
    public static Rank rank(float[] scores, int truth, boolean[] counts) {
        int better = 0;
        int tied = 1;
        for (int item = 0; item < scores.length; item++) {
            if (!Float.isFinite(scores[item])) {
                throw new MetricException(MetricException.Fault.NOT_FINITE);
            }
            if (counts[item] && item != truth) {
                better += scores[item] > scores[truth] ? 1 : 0;
                tied += scores[item] == scores[truth] ? 1 : 0;
            }
        }
        return new Rank(better, tied);
    }

    /** The k best items that take part, best first; of those with the same score the first ones. */
    public static int[] best(float[] scores, boolean[] counts, int k) {
        int[] best = new int[k];
        int size = 0;
        for (int item = 0; item < scores.length; item++) {
            if (!counts[item] || size == k && !(scores[item] > scores[best[k - 1]])) {
                continue;
            }
            int at = size < k ? size++ : k - 1;
            for (; at > 0 && scores[best[at - 1]] < scores[item]; at--) {
                best[at] = best[at - 1];
            }
            best[at] = item;
        }
        return Arrays.copyOf(best, size);
    }

    /** 1 where the true item is among the first k. */
    public PerUser hitRate(int k) {
        return perUser(rank -> rank.hit(k));
    }

    /** 1/log2(rank + 1) where the true item is among the first k. */
    public PerUser ndcg(int k) {
        return perUser(rank -> rank.ndcg(k));
    }

    /** 1/rank where the true item is among the first k. */
    public PerUser reciprocalRank(int k) {
        return perUser(rank -> rank.reciprocal(k));
    }

    /**
     * Any figure.
     *
     * @param ranked items with each true item
     */
    public PerUser of(RankingMetric metric, int ranked) {
        return perUser(rank -> metric.of(rank, ranked));
    }

    /** The mean over users. */
    public static MetricValue mean(PerUser users) {
        return users.mean(Undefined.NO_USER_WITH_POSITIVE);
    }

    private PerUser perUser(ToDoubleFunction<Rank> gain) {
        return PerUser.of(users, ranks.stream().mapToDouble(gain).toArray());
    }
}
