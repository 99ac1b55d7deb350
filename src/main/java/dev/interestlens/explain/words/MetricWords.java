package dev.interestlens.explain.words;

import dev.interestlens.metric.RowMetric;

/** The names of the figures of scored rows. */
public final class MetricWords {
    private MetricWords() {}

    /** In short, as beside a number or on an axis: "GAUC". */
    public static Text name(RowMetric metric) {
        return Wording.of("metric." + metric.id());
    }

    /** In full, as in a table that says what it is. */
    public static Text full(RowMetric metric) {
        return Wording.of("metric." + metric.id() + ".full");
    }
}
