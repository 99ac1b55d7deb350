package dev.interestlens.export.report;

import dev.interestlens.explain.Behaviour;
import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.HistoryRow;
import java.util.List;

/**
 * The history of an explanation as CSV (RFC 4180, UTF-8, CRLF). A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers
 * stay numbers.
 */
public final class ExplanationCsv {
    private static final String FORMULA = "=+-@\t\r";

    private ExplanationCsv() {}

    public static String text(Explanation explanation) {
        StringBuilder csv = new StringBuilder();
        line(csv, List.of("position", "id", "title", "title_zh", "category", "time", "look", "effect", "points"));
        for (HistoryRow row : explanation.history()) {
            Behaviour behaviour = row.behaviour();
            line(
                    csv,
                    List.of(
                            String.valueOf(behaviour.position()),
                            cell(behaviour.item().id()),
                            cell(behaviour.item().title().en()),
                            cell(behaviour.item().title().zh()),
                            cell(behaviour.item().category().en()),
                            behaviour.time() == Behaviour.UNTIMED ? "" : String.valueOf(behaviour.time()),
                            String.valueOf(row.look()),
                            String.valueOf(row.effect()),
                            String.valueOf(row.points())));
        }
        return csv.toString();
    }

    /** A text as one cell. */
    static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(String.join(",", cells)).append("\r\n");
    }
}
