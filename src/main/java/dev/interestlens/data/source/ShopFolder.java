package dev.interestlens.data.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The shop with planted causes: {@code events.csv} and {@code items.csv}; {@code causes.csv} is never an input. */
final class ShopFolder implements SourceLayout {

    private static final List<String> EVENTS = List.of("user_id", "item_id", "timestamp");
    private static final List<String> ITEMS =
            List.of("item_id", "category", "domain", "series", Roles.TITLE, Roles.TITLE_ZH);

    @Override
    public String id() {
        return "shop";
    }

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        Optional<Path> events = files.named("events.csv");
        Optional<Path> items = files.named("items.csv");
        if (events.isEmpty() || items.isEmpty()) {
            return Optional.empty();
        }
        TextHead log = TextHead.of(events.get(), options);
        TextHead goods = TextHead.of(items.get(), options);
        if (!log.columns().equals(EVENTS) || !goods.columns().equals(ITEMS)) {
            return Optional.empty();
        }
        return Optional.of(new ImportPlan(
                        id(),
                        files.name(),
                        new TableInput(
                                log, Map.of(Roles.USER, "user_id", Roles.ITEM, "item_id", Roles.TIME, "timestamp")),
                        Optional.of(new TableInput(
                                goods,
                                Map.of(
                                        Roles.ITEM, "item_id",
                                        Roles.CATEGORY, "category",
                                        Roles.TITLE, "title",
                                        Roles.TITLE_ZH, "title_zh"))),
                        Optional.empty(),
                        "",
                        Set.of())
                .withApart(Set.of("causes.csv", "params.json")));
    }
}
