package dev.interestlens.figure.file;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts and tables as Markdown; no text becomes markup. */
public final class MarkdownText {
    private MarkdownText() {}

    /** Escapes markup of Markdown and of HTML within it; a line break becomes a space. */
    public static String inline(String text) {
        return text.replaceAll("\\R", " ").replaceAll("([\\\\`*_\\[\\]|<>])", "\\\\$1");
    }

    /** Numbers are aligned to the right. */
    public static String table(Table table, Locale language) {
        StringBuilder text = new StringBuilder();
        line(text, table.heads().stream().map(head -> inline(head.in(language))).toList());
        text.append('|');
        for (int column = 0; column < table.heads().size(); column++) {
            text.append(table.isNumeric(column) ? " ---: |" : " --- |");
        }
        text.append('\n');
        table.rows()
                .forEach(row -> line(
                        text,
                        row.stream().map(cell -> inline(cell.text(language))).toList()));
        table.notes()
                .forEach(note ->
                        text.append('\n').append(inline(note.in(language))).append('\n'));
        return text.toString();
    }

    /** Tables one after the other, each below its title. */
    static String tables(List<Table> tables, Locale language) {
        return tables.stream()
                .map(table -> {
                    String title = table.title().in(language);
                    return (title.isBlank() ? "" : "**" + inline(title) + "**\n\n") + table(table, language);
                })
                .collect(Collectors.joining("\n"));
    }

    /** The numbers of a chart, rounded for a reader. */
    public static String numbers(NumberTable numbers) {
        List<List<Cell>> rows = numbers.lines().stream()
                .map(line -> Stream.concat(
                                line.names().stream().map(Cell::words),
                                Arrays.stream(line.values())
                                        .mapToObj(value -> Double.isNaN(value)
                                                ? Cell.EMPTY
                                                : Cell.written(Numerals.of(value), value)))
                        .toList())
                .toList();
        return table(
                new Table(
                        Phrase.EMPTY, numbers.heads().stream().map(Phrase::same).toList(), rows),
                Locale.ROOT);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
