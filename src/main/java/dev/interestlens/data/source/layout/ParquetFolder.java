package dev.interestlens.data.source.layout;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.ParquetHead;
import dev.interestlens.data.source.file.ParquetRows;
import dev.interestlens.data.source.file.ParquetSet;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A folder that {@link ParquetSet} wrote, or another program in the same schema. */
record ParquetFolder(String id) implements SourceLayout {

    static final String ID = "parquet-set";

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        Optional<TextHead> events = head(files, ParquetSet.EVENTS, options);
        Optional<TextHead> items = head(files, ParquetSet.ITEMS, options);
        if (events.isEmpty() || items.isEmpty()) {
            return Optional.empty();
        }
        boolean ours = events.get().columns().containsAll(List.of(Roles.USER.id(), Roles.ITEM.id(), Roles.ORDER.id()))
                && items.get().columns().contains(Roles.ITEM.id());
        if (!ours) {
            return Optional.empty();
        }
        return Optional.of(new ImportPlan(
                        id(), files.name(), List.of(new TableInput(events.get(), roles(events.get()))))
                .withItems(Optional.of(new TableInput(items.get(), roles(items.get()), category(items.get()))))
                .withUsers(head(files, ParquetSet.USERS, options).map(head -> new TableInput(head, roles(head))))
                .withCategories(String.valueOf(ParquetRows.BETWEEN), Set.of())
                .plantedBy(ParquetHead.said(events.get().file(), DatasetInfo.PLANTED, options)));
    }

    private static Optional<TextHead> head(SourceFiles files, String name, PrepareOptions options) {
        Optional<Path> file = files.named(name);
        return file.filter(ParquetHead::is).map(path -> ParquetHead.of(path, options));
    }

    // The columns have the names of their roles.
    private static ColumnMapping roles(TextHead head) {
        ColumnMapping roles = ColumnMapping.none();
        for (String column : head.columns()) {
            Optional<ColumnRole> role = ColumnRole.of(column);
            roles = role.isPresent() ? roles.with(role.get(), column) : roles;
        }
        return roles;
    }

    private static Map<ColumnRole, String> category(TextHead items) {
        return items.columns().contains(Roles.CATEGORY.id())
                ? Map.of(Roles.CATEGORY, "array_to_string(category, chr(" + (int) ParquetRows.BETWEEN + "))")
                : Map.of();
    }
}
