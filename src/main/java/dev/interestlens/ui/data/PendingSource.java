package dev.interestlens.ui.data;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Preview;
import dev.interestlens.data.source.Roles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A source that was looked at and is not read yet.
 *
 * @param options what a person said of it
 * @param remembered whether it was said of a table with the same columns before
 */
record PendingSource(List<Path> sources, PrepareOptions options, Preview preview, boolean remembered) {
    private static final String TABLE = "table";
    private static final String WHOLE_LINES = "\u0001";

    /** Whether its columns have to be named; otherwise it is of a kind that we know. */
    boolean needsColumns() {
        return preview.format().isEmpty() || preview.format().equals(TABLE);
    }

    /** Whether its rows are cut at a separator, or written down in another way. */
    boolean isCut() {
        return !table().separator().equals(WHOLE_LINES);
    }

    /** The table of events. */
    Preview.Table table() {
        return preview.tables().get(0);
    }

    /** Names of the files that are read as events. */
    String files() {
        return preview.tables().stream()
                .filter(table -> table.columns().equals(table().columns()))
                .map(Preview.Table::file)
                .limit(3)
                .collect(Collectors.joining(", "));
    }

    /** Whether a column has this role. */
    boolean has(String role) {
        return roles().containsKey(role);
    }

    /** Different values of the column with this role, the first ones. */
    List<String> examples(String role, int most) {
        int column = table().columns().indexOf(roles().getOrDefault(role, ""));
        return table().rows().stream()
                .filter(row -> column >= 0 && column < row.size())
                .map(row -> row.get(column))
                .distinct()
                .limit(most)
                .toList();
    }

    /** Role → column: what a person said, else what was guessed. */
    Map<String, String> roles() {
        return options.mapping().isEmpty() ? table().roles() : options.mapping();
    }

    /** Whether user and item are known. */
    boolean isReadable() {
        return !needsColumns() || roles().keySet().containsAll(List.of(Roles.USER, Roles.ITEM));
    }
}
