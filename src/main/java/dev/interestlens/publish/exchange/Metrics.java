package dev.interestlens.publish.exchange;

import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.train.run.JournalEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Validation metrics under the names of other programs; undefined ones are left out. */
final class Metrics {
    private Metrics() {}

    static Map<String, Double> of(JournalEntry.Valid valid) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        valid.figures().forEach((name, value) -> metrics.put(exchangeName(name), value));
        metrics.values().removeIf(value -> value == null || !Double.isFinite(value));
        return metrics;
    }

    private static String exchangeName(String metric) {
        return RankingMetric.of(metric)
                .map(RankingMetric::exchangeName)
                .or(() -> RowMetric.of(metric).map(RowMetric::exchangeName))
                .orElseThrow();
    }
}
