package dev.interestlens.ui.data;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.prepare.Preview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An inspected source that is not imported yet.
 *
 * @param options chosen for it
 * @param remembered whether they come from an earlier import of a table with the same columns
 */
record PendingSource(List<Path> sources, PrepareOptions options, Preview preview, boolean remembered) {
    static final String TABLE = "table";
    private static final String WHOLE_LINES = "\u0001";

    /** Inspects it. With another separator a table may have other columns, for which the previous mapping is not valid. */
    static PendingSource of(List<Path> sources, PrepareOptions options) {
        PrepareOptions guessing = options.withMapping(ColumnMapping.none());
        Preview bare = Preview.of(sources, guessing);
        boolean fits = bare.tables().stream()
                .flatMap(table -> table.columns().stream())
                .toList()
                .containsAll(options.mapping().columns());
        return options.mapping().isEmpty() || !fits
                ? new PendingSource(sources, guessing, bare, false)
                : new PendingSource(sources, options, Preview.of(sources, options), false);
    }

    /** The name of the first file. */
    static String nameOf(List<Path> sources) {
        return sources.get(0).getFileName().toString();
    }

    /** Whether its columns have to be mapped; otherwise its format is known. */
    boolean needsColumns() {
        return preview.format().isEmpty() || preview.format().equals(TABLE);
    }

    /** Whether its rows are split at a separator. */
    boolean isCut() {
        return !table().separator().equals(WHOLE_LINES);
    }

    /** The table of events. */
    Preview.Table table() {
        return preview.tables().get(0);
    }

    /** The files that describe the items and users of a log whose columns are mapped. */
    Stream<Preview.Table> beside() {
        return preview.tables().stream()
                .filter(table ->
                        preview.format().equals(TABLE) && !table.columns().equals(table().columns()));
    }

    /** Names of the event files. */
    String files() {
        return preview.tables().stream()
                .filter(table -> table.columns().equals(table().columns()))
                .map(Preview.Table::file)
                .limit(3)
                .collect(Collectors.joining(", "));
    }

    /** Size of all its files. */
    long bytes() {
        return sources.stream().mapToLong(PendingSource::size).sum();
    }

    private static long size(Path source) {
        try (Stream<Path> all = Files.walk(source)) {
            return all.mapToLong(each -> each.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a column becomes: empty where it is left out, and only the group of a field. */
    Optional<Roles> roleOf(String column) {
        return roles().roleOf(column).map(ColumnRole::kind);
    }

    /** The first value of a column that is not empty. */
    String example(String column) {
        int at = table().columns().indexOf(column);
        return table().rows().stream()
                .filter(row -> at < row.size() && !row.get(at).isBlank())
                .map(row -> row.get(at))
                .findFirst()
                .orElse("");
    }

    /** Whether a column has this role. */
    boolean has(ColumnRole role) {
        return roles().has(role);
    }

    /** The first distinct values of the column with this role. */
    List<String> examples(ColumnRole role, int most) {
        int column = roles().column(role).map(table().columns()::indexOf).orElse(-1);
        return table().rows().stream()
                .filter(row -> column >= 0 && column < row.size())
                .map(row -> row.get(column))
                .distinct()
                .limit(most)
                .toList();
    }

    /** The columns of roles: as chosen, else as detected. */
    ColumnMapping roles() {
        return options.mapping().isEmpty() ? table().assignment().mapping() : options.mapping();
    }

    /** Whether a person chose anything about it; what was only guessed is guessed again. */
    boolean isChosen() {
        return !options.mapping().isEmpty() || !options.settings().isEmpty();
    }

    /** The options with the detected mapping, where it has to be mapped. */
    PrepareOptions complete() {
        return needsColumns() ? options.withMapping(roles()) : options;
    }

    /** The first file whose character set is in doubt. */
    Optional<Preview.Table> unsure() {
        return preview.tables().stream()
                .filter(table -> !table.encoding().sure())
                .findFirst();
    }

    /** Whether a person is asked about its letters, columns, times or ids. */
    boolean isAsked() {
        return unsure().isPresent()
                || isOpen()
                || isSigned()
                || table().question().isPresent()
                || preview.ids().isPresent();
    }

    /** Whether a person is asked which column is the user, the item or the time. */
    boolean isOpen() {
        return options.mapping().isEmpty()
                && table().assignment().told().open().keySet().stream().anyMatch(role -> !has(role));
    }

    /** Whether a person is asked from which number of the label on an item counts as chosen. */
    boolean isSigned() {
        return Double.isNaN(options.rules().minimumLabel())
                && table().assignment().told().signed().isPresent();
    }

    /** Whether user and item are mapped, and no column is in doubt. */
    boolean isReadable() {
        return !needsColumns()
                || roles().hasAll(Roles.needed())
                        && table().assignment().unclear().isEmpty()
                        && !isOpen()
                        && !isSigned();
    }
}
