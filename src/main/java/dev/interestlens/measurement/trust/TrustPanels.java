package dev.interestlens.measurement.trust;

import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.trust.TrustReport.Explained;
import dev.interestlens.measurement.trust.TrustReport.Law;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What reports say and draw: explainers by law, beside simple rules. */
public final class TrustPanels {
    private static final int DECIMALS = 3;

    private TrustPanels() {}

    /** Of one data set. */
    public static MeasurementReport of(TrustReport report) {
        return of(Map.of("", report));
    }

    /** @param reports by the names of what was trained, which are said where there are several */
    public static MeasurementReport of(Map<String, TrustReport> reports) {
        boolean several = reports.size() > 1;
        List<Text> begin = new ArrayList<>();
        List<MeasurementReport.Part> parts = new ArrayList<>();
        reports.forEach((name, report) -> {
            UnaryOperator<Text> named = text -> several ? Text.same(name + ": ").then(text) : text;
            begin.add(named.apply(TrustWords.trained(report)));
            TrustWords.outside(report).forEach(text -> begin.add(named.apply(text)));
            report.laws().forEach(law -> parts.add(part(law, named.apply(TrustWords.law(law)))));
        });
        begin.add(TrustWords.of("about"));
        return new MeasurementReport(TrustWords.of("title"), begin, parts, List.of(), List.of(table(reports)));
    }

    private static MeasurementReport.Part part(Law law, Text heading) {
        return new MeasurementReport.Part(
                heading,
                TrustWords.about(law),
                law.explainers().isEmpty() ? Optional.empty() : Optional.of(panel(law, heading)));
    }

    /** How often each explainer names a cause first. */
    private static Panel panel(Law law, Text title) {
        List<IntervalData.Row> rows = law.explainers().stream()
                .map(each -> new IntervalData.Row(
                        TrustWords.ordering(each), each.recall1(), end(each.low()), end(each.high())))
                .toList();
        Chart picture =
                new Chart(law.law(), title, new IntervalData(rows, DECIMALS).withLead(), TrustWords.of("head.first"));
        return new Panel(
                law.law(), title, List.of(picture), 0, TrustWords.about(law).get(0));
    }

    private static double end(Double value) {
        return value == null ? Double.NaN : value;
    }

    private static Table table(Map<String, TrustReport> reports) {
        boolean several = reports.size() > 1;
        List<List<Cell>> rows = new ArrayList<>();
        reports.forEach((name, report) -> report.laws().forEach(law -> law.explainers()
                .forEach(each -> rows.add(row(several ? name + " " + law.law() : law.law(), each)))));
        return new Table(
                Phrase.EMPTY,
                Stream.of("law", "by", "first", "three")
                        .map(head -> TrustWords.of("head." + head))
                        .toList(),
                rows);
    }

    private static List<Cell> row(String law, Explained each) {
        Cell first = Cell.number(each.recall1(), DECIMALS);
        return List.of(
                Cell.words(law),
                Cell.words(TrustWords.ordering(each)),
                each.low() == null ? first : first.within(each.low(), each.high()),
                Cell.number(each.recall3(), DECIMALS));
    }
}
