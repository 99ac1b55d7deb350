package dev.interestlens.data.source.load;

import dev.interestlens.data.source.file.TextTable;
import java.util.ArrayList;
import java.util.List;

/** Finds the file and the line of a row of the table {@code raw}. */
public final class LogLines {

    /** Rows of one file, from {@code first} to {@code end} − 1. */
    public record Span(long first, long end, TextTable table, RowNumbers numbers) {
        String file() {
            return table.source().name();
        }

        long line(long row) {
            return numbers.line(row - first);
        }
    }

    private final List<Span> spans = new ArrayList<>();

    /** @param rejected numbers of the records of this file that were rejected, ascending */
    void add(TextTable table, long end, long[] rejected) {
        long first = spans.isEmpty() ? 0 : spans.get(spans.size() - 1).end();
        spans.add(new Span(first, end, table, new RowNumbers(table, rejected)));
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    /** The name of the only file, or empty where there are several. */
    String file() {
        return spans.size() == 1 ? spans.get(0).file() : "";
    }

    /** Lines of rows, where all rows are in one file and each is a line; otherwise none. */
    List<Long> lines(List<Long> rows) {
        return spans.size() == 1 && !spans.get(0).table().head().kind().hasLists()
                ? rows.stream().map(spans.get(0)::line).toList()
                : List.of();
    }
}
