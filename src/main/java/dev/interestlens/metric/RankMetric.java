package dev.interestlens.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Figures that depend on the order of the scores alone, as functions of how often each user counts. */
public enum RankMetric {
    AUC {
        @Override
        public ToDoubleFunction<int[]> of(ScoredSamples samples) {
            int[] byScore = samples.byScore();
            int[][] groups = samples.byUser();
            return times -> Auc.of(samples, byScore, Bootstrap.bySample(times, groups, samples.size()));
        }
    },
    GAUC {
        @Override
        public ToDoubleFunction<int[]> of(ScoredSamples samples) {
            return mean(Gauc.perUser(samples));
        }
    },
    /** Of the ten best rows of each user. */
    NDCG10 {
        @Override
        public ToDoubleFunction<int[]> of(ScoredSamples samples) {
            return mean(Ranking.ndcgPerUser(samples, RankFigures.TOP, RankTies.EXPECTED));
        }
    };

    /** The metric by how often each user counts, users ascending; NaN where it is not defined. */
    public abstract ToDoubleFunction<int[]> of(ScoredSamples samples);

    /** Its name in JSON: {@code ndcg10}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How often each user counts where all count once. */
    public static int[] once(ScoredSamples samples) {
        int[] times = new int[(int) Arrays.stream(samples.users()).distinct().count()];
        Arrays.fill(times, 1);
        return times;
    }

    private static ToDoubleFunction<int[]> mean(PerUser users) {
        double[] values = users.values();
        double[] weights = users.weights();
        return times -> Bootstrap.mean(values, weights, times);
    }
}
