package dev.interestlens.data.source.role;

import java.util.List;

/**
 * Why a column was taken for what it is, or left out. Its words are in the bundle {@code roles} under its key; of those that are left out, a data set keeps
 * the key, so that it never changes.
 */
public enum ReasonKind {
    /** A person chose it. */
    GIVEN("given"),
    NAMED("named"),
    /** The same of a column of times, with one of them. */
    TIME_NAMED("named", Value.TEXT),
    LAYOUT("layout"),
    /** Its name says that it numbers users or items; its different values, and the rows looked at. */
    KEY("key", Value.COUNT, Value.COUNT),
    OPEN_USER("open.user"),
    OPEN_ITEM("open.item"),
    /** It is offered as that of the times; the order that it gives. */
    OPEN_TIME("open.time", Value.TEXT),
    /** It is named like that of users or items, and each value names several, such as one. */
    LISTS("open.lists", Value.TEXT),
    DATES("dates", Value.TEXT),
    EPOCHS("epochs", Value.TEXT),
    MONTH_DAYS("monthDays", Value.TEXT),
    /** Times of the day, and the column of their days. */
    CLOCK("clock", Value.TEXT),
    LABEL("label"),
    /** A label whose numbers are both above and below 0. */
    SIGNED("signed"),
    RATING("rating", Value.COUNT),
    /** It tells the types of events; their number and the most frequent ones. */
    EVENT("event", Value.COUNT, Value.TEXTS),
    /** The same, where some of the types take a choice back. */
    UNDOING("undoing", Value.COUNT, Value.TEXTS),
    /** The column of the items. */
    TITLE("title", Value.TEXT),
    /** Their number and the column of the items. */
    CATEGORY("category", Value.COUNT, Value.TEXT),
    /** The same, and a value of several. */
    CATEGORIES("categories", Value.COUNT, Value.TEXT, Value.TEXT),
    ITEM_FIELD("itemField", Value.TEXT),
    USER_FIELD("userField", Value.TEXT),
    CONTEXT("context", Value.COUNT),
    /** Numbers with a decimal comma; one of them, and how it is read. */
    COMMA("comma", Value.TEXT, Value.TEXT),
    READ("read"),
    READ_NUMBER("readNumber"),
    READ_CATEGORIES("readCategories", Value.COUNT),

    EMPTY("left.empty"),
    CONSTANT("left.constant", Value.TEXT),
    OTHER_DATE("left.otherDate"),
    ROW_NUMBER("left.rowNumber"),
    TRANSACTION("left.transaction"),
    /** The column that it repeats. */
    SAME("left.same", Value.TEXT),
    FREE_TEXT("left.text"),
    MANY_VALUES("left.manyValues", Value.COUNT),
    /** The number of fields that were taken. */
    ENOUGH("left.enough", Value.COUNT),
    NO_LOG("left.noLog"),
    FEW_ROWS("left.fewRows"),
    /** It may be that of the times, where there is no other one; a value. */
    MAYBE_TIME("left.maybeTime", Value.TEXT),
    NOT_IN_LAYOUT("left.layout"),
    NOT_CHOSEN("left.notChosen"),
    /** Known only after the choice, which a label tells. */
    AFTERWARDS("left.afterwards"),
    /** A number of each event, of which one is the value. */
    FOLLOWS("left.follows", Value.TEXT),
    YES_OR_NO("left.yesOrNo"),
    OUTCOME("left.outcome", Value.TEXT),
    /** Some numbers are negative, of which one is the value, and may tell what was given back. */
    RETURNS("left.returns", Value.TEXT),
    /** It numbers purchases; the file that names their users, and its column. */
    ELSEWHERE("left.elsewhere", Value.TEXT, Value.TEXT),
    /** What a later version of the program wrote. */
    UNKNOWN("left.unknown", Value.TEXT);

    /** What a value of a reason is. */
    enum Value {
        TEXT,
        COUNT,
        TEXTS
    }

    /** With it the keys of those begin that leave a column out. */
    private static final String LEFT = "left.";

    private final String key;
    private final List<Value> tells;

    ReasonKind(String key, Value... tells) {
        this.key = key;
        this.tells = List.of(tells);
    }

    /** The key of its words. */
    String key() {
        return key;
    }

    /** What it tells of, in order. */
    List<Value> tells() {
        return tells;
    }

    /** Whether it leaves a column out. */
    boolean isLeft() {
        return key.startsWith(LEFT);
    }

    /** As a data set keeps it, of those that leave a column out. */
    String written() {
        return key.substring(LEFT.length());
    }

    /** Whether it says that a column may be known only after the choice. */
    boolean isAfterTheChoice() {
        return switch (this) {
            case RETURNS, FOLLOWS, YES_OR_NO, OUTCOME, AFTERWARDS -> true;
            default -> false;
        };
    }
}
