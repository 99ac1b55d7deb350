package dev.interestlens.export.report;

import dev.interestlens.explain.anatomy.Anatomy;
import dev.interestlens.explain.anatomy.AnatomyPanel;
import dev.interestlens.explain.anatomy.AnatomyWords;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.figure.file.TableFile;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.store.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What figures of runs are made of, as a page, a section of one, a drawing or tables. */
public final class AnatomyReport {
    private static final double GAP = 24;
    private static final int DECIMALS = 4;

    /** In which it is written. */
    public static final List<String> ENDINGS = List.of("html", "md", "csv", "tex", "svg", "pdf", "png");

    private AnatomyReport() {}

    /**
     * A page.
     *
     * @param runs by name
     * @param notes that stand first
     */
    private static Document page(Map<String, Anatomy> runs, List<Text> notes) {
        Document page = new Document(AnatomyWords.of("page"));
        notes.forEach(page::paragraph);
        return section(page, runs);
    }

    /** Adds a heading, the sentences and the picture of each metric, and a table; nothing without runs. */
    static Document section(Document document, Map<String, Anatomy> runs) {
        if (runs.isEmpty()) {
            return document;
        }
        panels(runs).forEach(panel -> {
            document.heading(panel.title()).paragraph(panel.finding());
            document.picture(panel.pictures().get(0).drawing());
        });
        document.paragraph(AnatomyWords.about(runs.values()));
        return document.table(table(runs));
    }

    /** A page, its tables alone, or the pictures with their sentences, as the target's ending says. */
    public static byte[] bytes(Map<String, Anatomy> runs, List<Text> notes, Path target, Locale language) {
        String title = AnatomyWords.of("page").in(language);
        String ending = Target.ending(target);
        return switch (ending) {
            case "html", "md" -> page(runs, notes).bytes(ending, language);
            case "csv", "tex" ->
                new TableFile(language).of(ending, page(runs, notes).tables(), title);
            default -> new FigureFile(Palette.LIGHT, language).of(ending, drawing(runs), title);
        };
    }

    /** The pictures of all metrics with their sentences. */
    private static Drawing drawing(Map<String, Anatomy> runs) {
        return new Stacked(panels(runs).stream().map(Panel::drawing).toList(), GAP);
    }

    private static List<Panel> panels(Map<String, Anatomy> runs) {
        return Stream.of(RankMetric.values())
                .flatMap(metric -> AnatomyPanel.of(runs, metric).stream())
                .toList();
    }

    /** A line for each share of each figure of each run, and below it for what is lost without order and times. */
    private static Table table(Map<String, Anatomy> runs) {
        List<List<Cell>> rows = new ArrayList<>();
        runs.forEach((name, anatomy) -> anatomy.metrics().forEach(figure -> {
            Text metric = AnatomyWords.metric(figure.metric());
            rows.add(row(name, metric, AnatomyWords.of("chance"), figure.chance(), null, null));
            figure.shares()
                    .forEach(share -> rows.add(row(
                            name, metric, AnatomyWords.part(share.part()), share.share(), share.low(), share.high())));
            rows.add(row(name, metric, AnatomyWords.of("all"), figure.value(), figure.low(), figure.high()));
            figure.without()
                    .forEach(without -> rows.add(row(
                            name,
                            metric,
                            AnatomyWords.without(without.part()),
                            without.lost(),
                            without.low(),
                            without.high())));
        }));
        return new Table(
                Phrase.EMPTY,
                Stream.of("run", "metric", "part", "share")
                        .map(head -> AnatomyWords.of("head." + head))
                        .toList(),
                rows);
    }

    private static List<Cell> row(String run, Text metric, Text part, double value, Double low, Double high) {
        Cell number = Cell.number(value, DECIMALS);
        return List.of(
                Cell.words(run),
                Cell.words(metric),
                Cell.words(part),
                low == null || high == null ? number : number.within(low, high));
    }
}
