package dev.interestlens.measurement;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.interestlens.measurement.compare.PairedFigure;
import dev.interestlens.measurement.compare.RunComparison;
import dev.interestlens.measurement.compare.RunComparison.By;
import dev.interestlens.measurement.compare.RunComparison.Figure;
import dev.interestlens.measurement.compare.RunComparison.Pair;
import dev.interestlens.metric.Interval;
import dev.interestlens.store.EnumNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What variants of a model are held against: its full form. Runs that differ only in the seed are one variant.
 *
 * @param full the name of its first run
 */
record AblationReport(
        String full,

        @JsonPropertyDescription("A line for each figure and each variant, the full model first")
        List<Row> rows) {
    /**
     * One figure of one variant.
     *
     * @param variant the name of its first run
     * @param low of the 95 % interval over seeds; over users where there is one seed
     * @param difference to the full model, NaN of the full model itself and where nothing pairs them
     */
    record Row(
            @JsonPropertyDescription("ndcg10 or auc") String metric,
            String variant,
            int seeds,
            double value,
            double low,
            double high,

            @JsonPropertyDescription("To the full model, paired; null of the full model")
            double difference,

            double differenceLow,
            double differenceHigh,

            @JsonPropertyDescription("What the difference is paired by: users, seeds, or none")
            String by) {
        boolean isPaired() {
            return !Double.isNaN(difference);
        }

        /** Beyond chance. */
        boolean isBehind() {
            return differenceHigh < 0;
        }

        /** Beyond chance. */
        boolean isAhead() {
            return differenceLow > 0;
        }
    }

    /** Some runs that differ only in the seed. */
    private record Variant(String name, int seeds, Map<String, Figure> figures) {}

    AblationReport {
        rows = List.copyOf(rows);
    }

    /** @param found the runs of the full model first */
    static AblationReport of(RunComparison found) {
        String full = found.runs().get(0).name();
        List<Variant> variants = variants(found);
        List<Row> rows = new ArrayList<>();
        for (PairedFigure figure : PairedFigure.all()) {
            variants.forEach(variant -> rows.add(row(figure.id(), full, variant, found.pairs())));
        }
        return new AblationReport(full, rows);
    }

    /** In the order of their runs. */
    private static List<Variant> variants(RunComparison found) {
        if (found.configurations().isEmpty()) {
            return found.runs().stream()
                    .map(run -> new Variant(run.name(), 1, run.figures()))
                    .toList();
        }
        return found.runs().stream()
                .flatMap(run -> found.configurations().stream()
                        .filter(each -> each.run().equals(run.name()))
                        .map(each -> each.seeds() > 1
                                ? new Variant(each.run(), each.seeds(), each.figures())
                                : new Variant(each.run(), 1, run.figures())))
                .toList();
    }

    private static Row row(String metric, String full, Variant variant, List<Pair> pairs) {
        Figure figure = variant.figures().get(metric);
        Optional<Interval> range = Optional.ofNullable(figure.interval());
        Optional<Pair> pair = Stream.of(By.SEEDS, By.USERS)
                .flatMap(by -> pairs.stream()
                        .filter(each -> each.by() == by && each.metric().equals(metric))
                        .flatMap(each -> less(each, full, variant.name())))
                .findFirst();
        return new Row(
                metric,
                variant.name(),
                variant.seeds(),
                figure.value(),
                range.map(Interval::low).orElse(Double.NaN),
                range.map(Interval::high).orElse(Double.NaN),
                pair.map(Pair::difference).orElse(Double.NaN),
                pair.map(each -> each.interval().low()).orElse(Double.NaN),
                pair.map(each -> each.interval().high()).orElse(Double.NaN),
                pair.map(each -> EnumNames.lower(each.by())).orElse("none"));
    }

    /** The pair as the variant less the full model; empty where it is of others. */
    private static Stream<Pair> less(Pair pair, String full, String variant) {
        if (pair.a().equals(variant) && pair.b().equals(full)) {
            return Stream.of(pair);
        }
        Interval range = pair.interval();
        return pair.a().equals(full) && pair.b().equals(variant)
                ? Stream.of(new Pair(
                        variant,
                        full,
                        pair.metric(),
                        pair.by(),
                        pair.seeds(),
                        -pair.difference(),
                        new Interval(-range.high(), -range.low(), range.confidence())))
                : Stream.empty();
    }

    /** The lines of one figure. */
    List<Row> of(PairedFigure figure) {
        return rows.stream().filter(row -> row.metric().equals(figure.id())).toList();
    }
}
