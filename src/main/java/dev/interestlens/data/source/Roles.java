package dev.interestlens.data.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a column of a source can be. Further fields are named {@code user.NAME}, {@code item.NAME}, {@code context.NAME}. */
public final class Roles {

    public static final String USER = "user";
    public static final String ITEM = "item";
    public static final String TIME = "time";

    /** The time of the day, where {@link #TIME} holds only dates. */
    public static final String CLOCK = "clock";

    public static final String CATEGORY = "category";
    public static final String TITLE = "title";
    public static final String TITLE_ZH = "title_zh";
    public static final String LABEL = "label";
    public static final String RATING = "rating";
    public static final String EVENT = "event";

    /** Several categories in one value are usually joined so; a comma can be part of a name. */
    public static final String BETWEEN_CATEGORIES = "|";

    /** Position of a row in the input, where it is not the order of the file: in data sets that were written as Parquet, or as set by a person. */
    public static final String ORDER = "order";

    /** Microseconds behind the whole second, in the same data sets. */
    public static final String MICROS = "micros";

    /** Roles whose value is one text or number and never several. */
    public static final Set<String> SINGLE = Set.of(USER, ITEM, TIME, CLOCK, LABEL, RATING, EVENT);

    /** All roles without further fields, in the order in which they are shown. */
    public static final List<String> ALL =
            List.of(USER, ITEM, TIME, CLOCK, CATEGORY, TITLE, TITLE_ZH, LABEL, RATING, EVENT);

    public static final String USER_FIELD = "user.";
    public static final String ITEM_FIELD = "item.";
    public static final String CONTEXT_FIELD = "context.";

    /** The roles that several columns can have, each completed by the name of a field. */
    public static final List<String> FIELDS = List.of(USER_FIELD, ITEM_FIELD, CONTEXT_FIELD);

    /** The roles of which a person is asked where several columns may have them, each with the setting of an import that takes the answer. */
    private static final Map<String, String> ASKED = new LinkedHashMap<>();

    static {
        ASKED.put(USER, USER);
        ASKED.put(ITEM, ITEM);
        ASKED.put(TIME, "timeColumn");
    }

    private Roles() {}

    /** The roles of which a person is asked, in this order. */
    public static List<String> asked() {
        return List.copyOf(ASKED.keySet());
    }

    /** The setting that takes the column of such a role. */
    public static String setting(String role) {
        return ASKED.get(role);
    }

    /** The role of a column as a field, such as {@code context.branch}: a field has the letters and digits of its column. */
    public static String field(String group, String column) {
        return group + column.replaceAll("[^\\p{L}\\p{N}_-]+", "_");
    }

    /** Whether the values of a role may be numbers. */
    public static boolean mayBeNumber(String role) {
        return role.equals(LABEL) || role.equals(RATING) || FIELDS.stream().anyMatch(role::startsWith);
    }

    /** Whether the values of a role may be categories. */
    public static boolean isCategory(String role) {
        return role.equals(CATEGORY) || FIELDS.stream().anyMatch(role::startsWith);
    }

    public static boolean known(String role) {
        return ALL.contains(role)
                || role.equals(ORDER)
                || FIELDS.stream().anyMatch(prefix -> role.startsWith(prefix) && role.length() > prefix.length());
    }
}
