package dev.interestlens.data.source.layout;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.Dialect;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.RoleGuess;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.Compression;
import dev.interestlens.data.source.file.SourceFiles;
import dev.interestlens.data.source.file.TextHead;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** RecBole's atomic files: TAB, header {@code name:type}, lists joined by spaces; {@code .inter}, {@code .item}, {@code .user}. */
record RecBoleFolder(String id) implements SourceLayout {

    private static final Set<Roles> KEYS = Set.of(Roles.USER, Roles.ITEM, Roles.TIME, Roles.RATING, Roles.LABEL);

    @Override
    public Optional<ImportPlan> recognise(SourceFiles files, PrepareOptions options) {
        List<TextHead> heads = heads(files, ".inter", options);
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        ColumnMapping roles = roles(heads.get(0), KEYS);
        if (!roles.hasAll(Roles.needed())) {
            return Optional.empty();
        }
        return Optional.of(new ImportPlan(
                        id(),
                        files.name(),
                        heads.stream()
                                .filter(head ->
                                        head.columns().equals(heads.get(0).columns()))
                                .map(head -> new TableInput(head, roles))
                                .toList())
                .withItems(head(files, ".item", options)
                        .map(head ->
                                new TableInput(head, roles(head, Set.of(Roles.ITEM, Roles.CATEGORY, Roles.TITLE)))))
                .withUsers(head(files, ".user", options).map(RecBoleFolder::users))
                .withCategories(" ", Set.of())
                .plantedBy(planted(heads.get(0))));
    }

    // Every row of a copy with planted causes says so.
    private static Optional<String> planted(TextHead head) {
        int column = head.column(DatasetInfo.PLANTED + ":token");
        return head.rows().stream()
                .limit(1)
                .filter(row -> column >= 0 && column < row.size())
                .map(row -> row.get(column))
                .findFirst();
    }

    private static Optional<TextHead> head(SourceFiles files, String ending, PrepareOptions options) {
        return heads(files, ending, options).stream().findFirst();
    }

    // A data set that was saved in parts (x.train.inter, x.valid.inter …) is one log.
    private static List<TextHead> heads(SourceFiles files, String ending, PrepareOptions options) {
        return files.files().stream()
                .filter(path -> Compression.plainName(path).endsWith(ending))
                .map(path -> TextHead.of(path, options, new Dialect("\t", Dialect.NO_QUOTE, false), List.of()))
                .filter(head -> !head.rows().isEmpty())
                .map(TextHead::withHeader)
                .filter(head -> head.columns().stream().allMatch(column -> column.contains(":")))
                .toList();
    }

    private static ColumnMapping roles(TextHead head, Set<Roles> wanted) {
        return RoleGuess.of(head.columns()).only(role -> wanted.contains(role.kind()));
    }

    private static TableInput users(TextHead head) {
        ColumnMapping roles = roles(head, Set.of(Roles.USER));
        for (String column : head.columns()) {
            String[] parts = column.split(":");
            boolean single = parts.length == 2 && Set.of("token", "float").contains(parts[1]);
            if (single && !parts[0].isEmpty() && !roles.uses(column) && !parts[0].contains("zip")) {
                roles = roles.with(new FieldRole(Roles.USER_FIELD, parts[0]), column);
            }
        }
        return new TableInput(head, roles);
    }
}
