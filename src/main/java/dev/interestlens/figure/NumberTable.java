package dev.interestlens.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers of a chart, for a spreadsheet or a program: written with a decimal point and all their digits; no cell becomes a formula.
 *
 * @param heads of the columns, names first
 */
public record NumberTable(List<String> heads, List<Line> lines) {
    /**
     * One line.
     *
     * @param names texts before the numbers
     * @param values NaN for an empty cell
     */
    public record Line(List<String> names, double... values) {
        public Line {
            names = List.copyOf(names);
            values = values.clone();
        }
    }

    public NumberTable {
        heads = List.copyOf(heads);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            if (line.names().size() + line.values().length != heads.size()) {
                throw new IllegalArgumentException(line.names().size() + " names, " + line.values().length + " values, "
                        + heads.size() + " heads");
            }
        }
    }

    /** Columns side by side, one line for each name; a shorter column ends in empty cells. */
    public static NumberTable of(
            Locale language,
            Phrase head,
            List<? extends Phrase> names,
            List<? extends Phrase> columns,
            List<double[]> values) {
        List<String> heads = Stream.concat(Stream.of(head), columns.stream())
                .map(each -> each.in(language))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            lines.add(new Line(
                    List.of(names.get(i).in(language)),
                    values.stream()
                            .mapToDouble(column -> at < column.length ? column[at] : Double.NaN)
                            .toArray()));
        }
        return new NumberTable(heads, lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** As CSV (RFC 4180). */
    public String csv() {
        return text(",", "\r\n");
    }

    /** With tabs, for pasting into a spreadsheet. */
    public String tabs() {
        return text("\t", "\n");
    }

    private String text(String between, String end) {
        Stream<String> head = Stream.of(
                heads.stream().map(each -> CsvText.words(each, between)).collect(Collectors.joining(between)));
        Stream<String> body = lines.stream().map(line -> Stream.concat(
                        line.names().stream().map(each -> CsvText.words(each, between)),
                        Arrays.stream(line.values()).mapToObj(CsvText::number))
                .collect(Collectors.joining(between)));
        return Stream.concat(head, body).map(line -> line + end).collect(Collectors.joining());
    }
}
