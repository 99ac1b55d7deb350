package dev.interestlens.metric;

import dev.interestlens.metric.MetricValue.Undefined;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** NDCG@k, HR@k, Recall@k and MRR@k: plain means over the users with at least one positive. Ranks count from 1. */
public final class Ranking {

    /** Places of a list that count where no other number is said. */
    public static final int TOP = 10;

    private Ranking() {}

    /** Gain 1 a positive, discount {@code 1/log2(rank+1)}, divided by the best possible sum within the first k. */
    public static MetricValue ndcg(ScoredSamples samples, int k, RankTies rule) {
        return mean(ndcgPerUser(samples, k, rule));
    }

    /** 1 if a positive is among the first k. */
    public static MetricValue hitRate(ScoredSamples samples, int k, RankTies rule) {
        return mean(hitRatePerUser(samples, k, rule));
    }

    /** One over the rank of the first positive. */
    public static MetricValue reciprocalRank(ScoredSamples samples, RankTies rule) {
        return mean(reciprocalRankPerUser(samples, rule));
    }

    public static PerUser ndcgPerUser(ScoredSamples samples, int k, RankTies rule) {
        return perUser(samples, rule, list -> {
            double gain = 0;
            for (Tie tie : list) {
                double discounts = 0;
                for (int rank = tie.first; rank <= Math.min(k, tie.last()); rank++) {
                    discounts += discount(rank);
                }
                gain += discounts * tie.positives / tie.size;
            }
            double best = 0;
            int positives = Arrays.stream(list).mapToInt(tie -> tie.positives).sum();
            for (int rank = 1; rank <= Math.min(k, positives); rank++) {
                best += discount(rank);
            }
            return gain / best;
        });
    }

    public static PerUser hitRatePerUser(ScoredSamples samples, int k, RankTies rule) {
        return perUser(samples, rule, list -> {
            Tie tie = firstWithPositives(list);
            int places = Math.max(0, Math.min(k, tie.last()) - tie.first + 1);
            double miss = 1; // all places go to negatives
            for (int i = 0; i < places; i++) {
                miss *= (double) Math.max(0, tie.size - tie.positives - i) / (tie.size - i);
            }
            return 1 - miss;
        });
    }

    /** The share of a user's positives among the first k. */
    public static PerUser recallPerUser(ScoredSamples samples, int k) {
        return perUser(samples, RankTies.EXPECTED, list -> {
            double found = 0;
            double positives = 0;
            for (Tie tie : list) {
                double places = Math.max(0, Math.min(k, tie.last()) - tie.first + 1);
                found += tie.positives * places / tie.size;
                positives += tie.positives;
            }
            return found / positives;
        });
    }

    public static PerUser reciprocalRankPerUser(ScoredSamples samples, RankTies rule) {
        return reciprocalRankPerUser(samples, Integer.MAX_VALUE, rule);
    }

    /** One over the rank of the first positive where that is at most k. */
    public static PerUser reciprocalRankPerUser(ScoredSamples samples, int k, RankTies rule) {
        return perUser(samples, rule, list -> {
            Tie tie = firstWithPositives(list);
            double mean = 0;
            double negativesBefore = 1; // chance that the first j of the tie are negatives
            for (int j = 0; j <= Math.min(tie.size - tie.positives, k - tie.first); j++) {
                mean += negativesBefore * tie.positives / (tie.size - j) / (tie.first + j);
                negativesBefore *= (double) (tie.size - tie.positives - j) / (tie.size - j);
            }
            return mean;
        });
    }

    /** Samples that share their ranks {@code first … first+size-1} in any order. */
    private record Tie(int first, int size, int positives) {
        int last() {
            return first + size - 1;
        }
    }

    private static Tie firstWithPositives(Tie[] list) {
        return Arrays.stream(list).filter(tie -> tie.positives > 0).findFirst().orElseThrow();
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1.0);
    }

    private static MetricValue mean(PerUser users) {
        return users.mean(Undefined.NO_USER_WITH_POSITIVE);
    }

    private static PerUser perUser(ScoredSamples samples, RankTies rule, ToDoubleFunction<Tie[]> metric) {
        int[][] groups = samples.byUser();
        double[] values = new double[groups.length];
        double[] weights = new double[groups.length];
        for (int u = 0; u < groups.length; u++) {
            int[] group = groups[u];
            if (Arrays.stream(group).anyMatch(samples::positive)) {
                values[u] = metric.applyAsDouble(ties(samples, samples.byScore(group), rule));
                weights[u] = 1;
            }
        }
        return new PerUser(values, weights);
    }

    private static Tie[] ties(ScoredSamples samples, int[] ranked, RankTies rule) {
        double[] scores = samples.scores();
        Tie[] ties = new Tie[ranked.length];
        int count = 0;
        for (int from = 0; from < ranked.length; ) {
            int to = from;
            int positives = 0;
            while (to < ranked.length && scores[ranked[to]] == scores[ranked[from]]) {
                positives += samples.positive(ranked[to++]) ? 1 : 0;
            }
            if (rule == RankTies.EXPECTED) {
                ties[count++] = new Tie(from + 1, to - from, positives);
            } else {
                for (int i = from; i < to; i++) {
                    boolean positive = rule == RankTies.STABLE ? samples.positive(ranked[i]) : i >= to - positives;
                    ties[count++] = new Tie(i + 1, 1, positive ? 1 : 0);
                }
            }
            from = to;
        }
        return Arrays.copyOf(ties, count);
    }
}
