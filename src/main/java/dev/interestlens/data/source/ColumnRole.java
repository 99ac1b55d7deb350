package dev.interestlens.data.source;

import java.util.Optional;

/** What a column of a source is: one of {@link Roles}, or a further field of the user, the item or the event. */
public sealed interface ColumnRole permits Roles, FieldRole {

    /** As it is written in options, files and names of Parquet columns, such as {@code user} and {@code item.brand}. */
    String id();

    /** Its line in the list of roles; of a field, its group. */
    Roles kind();

    /**
     * The role of this id; empty where there is none.
     *
     * @param id as {@link #id} gives it
     */
    static Optional<ColumnRole> of(String id) {
        for (Roles kind : Roles.values()) {
            if (kind.isGroup()
                    && id.startsWith(kind.id())
                    && id.length() > kind.id().length()) {
                return Optional.of(new FieldRole(kind, id.substring(kind.id().length())));
            }
            if (!kind.isGroup() && id.equals(kind.id())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
