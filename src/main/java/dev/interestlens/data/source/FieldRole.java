package dev.interestlens.data.source;

/**
 * The role of a further field, such as {@code item.brand}.
 *
 * @param kind whose field it is: a group of {@link Roles}
 * @param name of the field
 */
public record FieldRole(Roles kind, String name) implements ColumnRole {
    /** The field that a category of items is in a data set. */
    public static final FieldRole CATEGORY = new FieldRole(Roles.ITEM_FIELD, Roles.CATEGORY.id());

    public FieldRole {
        if (!kind.isGroup() || name.isEmpty()) {
            throw new IllegalArgumentException("field " + kind.id() + name);
        }
    }

    @Override
    public String id() {
        return kind.id() + name;
    }
}
