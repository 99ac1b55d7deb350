package dev.interestlens.data.source.role;

/**
 * What the columns of a table tell about: one that tells the same in all rows of an item is the item's, in those of a user the user's, any other is of
 * the event. In a table of items alone or of users alone all are theirs.
 *
 * @param user column of the users; null in a table of items
 * @param item column of the items; null in a table of users
 */
record ColumnOwners(TableSample table, String user, String item) {
    private static final double MOSTLY = 0.8;

    boolean isLog() {
        return user != null && item != null;
    }

    boolean ofItem(String column) {
        return isLog() ? table.decides(item, column).holds() : item != null;
    }

    boolean ofUser(String column) {
        return isLog() ? table.decides(user, column).holds() : user != null;
    }

    boolean ofEvent(String column) {
        return isLog() && !ofUser(column) && !ofItem(column);
    }

    /** Whether it nearly always tells the same for an item; some titles are spelled in two ways. */
    boolean mostlyOfItem(String column) {
        return isLog() ? table.decides(item, column).share() >= MOSTLY : item != null;
    }
}
