package dev.interestlens.data.source.file;

import dev.interestlens.data.source.Dialect;
import java.util.ArrayList;
import java.util.List;

/** Divides a short text into rows, for a preview. The import itself is done by DuckDB. */
final class PreviewParser {

    private PreviewParser() {}

    /** The whole rows of a text that may end in the middle of one; at most {@code limit}. Empty lines are left out. */
    static List<List<String>> of(String text, Dialect dialect, boolean complete, int limit) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        char quote = dialect.quote().isEmpty() ? 0 : dialect.quote().charAt(0);
        boolean quoted = false;
        int at = 0;
        while (at < text.length() && rows.size() < limit) {
            char c = text.charAt(at);
            if (quoted) {
                if (c == quote && at + 1 < text.length() && text.charAt(at + 1) == quote) {
                    value.append(quote);
                    at++;
                } else if (c == quote) {
                    quoted = false;
                } else {
                    value.append(c);
                }
                at++;
            } else if (quote != 0 && c == quote && value.length() == 0) {
                quoted = true;
                at++;
            } else if (text.startsWith(dialect.separator(), at)) {
                row.add(value.toString());
                value.setLength(0);
                at += dialect.separator().length();
            } else if (c == '\n' || c == '\r') {
                endRow(rows, row, value);
                row = new ArrayList<>();
                at += c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
            } else {
                value.append(c);
                at++;
            }
        }
        if (complete && at >= text.length()) {
            endRow(rows, row, value);
        }
        return rows;
    }

    private static void endRow(List<List<String>> rows, List<String> row, StringBuilder value) {
        if (!row.isEmpty() || value.length() > 0) {
            row.add(value.toString());
            rows.add(row);
        }
        value.setLength(0);
    }
}
