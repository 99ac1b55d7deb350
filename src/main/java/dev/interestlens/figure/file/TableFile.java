package dev.interestlens.figure.file;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Paragraph;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes tables in the format that a file's ending names: LaTeX, Markdown or CSV, or as a picture. */
public record TableFile(Locale language) {
    /** The endings of text formats; those of {@link FigureFile} other than tex are pictures. */
    public static final List<String> ENDINGS = List.of("tex", "md", "csv");

    /** The same and those of pictures. */
    public static final List<String> ALL_ENDINGS = List.of("tex", "md", "csv", "pdf", "svg", "png");

    private static final double GAP = 20;

    /**
     * The tables as one file.
     *
     * @param title of the file
     */
    public byte[] of(String ending, List<Table> tables, String title) {
        String text =
                switch (ending) {
                    case "tex" -> LatexTable.of(tables, title, language);
                    case "md" -> MarkdownText.tables(tables, language);
                    case "csv" -> CsvTable.of(tables, language);
                    default -> null;
                };
        return text != null
                ? text.getBytes(StandardCharsets.UTF_8)
                : new FigureFile(Palette.LIGHT, language).of(ending, drawing(tables), title);
    }

    private Drawing drawing(List<Table> tables) {
        List<Drawing> parts = new ArrayList<>();
        for (Table table : tables) {
            parts.add(Stacked.captioned(table.title(), Phrase.EMPTY, table.drawing(language)));
            table.notes().forEach(note -> parts.add(Paragraph.note(note)));
        }
        return new Stacked(parts, GAP);
    }
}
