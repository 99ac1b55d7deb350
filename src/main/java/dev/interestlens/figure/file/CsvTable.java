package dev.interestlens.figure.file;

import dev.interestlens.figure.CsvText;
import dev.interestlens.figure.table.Cell;
import dev.interestlens.figure.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tables as CSV (RFC 4180), each number with all its digits and the ends of its interval in columns of their own. */
final class CsvTable {
    private static final String COMMA = ",";
    private static final String END = "\r\n";

    private CsvTable() {}

    /** One table is written without its title; several have their titles, with an empty line between. */
    static String of(List<Table> tables, Locale language) {
        StringBuilder csv = new StringBuilder();
        for (Table table : tables) {
            if (tables.size() > 1) {
                csv.append(csv.isEmpty() ? "" : END);
                csv.append(words(table.title().in(language))).append(END);
            }
            csv.append(of(table, language));
        }
        return csv.toString();
    }

    private static String of(Table table, Locale language) {
        List<List<String>> lines = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        for (int column = 0; column < table.heads().size(); column++) {
            String head = table.heads().get(column).in(language);
            heads.add(words(head));
            if (table.hasInterval(column)) {
                heads.add(words((head + " low").strip()));
                heads.add(words((head + " high").strip()));
            }
        }
        lines.add(heads);
        for (List<Cell> row : table.rows()) {
            List<String> line = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                Cell cell = row.get(column);
                line.add(cell.isNumber() ? CsvText.number(cell.value()) : words(cell.plain(language)));
                if (table.hasInterval(column)) {
                    line.add(CsvText.number(cell.low()));
                    line.add(CsvText.number(cell.high()));
                }
            }
            lines.add(line);
        }
        StringBuilder csv = new StringBuilder();
        lines.forEach(line -> csv.append(String.join(COMMA, line)).append(END));
        return csv.toString();
    }

    private static String words(String text) {
        return CsvText.words(text, COMMA);
    }
}
