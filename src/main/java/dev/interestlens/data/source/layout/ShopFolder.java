package dev.interestlens.data.source.layout;

import dev.interestlens.data.DatasetInfo;
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
    private static final List<String> LABELLED = List.of("user_id", "item_id", "timestamp", Roles.LABEL);
    private static final List<String> ITEMS =
            List.of("item_id", "category", "domain", "series", Roles.TITLE, Roles.TITLE_ZH);

    private static final List<String> BRANDED = List.of("item_id", "category", "brand", Roles.TITLE, Roles.TITLE_ZH);

    private static final String EVENT_ROLES = "user=user_id, item=item_id, time=timestamp";
    private static final String ITEM_ROLES = "item=item_id, category=category, title=title, title_zh=title_zh";

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
                        List.of(TableInput.of(log, labelled ? EVENT_ROLES + ", label=label" : EVENT_ROLES)))
                .withItems(Optional.of(TableInput.of(goods, branded ? ITEM_ROLES + ", item.brand=brand" : ITEM_ROLES)))
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
