package dev.interestlens.data.source.role;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.SampledRows;
import dev.interestlens.data.source.file.TextHead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what each column of a table is, from its name and from the values of some rows, with a confidence and a reason: first users and items, then the
 * times, then what describes them. Of few rows only the names are looked at.
 */
public final class ColumnRoles {
    private ColumnRoles() {}

    /** Whether whole numbers of this name tell things apart, such as brand_id and zip_code, instead of counting or measuring. */
    public static boolean isNumbering(String column) {
        return ColumnName.isNumbering(column);
    }

    /** Of a file, with the roles that a person chose. */
    public static TableRoles of(TextHead head, PrepareOptions options, Map<String, String> given) {
        return of(head.columns(), SampledRows.of(head, options), head.types(), given);
    }

    private static TableRoles of(
            List<String> columns, List<List<String>> rows, Map<String, String> types, Map<String, String> given) {
        FoundRoles found = new FoundRoles(new TableSample(columns, rows));
        KeyColumns keys = new KeyColumns(found, given);
        given.forEach((role, column) -> found.take(column, role, 1, "given"));
        keys.tell();
        Optional<String> user = keys.likeliest(Roles.USER);
        Optional<String> item = keys.likeliest(Roles.ITEM);
        EventTime time = new EventTime(
                found, Stream.of(user, item).flatMap(Optional::stream).toList(), types);
        if (!given.containsKey(Roles.TIME)) {
            time.find();
        }
        if (!given.containsKey(Roles.CLOCK)) {
            time.findClock();
        }
        if (found.table().isTold() && user.isPresent() && item.isPresent()) {
            new DescribedColumns(found, user.get(), item.get()).find();
        } else {
            named(found, keys);
        }
        return new TableRoles(found.all(), keys.open(), found.commas());
    }

    /** Where rows say nothing, or it is no log. */
    private static void named(FoundRoles found, KeyColumns keys) {
        found.known().forEach((role, column) -> {
            if (!found.isFound(column) && !found.has(role) && !keys.open().containsKey(role)) {
                found.take(column, role, 0.9, "named");
            }
        });
        found.rest().forEach(column -> found.leave(column, found.table().isTold() ? "noLog" : "fewRows"));
    }
}
