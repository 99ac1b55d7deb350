package dev.interestlens.measurement;

import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.compare.PairedFigure;
import dev.interestlens.measurement.compare.RunComparison;
import dev.interestlens.measurement.compare.StoredScores;
import dev.interestlens.train.run.RunFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the parts of a model are worth: variants without them held against the full model, which is the first run. */
final class AblationMeasurement extends ComparisonMeasurement<AblationMeasurement.Settings, AblationReport> {
    private static final int DECIMALS = 4;

    /** None. */
    record Settings() {}

    @Override
    public String id() {
        return "ablation";
    }

    @Override
    public String icon() {
        return "fth-scissors";
    }

    @Override
    public Settings usual() {
        return new Settings();
    }

    @Override
    public Class<AblationReport> result() {
        return AblationReport.class;
    }

    @Override
    protected AblationReport compare(List<RunFolder> runs, Settings settings, Means means) {
        return AblationReport.of(
                RunComparison.of(runs, null, means.progress(), StoredScores.Writing.of(means.keeps())));
    }

    @Override
    public MeasurementReport tell(Map<String, AblationReport> found) {
        List<MeasurementReport.Part> parts = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        found.values().forEach(report -> PairedFigure.all().forEach(figure -> {
            parts.add(MeasurementReport.Part.of(panel(report, figure)));
            tables.add(table(report, figure));
        }));
        return new MeasurementReport(words("name"), List.of(), parts, List.of(words("read")), tables);
    }

    private Panel panel(AblationReport report, PairedFigure figure) {
        List<IntervalData.Row> rows = report.of(figure).stream()
                .filter(AblationReport.Row::isPaired)
                .map(row -> new IntervalData.Row(
                        of("variant", "variant", row.variant(), "by", by(row)),
                        row.difference(),
                        row.differenceLow(),
                        row.differenceHigh()))
                .toList();
        Text title = of("title", "figure", figure.name(), "full", report.full());
        Chart chart =
                new Chart(id() + "-" + figure.id(), title, new IntervalData(rows, DECIMALS).withShown(), words("read"));
        return new Panel(chart.name(), title, List.of(chart), 0, sentence(report, figure));
    }

    private Text by(AblationReport.Row row) {
        return of("by." + row.by(), "seeds", row.seeds());
    }

    private Text sentence(AblationReport report, PairedFigure figure) {
        List<AblationReport.Row> variants =
                report.of(figure).stream().filter(AblationReport.Row::isPaired).toList();
        if (variants.isEmpty()) {
            return of("unpaired", "full", report.full());
        }
        List<Text> said = Stream.of(
                        side("behind", variants, AblationReport.Row::isBehind, report.full(), figure),
                        side("ahead", variants, AblationReport.Row::isAhead, report.full(), figure))
                .flatMap(Optional::stream)
                .toList();
        return said.stream()
                .reduce(Text::then)
                .orElseGet(
                        () -> of("none", "full", report.full(), "figure", figure.name(), "variants", variants.size()));
    }

    /** How many variants are on one side beyond chance, and the furthest of them. */
    private Optional<Text> side(
            String key,
            List<AblationReport.Row> variants,
            Predicate<AblationReport.Row> isThere,
            String full,
            PairedFigure figure) {
        List<AblationReport.Row> there = variants.stream()
                .filter(isThere)
                .sorted(Comparator.comparingDouble(row -> -Math.abs(row.difference())))
                .toList();
        return there.stream()
                .findFirst()
                .map(row -> of(
                        key,
                        "shown",
                        there.size(),
                        "variants",
                        variants.size(),
                        "full",
                        full,
                        "figure",
                        figure.name(),
                        "variant",
                        row.variant(),
                        "difference",
                        Numerals.signed(row.difference(), DECIMALS),
                        "low",
                        Numerals.signed(row.differenceLow(), DECIMALS),
                        "high",
                        Numerals.signed(row.differenceHigh(), DECIMALS),
                        "by",
                        by(row)));
    }

    private Table table(AblationReport report, PairedFigure figure) {
        List<Phrase> heads = new ArrayList<>(List.of(words("head.variant"), words("head.seeds"), figure.name()));
        Stream.of("difference", "over").map(head -> words("head." + head)).forEach(heads::add);
        List<List<Cell>> rows = report.of(figure).stream()
                .map(row -> List.of(
                        Cell.words(row.variant()),
                        Cell.count(row.seeds()),
                        Cell.number(row.value(), DECIMALS).within(row.low(), row.high()),
                        Cell.number(row.difference(), DECIMALS).within(row.differenceLow(), row.differenceHigh()),
                        Cell.words(row.isPaired() ? by(row) : Phrase.EMPTY)))
                .toList();
        return new Table(of("table", "figure", figure.name()), heads, rows);
    }
}
