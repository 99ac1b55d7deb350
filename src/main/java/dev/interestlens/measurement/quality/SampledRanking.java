package dev.interestlens.measurement.quality;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.probe.Baseline;
import dev.interestlens.data.protocol.probe.Baselines;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.Ranking;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.train.EngineInverse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How a true item ranks among a few sampled ones. It may order models differently from the whole catalogue (Krichene and Rendle, KDD 2020), and the
 * range between random and best is small; both are given for comparison.
 *
 * @param candidates the true item and the sampled ones
 * @param random figures of random scores: {@code hitRate10, ndcg10, mrr}
 * @param baselines the same of {@code popularity}, {@code neighbours} and, where there are times, {@code trend}
 * @param rows of these, with their scores
 */
public record SampledRanking(
        int candidates,
        Map<String, Double> random,
        Map<String, Map<String, Double>> baselines,
        Map<String, ScoredSamples> rows) {
    /** The figures, as they are given. */
    public static final List<RankMetric> FIGURES = List.of(RankMetric.HIT_RATE10, RankMetric.NDCG10, RankMetric.MRR);

    /** Of a part whose rows are positives, each followed by its negatives. */
    public static SampledRanking of(SampleSet samples, Part part) {
        int candidates = samples.group(part);
        Baselines scores = new Baselines(samples, new EngineInverse());
        Map<String, Map<String, Double>> baselines = new LinkedHashMap<>();
        Map<String, ScoredSamples> rows = new LinkedHashMap<>();
        for (Baseline baseline : List.of(Baseline.POPULARITY, Baseline.TREND, Baseline.NEIGHBOURS)) {
            if (baseline != Baseline.TREND || samples.trend().isPresent()) {
                String name = Evaluation.name(baseline);
                rows.put(
                        name,
                        ScoredSamples.of(scores.scores(baseline, part), samples.labels(part), samples.users(part)));
                baselines.put(name, figures(rows.get(name)));
            }
        }
        return new SampledRanking(candidates, random(candidates), baselines, rows);
    }

    private static Map<String, Double> figures(ScoredSamples scored) {
        Map<String, Double> figures = new LinkedHashMap<>();
        FIGURES.forEach(metric -> figures.put(metric.id(), metric.value(scored)));
        return figures;
    }

    /** What random scores give where so many places count. */
    public double random(RankingMetric figure) {
        return figure.byChance(candidates);
    }

    /** All ranks have the same probability. */
    private static Map<String, Double> random(int candidates) {
        int top = Math.min(Ranking.TOP, candidates);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(RankMetric.HIT_RATE10.id(), (double) top / candidates);
        figures.put(RankMetric.NDCG10.id(), mean(top, candidates, rank -> Math.log(2) / Math.log(rank + 1.0)));
        figures.put(RankMetric.MRR.id(), mean(candidates, candidates, rank -> 1.0 / rank));
        return figures;
    }

    private static double mean(int upTo, int candidates, java.util.function.IntToDoubleFunction gain) {
        return IntStream.rangeClosed(1, upTo).mapToDouble(gain).sum() / candidates;
    }
}
