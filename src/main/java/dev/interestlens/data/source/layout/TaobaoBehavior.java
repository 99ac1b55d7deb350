package dev.interestlens.data.source.layout;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.FileKind;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Taobao's UserBehavior: no header; user, item, category, behaviour (pv, buy, cart, fav), seconds. */
record TaobaoBehavior(String id) implements SourceLayout {

    private static final Set<String> KINDS = Set.of("pv", "buy", "cart", "fav");
    private static final List<String> COLUMNS = List.of("user", "item", "category", "behaviour", "timestamp");

    private static final ColumnMapping ROLES = ColumnMapping.none()
            .with(Roles.USER, "user")
            .with(Roles.ITEM, "item")
            .with(Roles.CATEGORY, "category")
            .with(Roles.EVENT, "behaviour")
            .with(Roles.TIME, "timestamp");
    private static final Pattern NAME = Pattern.compile("(?i).*\\.csv(\\.(gz|zst|zip))?");

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        List<TableInput> logs = new ArrayList<>();
        for (Path file : files.files()) {
            if (NAME.matcher(file.getFileName().toString()).matches()) {
                TextHead head = TextHead.of(file, options);
                if (!fits(head)) {
                    return Optional.empty();
                }
                logs.add(new TableInput(head.withColumns(COLUMNS), ROLES));
            }
        }
        return logs.isEmpty() ? Optional.empty() : Optional.of(new ImportPlan(id(), files.name(), logs));
    }

    private static boolean fits(TextHead head) {
        return head.kind() == FileKind.TABLE
                && !head.dialect().header()
                && head.columns().size() == COLUMNS.size()
                && KINDS.containsAll(Set.copyOf(head.values(head.columns().get(3))));
    }
}
