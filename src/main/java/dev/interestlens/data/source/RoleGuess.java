package dev.interestlens.data.source;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/** Guesses the roles of columns from their names: known ones first, then those made of parts. The first column that fits a role gets it. */
public final class RoleGuess {
    private RoleGuess() {}

    /** The roles that names of columns say. */
    public static ColumnMapping of(List<String> columns) {
        Map<Roles, String> found = new EnumMap<>(Roles.class);
        for (Roles role : Roles.values()) {
            for (String known : role.known()) {
                take(found, columns, role, (each, plain) -> plain.equals(known));
            }
        }
        for (Roles role : Roles.values()) {
            take(found, columns, role, Roles::isMadeSo);
        }
        return ColumnMapping.guessed(found);
    }

    private static void take(
            Map<Roles, String> found, List<String> columns, Roles role, BiPredicate<Roles, String> fits) {
        if (!found.containsKey(role)) {
            columns.stream()
                    .filter(column -> fits.test(role, plain(column)) && !found.containsValue(column))
                    .findFirst()
                    .ifPresent(column -> found.put(role, column));
        }
    }

    /** The columns whose names mean the same as that of a column, itself among them. */
    public static List<String> alike(List<String> columns, String column) {
        return columns.stream()
                .filter(other -> plain(other).equals(plain(column)))
                .toList();
    }

    private static String plain(String column) {
        return column.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\-.]", "")
                .replaceFirst(":[a-z]+$", "");
    }
}
