package dev.interestlens.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A figure of how good the scores of rows are, beside their labels. Whatever computes, shows, compares or writes such figures goes over {@link #all()}:
 * a further metric is a constant of {@link RankMetric} or {@link ProbabilityMetric}, and its words.
 */
public sealed interface RowMetric permits RankMetric, ProbabilityMetric {
    /** All, in the order in which they are shown. */
    static List<RowMetric> all() {
        return List.of(
                RankMetric.AUC,
                RankMetric.GAUC,
                RankMetric.PR_AUC,
                ProbabilityMetric.LOG_LOSS,
                ProbabilityMetric.BRIER,
                ProbabilityMetric.ECE,
                RankMetric.NDCG10,
                RankMetric.HIT_RATE10,
                RankMetric.MRR);
    }

    /** Those that are measured on the validation part after each epoch. */
    static List<RowMetric> ofEpochs() {
        return all().stream().filter(RowMetric::isOfEpochs).toList();
    }

    /** By its name; empty where there is none. */
    static Optional<RowMetric> of(String id) {
        return all().stream().filter(metric -> metric.id().equals(id)).findFirst();
    }

    /**
     * All of them by name; NaN where one is not defined.
     *
     * @param ranked the rows with their logits: sigmoids in single precision would tie different rows
     * @param scored the same with probabilities
     */
    static Map<String, Double> values(ScoredSamples ranked, ScoredSamples scored) {
        Map<String, Double> values = new LinkedHashMap<>();
        all().forEach(metric -> values.put(metric.id(), metric.value(metric instanceof RankMetric ? ranked : scored)));
        return values;
    }

    /** Intervals of those that have one, 95 % by drawing users again. */
    static Map<String, Interval> intervals(ScoredSamples ranked) {
        Map<String, Interval> intervals = new LinkedHashMap<>();
        Stream.of(RankMetric.values())
                .forEach(metric ->
                        Bootstrap.of(1).of(ranked, metric).ifPresent(interval -> intervals.put(metric.id(), interval)));
        return intervals;
    }

    /** Its name in JSON and in files: {@code ndcg10}. */
    String id();

    /** Its name in programs that have one for it: {@code log_loss}. */
    String exchangeName();

    /** The metric of all rows; NaN where it is not defined. */
    double value(ScoredSamples samples);

    /** Whether it ranks each user's rows, so that it depends on how many candidates stand beside a true item. */
    default boolean isOfList() {
        return false;
    }

    /** Whether it is measured after each epoch; not those that rank a true item among a few sampled ones. */
    default boolean isOfEpochs() {
        return !isOfList();
    }

    /** Which of two values is better. */
    default BestValue better() {
        return BestValue.HIGH;
    }
}
