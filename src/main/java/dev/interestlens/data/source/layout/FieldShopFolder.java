package dev.interestlens.data.source.layout;

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
    private static final List<String> ITEMS =
            List.of("item_id", "category", "offer", "colour", Roles.TITLE, Roles.TITLE_ZH);
    private static final List<String> USERS = List.of("user_id", "profession", "city");

    private static final String EVENT_ROLES =
            "user=user_id, item=item_id, time=timestamp, context.occasion=occasion, context.device=device";
    private static final String ITEM_ROLES =
            "item=item_id, category=category, title=title, title_zh=title_zh, item.offer=offer, item.colour=colour";
    private static final String USER_ROLES = "user=user_id, user.profession=profession, user.city=city";

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        Optional<TextHead> events = head(files, "events.csv", EVENTS, options);
        Optional<TextHead> items = head(files, "items.csv", ITEMS, options);
        Optional<TextHead> users = head(files, "users.csv", USERS, options);
        if (events.isEmpty() || items.isEmpty() || users.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ImportPlan(id(), files.name(), List.of(TableInput.of(events.get(), EVENT_ROLES)))
                .withItems(items.map(head -> TableInput.of(head, ITEM_ROLES)))
                .withUsers(users.map(head -> TableInput.of(head, USER_ROLES)))
                .withApart(Set.of("fields.csv", "params.json")));
    }

    private static Optional<TextHead> head(
            SourceFiles files, String name, List<String> columns, PrepareOptions options) {
        Optional<Path> file = files.named(name);
        return file.map(path -> TextHead.of(path, options))
                .filter(found -> found.columns().equals(columns));
    }
}
