package dev.interestlens.cli;

import dev.interestlens.metric.RankingMetric;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;

/** The figures of the catalogue's ranking as values of an option. */
final class RankingMetricNames implements Supplier<List<String>>, ITypeConverter<String> {
    @Override
    public List<String> get() {
        return RankingMetric.all().stream().map(RankingMetric::option).toList();
    }

    /** In which case or spelling it is typed does not matter; what is none stays as it is, to be refused. */
    @Override
    public String convert(String typed) {
        return RankingMetric.of(typed).map(RankingMetric::option).orElse(typed);
    }
}
