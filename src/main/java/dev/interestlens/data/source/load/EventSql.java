package dev.interestlens.data.source.load;

import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.ImportRules;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.FileKind;
import dev.interestlens.data.source.file.Labels;
import dev.interestlens.data.source.file.Trim;
import dev.interestlens.data.source.layout.Csv;
import dev.interestlens.data.source.layout.TableInput;
import dev.interestlens.data.source.time.TimeDetail;
import dev.interestlens.data.source.time.TimeRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The SQL that turns the cells of one row of a log into {@code u, i}, {@code t} in microseconds since 1970, {@code l}, further fields {@code x_NAME}
 * and {@code a_ROLE}, and {@code bad}, the reason why the row is left out. It depends only on the row, so that every machine and every part of a log
 * gives the same.
 *
 * @param time how times are read and judged
 * @param noCategory values that stand for a missing category or field, which another row may have
 * @param around what may stand around values
 * @param zeros whether there may be zero bytes in values
 * @param detailed whether rows keep how much the text of their time says, in the column {@code detail}
 */
public record EventSql(
        TableInput input,
        ImportRules rules,
        TimeRule time,
        Set<String> noCategory,
        Trim around,
        boolean zeros,
        boolean detailed) {

    /** Reasons of its own that come from rules or, of a header, from joining files, and are not errors of the file. */
    static final Set<String> RULES = Set.of("headerAgain", "rating", "eventType", "usersLeftOut");

    /** Columns that are used within the SQL only. */
    private static final String INSIDE = "broken, rating, lt, tx";

    /** The rows of {@code raw}. */
    String raw(String scan) {
        String needless =
                INSIDE + (input.has(Roles.LABEL) ? "" : ", l") + (rules.kinds().isEmpty() ? ", kind" : "");
        return "SELECT * EXCLUDE (" + needless + "), " + rows(scan);
    }

    /** All columns, {@code bad} and the texts of the time and the label, {@code tt} and {@code lt}. */
    public String withTexts(String scan) {
        return "SELECT *, " + rows(scan, text(Roles.TIME) + " AS tt");
    }

    /** The texts of rows that are left out for some reason. */
    String texts(String scan, String wanted) {
        return "SELECT concat_ws(' ', u, i, tt, lt) FROM (SELECT u, i, tt, lt, "
                + rows(scan, text(Roles.TIME) + " AS tt") + ") WHERE bad IS NOT NULL" + wanted;
    }

    /** The texts in the column of a role in the rows that are left out for a reason. */
    String values(String scan, ColumnRole role, String reason) {
        return "SELECT coalesce(v, '') FROM (SELECT v, " + rows(scan, value(role) + " AS v") + ") WHERE bad = "
                + Duck.literal(reason);
    }

    private String text(ColumnRole role) {
        return input.has(role) ? value(role) : "NULL";
    }

    private String rows(String scan, String... further) {
        String columns = String.join(", ", columns());
        return reason() + " AS bad FROM (SELECT " + columns
                + Arrays.stream(further).map(sql -> ", " + sql).collect(Collectors.joining()) + " FROM " + scan + ")";
    }

    private String value(ColumnRole role) {
        return Csv.value(input, role, around);
    }

    private String key(ColumnRole role) {
        return rules.joinIds() ? Trim.joined(value(role)) : value(role);
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        columns.add(key(Roles.USER) + " AS u");
        columns.add(key(Roles.ITEM) + " AS i");
        columns.add(time.micros() + " AS t");
        columns.add(time.text() + " AS tx");
        if (detailed) {
            columns.add(TimeDetail.sql(time.text()) + " AS detail");
        }
        if (input.has(Roles.ORDER)) {
            columns.add("try_cast(" + value(Roles.ORDER) + " AS BIGINT) AS o");
        }
        columns.add(Csv.broken(input) + " AS broken");
        String label = text(Roles.LABEL);
        String one = input.has(Roles.LABEL) ? new Labels(rules.minimumLabel()).expression(label) : "1";
        columns.add("CAST(" + one + " AS FLOAT) AS l");
        columns.add("CAST(" + label + " AS VARCHAR) AS lt");
        columns.add("try_cast(" + text(Roles.RATING) + " AS DOUBLE) AS rating");
        columns.add("CAST(" + text(Roles.EVENT) + " AS VARCHAR) AS kind");
        for (FieldRole field : contexts()) {
            columns.add(known(field) + " AS " + Duck.name("x_" + field.name()));
        }
        for (ColumnRole role : told()) {
            columns.add((role.kind().isCategory() ? known(role) : value(role)) + " AS " + column(role));
        }
        return columns;
    }

    private String known(ColumnRole role) {
        String text = value(role);
        return noCategory.isEmpty()
                ? text
                : "CASE WHEN " + text + " NOT IN " + Duck.literals(input.missing(role, noCategory)) + " THEN " + text
                        + " END";
    }

    /** The column with what a row says of a role about its item or user. */
    public static String column(ColumnRole role) {
        return Duck.name("a_" + role.id());
    }

    /** The fields of events. */
    public List<FieldRole> contexts() {
        return input.fields(Roles.CONTEXT_FIELD);
    }

    /** Roles of the columns that describe the item and the user of a row. */
    public List<ColumnRole> told() {
        return told(input);
    }

    /** The same of any log. */
    public static List<ColumnRole> told(TableInput input) {
        List<ColumnRole> roles = new ArrayList<>(Roles.describing(Roles.Owner.ITEM));
        roles.removeIf(role -> !input.has(role));
        roles.addAll(input.fields(Roles.ITEM_FIELD));
        roles.addAll(input.fields(Roles.USER_FIELD));
        return roles;
    }

    private String reason() {
        StringBuilder sql = new StringBuilder(
                "CASE WHEN broken THEN 'badJson' WHEN u IS NULL THEN 'noUser' WHEN i IS NULL THEN 'noItem'");
        if (input.head().kind() == FileKind.TABLE && input.head().dialect().header()) {
            sql.append(" WHEN u = " + Duck.literal(input.column(Roles.USER)) + " AND i = "
                    + Duck.literal(input.column(Roles.ITEM)) + " THEN 'headerAgain'");
        }
        sql.append(time.reasons());
        sql.append(" WHEN l IS NULL THEN CASE WHEN " + Labels.isNumber("lt") + " THEN 'oddLabel' ELSE 'noLabel' END");
        if (zeros) {
            sql.append(" WHEN contains(u, chr(0)) OR contains(i, chr(0)) THEN 'zeroByte'");
        }
        if (input.has(Roles.ORDER)) {
            sql.append(" WHEN o IS NULL OR o < 0 OR o > 2147483647 THEN 'unreadable'");
        }
        if (rules.users().leavesOut()) {
            sql.append(" WHEN substr(md5(concat('" + rules.users().seed() + " ', u)), 1, 8) >= '"
                    + String.format(Locale.ROOT, "%08x", (long) (rules.users().share() * (1L << 32)))
                    + "' THEN 'usersLeftOut'");
        }
        if (!Double.isNaN(rules.minimumRating())) {
            sql.append(String.format(
                    Locale.ROOT, " WHEN rating IS NULL OR rating < %s THEN 'rating'", rules.minimumRating()));
        }
        if (!rules.kinds().isEmpty()) {
            String kinds = rules.kinds().stream().map(Duck::literal).collect(Collectors.joining(", "));
            sql.append(" WHEN kind IS NULL OR kind NOT IN (").append(kinds).append(") THEN 'eventType'");
        }
        return sql.append(" END").toString();
    }
}
