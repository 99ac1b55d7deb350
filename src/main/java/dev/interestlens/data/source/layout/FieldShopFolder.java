package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The synthetic shop whose fields are causes: {@code events.csv}, {@code items.csv} and {@code users.csv}; {@code fields.csv} is never an input. */
record FieldShopFolder(String id) implements SourceLayout {
    private static final List<String> EVENTS = List.of("user_id", "item_id", "timestamp", "occasion", "device");
    private static final List<String> ITEMS =
            List.of("item_id", "category", "offer", "colour", Roles.TITLE, Roles.TITLE_ZH);
    private static final List<String> USERS = List.of("user_id", "profession", "city");

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        Optional<TextHead> events = head(files, "events.csv", EVENTS, options);
        Optional<TextHead> items = head(files, "items.csv", ITEMS, options);
        Optional<TextHead> users = head(files, "users.csv", USERS, options);
        if (events.isEmpty() || items.isEmpty() || users.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ImportPlan(
                        id(),
                        files.name(),
                        new TableInput(
                                events.get(),
                                Map.of(
                                        Roles.USER,
                                        "user_id",
                                        Roles.ITEM,
                                        "item_id",
                                        Roles.TIME,
                                        "timestamp",
                                        Roles.CONTEXT_FIELD + "occasion",
                                        "occasion",
                                        Roles.CONTEXT_FIELD + "device",
                                        "device")),
                        Optional.of(new TableInput(
                                items.get(),
                                Map.of(
                                        Roles.ITEM,
                                        "item_id",
                                        Roles.CATEGORY,
                                        "category",
                                        Roles.TITLE,
                                        "title",
                                        Roles.TITLE_ZH,
                                        "title_zh",
                                        Roles.ITEM_FIELD + "offer",
                                        "offer",
                                        Roles.ITEM_FIELD + "colour",
                                        "colour"))),
                        Optional.of(new TableInput(
                                users.get(),
                                Map.of(
                                        Roles.USER,
                                        "user_id",
                                        Roles.USER_FIELD + "profession",
                                        "profession",
                                        Roles.USER_FIELD + "city",
                                        "city"))),
                        "",
                        Set.of())
                .withApart(Set.of("fields.csv", "params.json")));
    }

    private static Optional<TextHead> head(
            SourceFiles files, String name, List<String> columns, PrepareOptions options) {
        Optional<Path> file = files.named(name);
        return file.map(path -> TextHead.of(path, options))
                .filter(found -> found.columns().equals(columns));
    }
}
