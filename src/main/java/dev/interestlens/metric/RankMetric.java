package dev.interestlens.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Figures that depend on the order of the scores alone, as functions of how often each user counts. */
public enum RankMetric implements RowMetric {
    AUC("auc", "auc", allRows(Auc::of)),
    GAUC("gauc", "gauc", perUser(Gauc::perUser)),
    /** Average precision: the area under the curve of precision by recall, in steps. */
    PR_AUC("prAuc", "pr_auc", allRows(PrAuc::of)),
    /** Of the ten best rows of each user. */
    NDCG10("ndcg10", "ndcg_at_10", perUser(samples -> Ranking.ndcgPerUser(samples, Ranking.TOP, RankTies.EXPECTED))),
    /** Of the ten best rows of each user. */
    HIT_RATE10(
            "hitRate10",
            "hit_rate_at_10",
            perUser(samples -> Ranking.hitRatePerUser(samples, Ranking.TOP, RankTies.EXPECTED))),
    MRR("mrr", "mrr", perUser(samples -> Ranking.reciprocalRankPerUser(samples, RankTies.EXPECTED)));

    /** Those that are told of baselines, too: one of all rows and two of lists. */
    public static final List<RankMetric> OF_BASELINES = List.of(AUC, NDCG10, HIT_RATE10);

    private final String id;
    private final String exchangeName;
    private final Function<ScoredSamples, ToDoubleFunction<int[]>> byUsers;

    RankMetric(String id, String exchangeName, Function<ScoredSamples, ToDoubleFunction<int[]>> byUsers) {
        this.id = id;
        this.exchangeName = exchangeName;
        this.byUsers = byUsers;
    }

    /** A metric of rows, each counted as often as its weight says. */
    private interface Weighted {
        /** @param byScore the samples, best score first */
        double of(ScoredSamples samples, int[] byScore, int[] weights);
    }

    private static Function<ScoredSamples, ToDoubleFunction<int[]>> allRows(Weighted metric) {
        return samples -> {
            int[] byScore = samples.byScore();
            int[][] groups = samples.byUser();
            return times -> metric.of(samples, byScore, Bootstrap.bySample(times, groups, samples.size()));
        };
    }

    private static Function<ScoredSamples, ToDoubleFunction<int[]>> perUser(Function<ScoredSamples, PerUser> metric) {
        return samples -> {
            PerUser users = metric.apply(samples);
            double[] values = users.values();
            double[] weights = users.weights();
            return times -> Bootstrap.mean(values, weights, times);
        };
    }

    /** All of them by name; NaN where one is not defined. */
    public static Map<String, Double> figures(ScoredSamples samples) {
        Map<String, Double> values = new LinkedHashMap<>();
        Stream.of(values()).forEach(metric -> values.put(metric.id, metric.value(samples)));
        return values;
    }

    /** The metric by how often each user counts, users ascending; NaN where it is not defined. */
    public ToDoubleFunction<int[]> of(ScoredSamples samples) {
        return byUsers.apply(samples);
    }

    @Override
    public double value(ScoredSamples samples) {
        return of(samples).applyAsDouble(once(samples));
    }

    @Override
    public boolean isOfList() {
        return compareTo(NDCG10) >= 0;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String exchangeName() {
        return exchangeName;
    }

    /** How often each user counts where all count once. */
    public static int[] once(ScoredSamples samples) {
        int[] times = new int[(int) Arrays.stream(samples.users()).distinct().count()];
        Arrays.fill(times, 1);
        return times;
    }
}
