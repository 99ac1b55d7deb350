package dev.interestlens.workspace.trust;

import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.figure.file.TableFile;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.store.SealedJson;
import dev.interestlens.store.Target;
import dev.interestlens.workspace.trust.TrustReport.Explained;
import dev.interestlens.workspace.trust.TrustReport.Law;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A report as a page, a picture of explainers by law, a table, or JSON, as the ending of its file says. */
public final class TrustFile {
    /** In which it is written. */
    public static final List<String> ENDINGS = List.of("html", "md", "csv", "tex", "svg", "pdf", "png", "json");

    private static final double GAP = 24;
    private static final int DECIMALS = 3;

    private TrustFile() {}

    public static byte[] bytes(TrustReport report, Path target, Locale language) {
        String title = TrustWords.of("title").in(language);
        return switch (Target.ending(target)) {
            case "json" -> SealedJson.bytes(report);
            case "html", "md" -> document(report).bytes(Target.ending(target), language);
            case "csv", "tex" ->
                new TableFile(language)
                        .of(Target.ending(target), document(report).tables(), title);
            default -> new FigureFile(Palette.LIGHT, language).of(Target.ending(target), drawing(report), title);
        };
    }

    /** As HTML. */
    public static byte[] page(TrustReport report, Locale language) {
        return document(report).bytes("html", language);
    }

    /** The pictures of all laws. */
    public static Drawing drawing(TrustReport report) {
        return new Stacked(panels(report).stream().map(Panel::drawing).toList(), GAP);
    }

    /** Of each law that was learnt how often every explainer, and every simple rule beside them, names a planted cause first. */
    public static List<Panel> panels(TrustReport report) {
        return report.laws().stream()
                .filter(law -> !law.explainers().isEmpty())
                .map(TrustFile::panel)
                .toList();
    }

    private static Document document(TrustReport report) {
        Document page = new Document(TrustWords.of("title"));
        page.paragraph(TrustWords.trained(report)).paragraph(TrustWords.of("about"));
        for (Law law : report.laws()) {
            page.heading(TrustWords.law(law));
            TrustWords.about(law).forEach(page::paragraph);
            if (!law.explainers().isEmpty()) {
                page.picture(panel(law).pictures().get(0).drawing());
            }
        }
        return page.table(table(report));
    }

    /** How often each explainer names a cause first. */
    private static Panel panel(Law law) {
        List<IntervalData.Row> rows = law.explainers().stream()
                .map(each -> new IntervalData.Row(
                        TrustWords.ordering(each.name()), each.recall1(), end(each.low()), end(each.high())))
                .toList();
        Text title = TrustWords.law(law);
        Chart picture =
                new Chart(law.law(), title, new IntervalData(rows, DECIMALS).withLead(), TrustWords.of("head.first"));
        return new Panel(
                law.law(), title, List.of(picture), 0, TrustWords.about(law).get(0));
    }

    private static double end(Double value) {
        return value == null ? Double.NaN : value;
    }

    private static Table table(TrustReport report) {
        List<List<Cell>> rows = report.laws().stream()
                .flatMap(law -> law.explainers().stream().map(each -> row(law, each)))
                .toList();
        return new Table(
                Phrase.EMPTY,
                Stream.of("law", "by", "first", "three")
                        .map(head -> TrustWords.of("head." + head))
                        .toList(),
                rows);
    }

    private static List<Cell> row(Law law, Explained each) {
        Cell first = Cell.number(each.recall1(), DECIMALS);
        return List.of(
                Cell.words(law.law()),
                Cell.words(TrustWords.ordering(each.name())),
                each.low() == null ? first : first.within(each.low(), each.high()),
                Cell.number(each.recall3(), DECIMALS));
    }
}
