package dev.interestlens.explain.anatomy;

import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.ScoredSamples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * All that is told of a figure, as functions of how often each user counts: the share of each part, that of the match, what is lost without order and
 * times, and the figure itself last.
 */
final class FigureStatistics {
    private static final Set<InputPart> MATCH = Set.of(InputPart.HISTORY, InputPart.ATTENTION);

    private final List<InputPart> parts;
    private final int[] once;
    private final ToDoubleFunction<int[]> chance;
    private final Map<Set<InputPart>, ToDoubleFunction<int[]>> values = new LinkedHashMap<>();
    private final List<ToDoubleFunction<int[]>> without = new ArrayList<>();

    private FigureStatistics(CoalitionScores scores, RankMetric metric) {
        ScoredSamples alike = ScoredSamples.of(new float[scores.labels().length], scores.labels(), scores.users());
        parts = scores.parts();
        once = RankMetric.once(alike);
        chance = metric.of(alike);
        scores.logits().forEach((own, draws) -> values.put(own, mean(scores, draws, metric)));
        scores.without().values().forEach(draws -> without.add(mean(scores, draws, metric)));
    }

    static FigureStatistics of(CoalitionScores scores, RankMetric metric) {
        return new FigureStatistics(scores, metric);
    }

    private static ToDoubleFunction<int[]> mean(CoalitionScores scores, float[][] draws, RankMetric metric) {
        List<ToDoubleFunction<int[]>> each = Stream.of(draws)
                .map(draw -> metric.of(ScoredSamples.of(draw, scores.labels(), scores.users())))
                .toList();
        return times -> {
            double first = each.get(0).applyAsDouble(times); // draws that score alike have exactly its mean
            double more = 0;
            for (ToDoubleFunction<int[]> draw : each) {
                more += draw.applyAsDouble(times) - first;
            }
            return first + more / each.size();
        };
    }

    /** How often each user counts where all count once. */
    int[] once() {
        return once;
    }

    /** The figure of scores that are all equal. */
    double chance(int[] times) {
        return chance.applyAsDouble(times);
    }

    double[] of(int[] times) {
        Map<Set<InputPart>, Double> found = new HashMap<>();
        found.put(Set.of(), chance(times));
        values.forEach((own, value) -> found.put(own, value.applyAsDouble(times)));
        double all = found.get(Set.copyOf(parts));
        double[] shares = new PartOrders(parts).shares(found::get);
        double[] told = new double[shares.length + without.size() + 2];
        System.arraycopy(shares, 0, told, 0, shares.length);
        for (int i = 0; i < shares.length; i++) {
            told[shares.length] += MATCH.contains(parts.get(i)) ? shares[i] : 0;
        }
        for (int i = 0; i < without.size(); i++) {
            told[shares.length + 1 + i] = all - without.get(i).applyAsDouble(times);
        }
        told[told.length - 1] = all;
        return told;
    }
}
