package dev.interestlens.data.source.layout;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.store.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A log with planted causes: {@code events.csv}, with or without labels, and {@code items.csv}; {@code causes.csv} is never an input. An item of a log with
 * labels may have several categories; one of a playground has a brand that a model reads.
 */
record ShopFolder(String id) implements SourceLayout {

    private static final List<String> EVENTS = List.of("user_id", "item_id", "timestamp");
    private static final List<String> LABELLED = List.of("user_id", "item_id", "timestamp", "label");
    private static final List<String> ITEMS = List.of("item_id", "category", "domain", "series", "title", "title_zh");

    private static final List<String> BRANDED = List.of("item_id", "category", "brand", "title", "title_zh");

    private static final ColumnMapping EVENT_ROLES = ColumnMapping.none()
            .with(Roles.USER, "user_id")
            .with(Roles.ITEM, "item_id")
            .with(Roles.TIME, "timestamp");
    private static final ColumnMapping ITEM_ROLES = ColumnMapping.none()
            .with(Roles.ITEM, "item_id")
            .with(Roles.CATEGORY, "category")
            .with(Roles.TITLE, "title")
            .with(Roles.TITLE_ZH, "title_zh");

    private static final FieldRole BRAND = new FieldRole(Roles.ITEM_FIELD, "brand");

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        Optional<Path> events = files.named("events.csv");
        Optional<Path> items = files.named("items.csv");
        if (events.isEmpty() || items.isEmpty()) {
            return Optional.empty();
        }
        TextHead log = TextHead.of(events.get(), options);
        TextHead goods = TextHead.of(items.get(), options);
        boolean labelled = log.columns().equals(LABELLED);
        boolean branded = goods.columns().equals(BRANDED);
        if (!labelled && !log.columns().equals(EVENTS)
                || !branded && !goods.columns().equals(ITEMS)) {
            return Optional.empty();
        }
        return Optional.of(new ImportPlan(
                        id(),
                        files.name(),
                        List.of(new TableInput(log, labelled ? EVENT_ROLES.with(Roles.LABEL, "label") : EVENT_ROLES)))
                .withItems(Optional.of(new TableInput(goods, branded ? ITEM_ROLES.with(BRAND, "brand") : ITEM_ROLES)))
                .withCategories(labelled ? "|" : "", Set.of())
                .withApart(Set.of("causes.csv", "targets.csv", "params.json"))
                .madeFor(labelled ? protocol(files) : Map.of()));
    }

    // Only logs with labels say what they are made for; the others fit the usual protocol.
    private static Map<String, String> protocol(SourceFiles files) {
        Map<String, String> protocol = new LinkedHashMap<>();
        files.named("params.json").map(Json::tree).ifPresent(tree -> {
            tree.path("protocol")
                    .properties()
                    .forEach(entry ->
                            protocol.put(entry.getKey(), entry.getValue().asText()));
            protocol.keySet().removeIf(name -> !name.startsWith(DatasetInfo.PROTOCOL));
            if (!protocol.isEmpty() && tree.path("ceiling").isNumber()) {
                protocol.put(DatasetInfo.CEILING, tree.path("ceiling").asText());
            }
        });
        return protocol;
    }
}
