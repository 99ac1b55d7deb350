package dev.interestlens.export.report;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.file.FigureFile;
import dev.interestlens.figure.file.TableFile;
import dev.interestlens.figure.table.Table;
import dev.interestlens.store.OutputPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a measurement tells, to be written as a page, a section of one, a drawing or tables.
 *
 * @param title of the page
 * @param begin what stands before its parts
 * @param end what stands behind them, before the tables
 */
public record MeasurementReport(Text title, List<Text> begin, List<Part> parts, List<Text> end, List<Table> tables) {
    /** In which it is written. */
    public static final List<String> ENDINGS = List.of("html", "md", "csv", "tex", "svg", "pdf", "png", "json");

    /** What a person may write it in: these, and html by its other name. */
    public static final List<String> TAKEN =
            Stream.concat(ENDINGS.stream(), Stream.of("htm")).toList();

    private static final double GAP = 24;

    /** Rows of a table that a section has at most. */
    private static final int LONG = 60;

    /** A heading with what is said and drawn below it. */
    public record Part(Text heading, List<Text> paragraphs, Optional<Panel> panel) {
        public Part {
            paragraphs = List.copyOf(paragraphs);
        }

        /** A panel below its title and finding. */
        public static Part of(Panel panel) {
            return new Part(panel.title(), List.of(panel.finding()), Optional.of(panel));
        }
    }

    public MeasurementReport {
        begin = List.copyOf(begin);
        parts = List.copyOf(parts);
        end = List.copyOf(end);
        tables = List.copyOf(tables);
    }

    public List<Panel> panels() {
        return parts.stream().flatMap(part -> part.panel().stream()).toList();
    }

    /** @param notes that stand first */
    public Document page(List<Text> notes) {
        Document page = new Document(title);
        notes.forEach(page::paragraph);
        begin.forEach(page::paragraph);
        return body(page, tables);
    }

    /** Adds it to a document, without tables that are longer than a page. */
    public Document section(Document document) {
        if (!begin.isEmpty()) {
            document.heading(title);
            begin.forEach(document::paragraph);
        }
        return body(
                document,
                tables.stream().filter(table -> table.rows().size() <= LONG).toList());
    }

    private Document body(Document document, List<Table> tables) {
        for (Part part : parts) {
            document.heading(part.heading());
            part.paragraphs().forEach(document::paragraph);
            part.panel().ifPresent(panel -> panel.pictures().forEach(each -> document.picture(each.drawing())));
        }
        end.forEach(document::paragraph);
        for (Table table : tables) {
            if (!table.isEmpty() && !table.title().equals(Phrase.EMPTY)) {
                document.paragraph(
                        new Text(table.title().in(Locale.ENGLISH), table.title().in(Locale.CHINESE)));
            }
            document.table(table);
        }
        return document;
    }

    /** The pictures with their sentences. */
    public Drawing drawing() {
        return new Stacked(panels().stream().map(Panel::drawing).toList(), GAP);
    }

    /** A page, its tables alone, or the pictures with their sentences, as the target's ending says. */
    public byte[] bytes(List<Text> notes, Path target, Locale language) {
        String name = title.in(language);
        String ending = OutputPath.ending(target);
        return switch (ending) {
            case "html", "htm", "md" -> page(notes).bytes(ending, language);
            case "csv", "tex" -> new TableFile(language).of(ending, page(notes).tables(), name);
            default -> new FigureFile(Palette.LIGHT, language).of(ending, drawing(), name);
        };
    }
}
