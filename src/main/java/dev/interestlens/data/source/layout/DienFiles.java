package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.Dialect;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.FileKind;
import dev.interestlens.data.source.file.ParquetHead;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files that the DIEN authors' preparation writes: label, user, item, category, items, categories. The history of a chosen row becomes the user's
 * events, the row itself the last of them; a row that was not chosen becomes an impression. There are no times.
 */
record DienFiles(String id) implements SourceLayout {

    private static final Dialect DIALECT = new Dialect("\t", Dialect.NO_QUOTE, false);
    private static final List<String> COLUMNS = List.of("label", "user", "item", "category", "items", "categories");
    private static final Pattern LABEL = Pattern.compile("[01]");

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        for (Path file : files.files()) {
            boolean alone = files.files().size() == 1;
            if (!alone && !file.getFileName().toString().startsWith("local_train")) {
                continue;
            }
            if (ParquetHead.is(file)) {
                continue;
            }
            TextHead head = TextHead.of(file, options, DIALECT, COLUMNS);
            boolean fits = !head.rows().isEmpty()
                    && head.rows().stream()
                            .allMatch(row -> row.size() == COLUMNS.size()
                                    && LABEL.matcher(row.get(0)).matches()
                                    && parts(row.get(4)) == parts(row.get(5)));
            if (fits) {
                return Optional.of(plan(head, files));
            }
        }
        return Optional.empty();
    }

    private static int parts(String list) {
        return list.split("\u0002", -1).length;
    }

    private ImportPlan plan(TextHead head, SourceFiles files) {
        return new ImportPlan(
                id(),
                files.name(),
                List.of(new TableInput(
                        head.as(FileKind.DIEN_LINES),
                        ColumnMapping.none()
                                .with(Roles.LABEL, "label")
                                .with(Roles.USER, "user")
                                .with(Roles.ITEM, "item")
                                .with(Roles.CATEGORY, "category"))));
    }
}
