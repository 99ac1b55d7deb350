package dev.interestlens.data.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all columns of a table were taken for.
 *
 * @param columns each column of the table once, in its order
 * @param open user or item, where that is in doubt → the columns that it may be, the likeliest first; a person chooses one
 */
public record TableRoles(List<ColumnRole> columns, Map<String, List<String>> open) {
    static final TableRoles NONE = new TableRoles(List.of(), Map.of());

    public TableRoles {
        columns = List.copyOf(columns);
        open = Map.copyOf(open);
    }

    /** Role → column, without the roles that are open. */
    Map<String, String> mapping() {
        Map<String, String> roles = new LinkedHashMap<>();
        columns.stream()
                .filter(each -> !each.isLeftOut() && !open.containsKey(each.role()))
                .forEach(each -> roles.put(each.role(), each.column()));
        return roles;
    }
}
