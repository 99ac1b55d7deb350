package dev.interestlens.explain.words;

import dev.interestlens.metric.ProbabilityMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.RowMetric;
import java.util.Map;

/** The names of the figures of scored rows, and of those of true items in the catalogue. */
public final class MetricWords {
    private MetricWords() {}

    /** In short, as beside a number or on an axis: "GAUC". */
    public static Text name(RowMetric metric) {
        return Wording.of("metric." + metric.id());
    }

    /** The figures of probabilities in a row, which shares of positives and fitted scores change: "log loss, Brier score and calibration error". */
    public static Text ofProbabilities() {
        return Wording.row(RowMetric.all().stream()
                .filter(ProbabilityMetric.class::isInstance)
                .map(MetricWords::name)
                .toList());
    }

    /** Of a figure of the catalogue: "NDCG@10". */
    public static Text name(RankingMetric metric) {
        return Wording.of(key(metric), places(metric));
    }

    /** Its meaning in one line. */
    public static Text help(RankingMetric metric) {
        return Wording.of(key(metric) + ".help", places(metric));
    }

    private static Map<String, Text> places(RankingMetric metric) {
        return Map.of("k", Text.same(String.valueOf(metric.places())));
    }

    private static String key(RankingMetric metric) {
        return "ranking." + metric.kind().id() + (metric.places() == 0 ? "" : ".at");
    }

    /** In full, as in a table that says what it is. */
    public static Text full(RowMetric metric) {
        return Wording.of("metric." + metric.id() + ".full");
    }
}
