package dev.interestlens.data.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file and what its columns are.
 *
 * @param head the file
 * @param roles role → name of the column
 * @param expressions role → SQL over {@code c0, c1 …}, where a value is made of several columns or lies inside one
 */
record TableInput(TextHead head, Map<String, String> roles, Map<String, String> expressions) {

    TableInput {
        roles = new LinkedHashMap<>(roles);
        expressions = Map.copyOf(expressions);
    }

    TableInput(TextHead head, Map<String, String> roles) {
        this(head, roles, Map.of());
    }

    boolean has(String role) {
        return roles.containsKey(role);
    }

    /** The roles whose column has a namesake in the file. */
    Map<String, String> unclear() {
        return roles.entrySet().stream()
                .filter(entry ->
                        RoleGuess.alike(head.columns(), entry.getValue()).size() > 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** Role → column, for roles that begin with the prefix, by the name behind it. */
    Map<String, String> fields(String prefix) {
        return roles.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()),
                        Map.Entry::getKey,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
