package dev.interestlens.measurement;

import dev.interestlens.metric.RankingMetric;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The figures of the catalogue's ranking as values of a setting. */
final class RankingMetricNames implements Supplier<List<String>>, UnaryOperator<String> {
    @Override
    public List<String> get() {
        return RankingMetric.all().stream().map(RankingMetric::option).toList();
    }

    /** In which case or spelling it is typed does not matter; what is none stays as it is, to be refused. */
    @Override
    public String apply(String typed) {
        return RankingMetric.of(typed).map(RankingMetric::option).orElse(typed);
    }
}
