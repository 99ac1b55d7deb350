package dev.interestlens.measurement.gate;

import dev.interestlens.explain.words.Text;
import dev.interestlens.metric.GroupTest;
import java.util.BitSet;
import java.util.List;

/**
 * True items of test users that have something in common.
 *
 * @param field what they have in common: {@link #ALL}, {@code historyLength, sinceLast, popularity, category, repeats, repeated, cold, item.FIELD,
 *     user.FIELD}, or two of them with a + between
 * @param value of the field
 * @param name field and value in words
 * @param entries of the kept ranking
 * @param users number of users
 */
record UserGroup(String field, Text value, Text name, BitSet entries, int users) {
    /** The field of the group of all. */
    static final String ALL = "all";

    /** The same for the test; its kinds are its fields. */
    GroupTest.Group tested() {
        return new GroupTest.Group(
                entries.stream().toArray(), field.equals(ALL) ? List.of() : List.of(field.split("\\+")));
    }

    /** What belongs to both. */
    UserGroup and(UserGroup other, BitSet both, int usersOfBoth) {
        return new UserGroup(
                field + "+" + other.field,
                new Text(value.en() + " + " + other.value.en(), value.zh() + " + " + other.value.zh()),
                new Text(name.en() + " + " + other.name.en(), name.zh() + " + " + other.name.zh()),
                both,
                usersOfBoth);
    }
}
