package dev.interestlens.data.source.file;

import dev.interestlens.data.source.PrepareOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of a file: its first ones and, of a large one, also rows from all its parts, since rows are often sorted by user. What is read is bounded; of
 * a packed text only the first ones are.
 */
public record SampledRows(TextHead head) {
    /** So many rows are read from the beginning of a file; a file with fewer ones is read as a whole. */
    public static final int FIRST = 8000;

    public static List<List<String>> of(TextHead head, PrepareOptions options) {
        return switch (head.kind()) {
            case PARQUET -> ParquetHead.rows(head, options, FIRST, FileParts.PARTS);
            case TABLE, JSON_LINES, PYTHON_LINES -> new SampledRows(head).ofText(options);
            default -> head.rows();
        };
    }

    private List<List<String>> ofText(PrepareOptions options) {
        TextSample sample = TextSample.of(
                head.file(), options.with("encoding", head.charset().name()));
        int header = head.dialect().header() ? 1 : 0;
        String text = head.kind() == FileKind.TABLE ? Preamble.of(sample.text()).rest() : sample.text();
        List<List<String>> first = cut(text, sample.complete(), FIRST + header);
        List<List<String>> rows = new ArrayList<>(first.subList(Math.min(header, first.size()), first.size()));
        if (!sample.complete()) {
            rows.addAll(spread());
        }
        return rows;
    }

    /** The rows of a text; where it is not complete, without the last one. */
    private List<List<String>> cut(String text, boolean complete, int most) {
        if (head.kind() == FileKind.TABLE) {
            return PreviewParser.of(text, head.dialect(), complete, most);
        }
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(most + 1L).toList();
        int whole = complete ? lines.size() : lines.size() - 1;
        boolean python = head.kind() == FileKind.PYTHON_LINES;
        return new JsonLines(lines.subList(0, Math.max(0, Math.min(most, whole))).stream()
                        .map(line -> python ? PythonLiterals.toJson(line) : line)
                        .toList())
                .rows(head.columns());
    }

    // A part may begin within a quoted value: its rows of another width are left out.
    private List<List<String>> spread() {
        int width = head.columns().size();
        return FileParts.of(head.file(), head.charset()).stream()
                .flatMap(text -> cut(text, false, FIRST / FileParts.PARTS).stream())
                .filter(row -> row.size() == width)
                .toList();
    }
}
