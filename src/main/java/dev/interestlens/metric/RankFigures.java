package dev.interestlens.metric;

import java.util.LinkedHashMap;
import java.util.Map;

/** The figures that depend on the order of the scores alone, by name: {@code auc, gauc, ndcg10, hitRate10, mrr}; NaN where one is not defined. */
public final class RankFigures {
    public static final String AUC = "auc";
    public static final String GAUC = "gauc";
    public static final String NDCG = "ndcg10";
    public static final String HIT_RATE = "hitRate10";
    public static final String MRR = "mrr";

    /** Places that count in {@link #NDCG} and {@link #HIT_RATE}. */
    public static final int TOP = 10;

    private RankFigures() {}

    public static Map<String, Double> of(ScoredSamples samples) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(AUC, Auc.of(samples).orNaN());
        figures.put(GAUC, Gauc.of(samples).value().orNaN());
        figures.put(NDCG, Ranking.ndcg(samples, TOP, RankTies.EXPECTED).orNaN());
        figures.put(HIT_RATE, Ranking.hitRate(samples, TOP, RankTies.EXPECTED).orNaN());
        figures.put(MRR, Ranking.reciprocalRank(samples, RankTies.EXPECTED).orNaN());
        return figures;
    }
}
