package dev.interestlens.workspace.measure;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.probe.Baseline;
import dev.interestlens.data.protocol.probe.Baselines;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.RankTies;
import dev.interestlens.metric.Ranking;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.train.EngineInverse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How a true item ranks among a few sampled ones. It may order models differently from the whole catalogue (Krichene and Rendle, KDD 2020), and the
 * range between random and best is small; both are given for comparison.
 *
 * @param candidates the true item and the sampled ones
 * @param random figures of random scores: {@code hitRate10, ndcg10, mrr}
 * @param baselines the same of {@code popularity}, {@code neighbours} and, where there are times, {@code trend}
 */
public record SampledRanking(int candidates, Map<String, Double> random, Map<String, Map<String, Double>> baselines) {
    private static final int TOP = 10;

    /** Of a part whose rows are positives, each followed by its negatives. */
    public static SampledRanking of(SampleSet samples, Part part) {
        int candidates = samples.group(part);
        Baselines scores = new Baselines(samples, new EngineInverse());
        Map<String, Map<String, Double>> baselines = new LinkedHashMap<>();
        baselines.put("popularity", figures(scores.scores(Baseline.POPULARITY, part), samples, part));
        if (samples.trend().isPresent()) {
            baselines.put(CatalogueRanking.TREND, figures(scores.scores(Baseline.TREND, part), samples, part));
        }
        baselines.put(CatalogueRanking.NEIGHBOURS, figures(scores.scores(Baseline.NEIGHBOURS, part), samples, part));
        return new SampledRanking(candidates, random(candidates), baselines);
    }

    private static Map<String, Double> figures(double[] scores, SampleSet samples, Part part) {
        ScoredSamples scored = ScoredSamples.of(scores, samples.labels(part), samples.users(part));
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("hitRate10", Ranking.hitRate(scored, TOP, RankTies.EXPECTED).orNaN());
        figures.put("ndcg10", Ranking.ndcg(scored, TOP, RankTies.EXPECTED).orNaN());
        figures.put("mrr", Ranking.reciprocalRank(scored, RankTies.EXPECTED).orNaN());
        return figures;
    }

    /** All ranks have the same probability. */
    private static Map<String, Double> random(int candidates) {
        int top = Math.min(TOP, candidates);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("hitRate10", (double) top / candidates);
        figures.put("ndcg10", mean(top, candidates, rank -> Math.log(2) / Math.log(rank + 1.0)));
        figures.put("mrr", mean(candidates, candidates, rank -> 1.0 / rank));
        return figures;
    }

    private static double mean(int upTo, int candidates, java.util.function.IntToDoubleFunction gain) {
        return IntStream.rangeClosed(1, upTo).mapToDouble(gain).sum() / candidates;
    }
}
