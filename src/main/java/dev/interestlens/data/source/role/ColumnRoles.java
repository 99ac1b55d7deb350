package dev.interestlens.data.source.role;

import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.SampledRows;
import dev.interestlens.data.source.file.TextHead;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what each column of a table is, from its name and from the values of some rows, with a confidence and a reason: first users and items, then the
 * times, then what describes them. A table with one row for each item, or each user, describes these. Of few rows only the names are looked at.
 */
public final class ColumnRoles {
    private ColumnRoles() {}

    /** Whether whole numbers of this name tell things apart, such as brand_id and zip_code, instead of counting or measuring. */
    public static boolean isNumbering(String column) {
        return ColumnName.isNumbering(column);
    }

    /** Of a file, with the roles that a person chose. */
    public static TableRoles of(TextHead head, PrepareOptions options, ColumnMapping given) {
        FoundRoles found = new FoundRoles(new TableSample(head.columns(), SampledRows.of(head, options)));
        KeyColumns keys = new KeyColumns(found, given);
        given.each((role, column) -> {
            if (head.columns().contains(column)) {
                found.take(column, role, 1, ReasonKind.GIVEN);
            }
        });
        keys.tell();
        Optional<String> user = keys.likeliest(Roles.USER);
        Optional<String> item = keys.likeliest(Roles.ITEM);
        boolean one = user.isPresent() != item.isPresent() && keys.open().isEmpty();
        if (one && found.table().isEach(user.or(() -> item).get())) {
            return describing(
                    found,
                    user.isPresent() ? Roles.USER : Roles.ITEM,
                    user.or(() -> item).get());
        }
        EventTime time = new EventTime(
                found, Stream.of(user, item).flatMap(Optional::stream).toList(), head.types());
        if (!given.decides(Roles.TIME)) {
            time.find();
        }
        if (!given.decides(Roles.CLOCK)) {
            time.findClock();
        }
        if (found.table().isTold() && user.isPresent() && item.isPresent()) {
            new DescribedColumns(found, user.get(), item.get()).ofLog();
        } else {
            named(found, keys);
        }
        Map<Roles, List<String>> open = new EnumMap<>(keys.open());
        if (!time.open().isEmpty()) {
            open.put(Roles.TIME, time.open());
        }
        return new TableRoles(found.all(), open, found.commas(), found.codes());
    }

    /** Of a file with users and items beside a log: what it describes, where each item, or else each user, has one row. */
    public static Optional<TableRoles> beside(TextHead head, PrepareOptions options, TableRoles roles) {
        TableSample table = new TableSample(head.columns(), SampledRows.of(head, options));
        ColumnMapping keys = roles.mapping();
        boolean users = table.isEach(keys.of(Roles.USER));
        boolean items = table.isEach(keys.of(Roles.ITEM));
        Roles role = users ? Roles.USER : Roles.ITEM;
        return users == items ? Optional.empty() : Optional.of(describing(new FoundRoles(table), role, keys.of(role)));
    }

    private static TableRoles describing(FoundRoles found, Roles role, String key) {
        if (!found.isFound(key)) {
            SampledColumn values = found.table().values(key);
            found.take(key, role, 0.95, ReasonKind.KEY, values.distinct(), values.filled());
        }
        boolean users = role == Roles.USER;
        new DescribedColumns(found, users ? key : null, users ? null : key).ofTheirs();
        return new TableRoles(found.all(), Map.of(), found.commas(), found.codes());
    }

    /** Where rows say nothing, or it is no log. */
    private static void named(FoundRoles found, KeyColumns keys) {
        found.known().each((role, column) -> {
            if (!found.isFound(column) && !found.has(role) && !keys.open().containsKey(role.kind())) {
                if (role == Roles.TIME) {
                    found.take(
                            column,
                            role,
                            0.9,
                            ReasonKind.TIME_NAMED,
                            found.table().values(column).example());
                } else {
                    found.take(column, role, 0.9, ReasonKind.NAMED);
                }
            }
        });
        found.rest()
                .forEach(column ->
                        found.leave(column, found.table().isTold() ? ReasonKind.NO_LOG : ReasonKind.FEW_ROWS));
    }
}
