package dev.interestlens.cli.text;

import dev.interestlens.cli.console.Console;
import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.source.prepare.Inspection;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.role.ColumnGuess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an import would make of a source, as text. */
public final class ColumnLines {
    private ColumnLines() {}

    public static List<String> of(Inspection seen, Console console) {
        List<String> lines = new ArrayList<>();
        for (Preview.Table table : seen.preview().tables()) {
            String encoding = table.encoding().charset().name();
            lines.add(console.text("inspect.file", table.file(), encoding));
            if (!encoding.equals("UTF-8") && !table.sample().isEmpty()) {
                lines.add(console.text("inspect.sample", encoding, table.sample()));
            }
            lines.addAll(columns(table.assignment().told().columns(), console));
        }
        seen.read().ifPresent(info -> {
            DatasetInfo.Counts counts = info.counts();
            lines.add(console.text("inspect.rows", info.rows(), counts.events(), counts.impressions(), info.leftOut()));
            lines.addAll(FindingLines.of(info, console));
        });
        seen.refused().ifPresent(problem -> lines.add(problem.text(console.locale())));
        return lines;
    }

    /** Those that are read, then those that are left out. */
    public static List<String> columns(List<ColumnGuess> columns, Console console) {
        List<String> lines = new ArrayList<>();
        int width = columns.stream()
                .mapToInt(column -> column.column().length())
                .max()
                .orElse(1);
        for (ColumnGuess column : columns) {
            if (!column.isLeftOut()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-" + width + "s  %-12s  %.2f  %s",
                        column.column(),
                        column.role().get().id(),
                        column.confidence(),
                        column.why().in(console.locale())));
            }
        }
        for (ColumnGuess column : columns) {
            if (column.isLeftOut()) {
                lines.add(console.text(
                        "inspect.columnLeftOut", column.column(), column.why().in(console.locale())));
            }
        }
        return lines;
    }
}
