package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The synthetic shop whose fields are causes: {@code events.csv}, {@code items.csv} and {@code users.csv}; {@code fields.csv} is never an input. */
record FieldShopFolder(String id) implements SourceLayout {
    private static final List<String> EVENTS = List.of("user_id", "item_id", "timestamp", "occasion", "device");
    private static final List<String> ITEMS = List.of("item_id", "category", "offer", "colour", "title", "title_zh");
    private static final List<String> USERS = List.of("user_id", "profession", "city");

    private static final ColumnMapping EVENT_ROLES = ColumnMapping.none()
            .with(Roles.USER, "user_id")
            .with(Roles.ITEM, "item_id")
            .with(Roles.TIME, "timestamp")
            .with(new FieldRole(Roles.CONTEXT_FIELD, "occasion"), "occasion")
            .with(new FieldRole(Roles.CONTEXT_FIELD, "device"), "device");
    private static final ColumnMapping ITEM_ROLES = ColumnMapping.none()
            .with(Roles.ITEM, "item_id")
            .with(Roles.CATEGORY, "category")
            .with(Roles.TITLE, "title")
            .with(Roles.TITLE_ZH, "title_zh")
            .with(new FieldRole(Roles.ITEM_FIELD, "offer"), "offer")
            .with(new FieldRole(Roles.ITEM_FIELD, "colour"), "colour");
    private static final ColumnMapping USER_ROLES = ColumnMapping.none()
            .with(Roles.USER, "user_id")
            .with(new FieldRole(Roles.USER_FIELD, "profession"), "profession")
            .with(new FieldRole(Roles.USER_FIELD, "city"), "city");

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        Optional<TextHead> events = head(files, "events.csv", EVENTS, options);
        Optional<TextHead> items = head(files, "items.csv", ITEMS, options);
        Optional<TextHead> users = head(files, "users.csv", USERS, options);
        if (events.isEmpty() || items.isEmpty() || users.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ImportPlan(id(), files.name(), List.of(new TableInput(events.get(), EVENT_ROLES)))
                .withItems(items.map(head -> new TableInput(head, ITEM_ROLES)))
                .withUsers(users.map(head -> new TableInput(head, USER_ROLES)))
                .withApart(Set.of("fields.csv", "params.json")));
    }

    private static Optional<TextHead> head(
            SourceFiles files, String name, List<String> columns, PrepareOptions options) {
        Optional<Path> file = files.named(name);
        return file.map(path -> TextHead.of(path, options))
                .filter(found -> found.columns().equals(columns));
    }
}
