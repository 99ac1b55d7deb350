package dev.interestlens.data.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Taobao's UserBehavior: no header; user, item, category, behaviour (pv, buy, cart, fav), seconds. */
final class TaobaoBehavior implements SourceLayout {

    private static final Set<String> KINDS = Set.of("pv", "buy", "cart", "fav");
    private static final List<String> COLUMNS = List.of("user", "item", "category", "behaviour", "timestamp");

    @Override
    public String id() {
        return "taobao";
    }

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        List<Path> tables = files.files().stream()
                .filter(file -> file.getFileName().toString().matches("(?i).*\\.csv(\\.gz)?"))
                .toList();
        if (tables.size() != 1) {
            return Optional.empty();
        }
        TextHead head = TextHead.of(tables.get(0), options);
        boolean fits = head.kind() == FileKind.TABLE
                && !head.dialect().header()
                && head.columns().size() == COLUMNS.size()
                && KINDS.containsAll(Set.copyOf(head.values(head.columns().get(3))));
        if (!fits) {
            return Optional.empty();
        }
        return Optional.of(new ImportPlan(
                id(),
                files.name(),
                new TableInput(
                        head.withColumns(COLUMNS),
                        Map.of(
                                Roles.USER, "user",
                                Roles.ITEM, "item",
                                Roles.CATEGORY, "category",
                                Roles.EVENT, "behaviour",
                                Roles.TIME, "timestamp")),
                Optional.empty(),
                Optional.empty(),
                "",
                Set.of()));
    }
}
