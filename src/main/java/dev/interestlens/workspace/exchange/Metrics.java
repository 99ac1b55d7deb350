package dev.interestlens.workspace.exchange;

import dev.interestlens.train.run.JournalEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Validation metrics under the names of other programs; undefined ones are left out. */
final class Metrics {
    private Metrics() {}

    static Map<String, Double> of(JournalEntry.Valid valid) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("ndcg_at_10", valid.ndcg10());
        metrics.put("hit_rate_at_10", valid.hitRate10());
        metrics.put("auc", valid.auc());
        metrics.put("gauc", valid.gauc());
        metrics.put("log_loss", valid.logLoss());
        metrics.values().removeIf(value -> value == null || !Double.isFinite(value));
        return metrics;
    }
}
