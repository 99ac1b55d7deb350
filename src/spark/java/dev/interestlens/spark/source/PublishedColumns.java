package dev.interestlens.spark.source;

import dev.interestlens.data.source.ColumnRole;
import dev.interestlens.data.source.FieldRole;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.load.EventSql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of the rows that tasks publish for {@code raw}, each with its SQL over the columns of {@link EventSql#withTexts}. */
final class PublishedColumns {
    private record Column(String name, String type, String sql) {}

    private final List<Column> columns = new ArrayList<>();

    PublishedColumns(EventSql sql) {
        boolean sampled = sql.rules().users().leavesOut();
        add("u", "VARCHAR", wanted("u", sampled));
        add("i", "VARCHAR", wanted("i", sampled));
        add("t", "BIGINT", "t");
        add("l", "FLOAT", "l");
        if (sql.input().has(Roles.ORDER)) {
            add("o", "BIGINT", "o");
        }
        if (sql.detailed()) {
            add("detail", "BIGINT", "CAST(detail AS BIGINT)");
        }
        add("bad", "VARCHAR", "bad");
        add("tt", "VARCHAR", "CASE WHEN bad IS NOT NULL THEN CAST(tt AS VARCHAR) END");
        add("lt", "VARCHAR", "CASE WHEN bad IS NOT NULL THEN lt END");
        if (!sql.rules().kinds().isEmpty()) {
            add("kind", "VARCHAR", "kind");
        }
        int field = 0;
        for (FieldRole context : sql.contexts()) {
            String text = Duck.name("x_" + context.name());
            add("x" + field, "VARCHAR", wanted(text, sampled));
            add("f" + field, "FLOAT", Duck.finite(text));
            field++;
        }
        List<ColumnRole> told = sql.told();
        for (int n = 0; n < told.size(); n++) {
            add("a" + n, "VARCHAR", wanted(EventSql.column(told.get(n)), sampled));
        }
    }

    private void add(String name, String type, String sql) {
        columns.add(new Column(name, type, sql));
    }

    /** Where only a share of the users is read, most rows are only counted, so that they are published without values. */
    private static String wanted(String column, boolean sampled) {
        return sampled ? "CASE WHEN bad = 'usersLeftOut' THEN NULL ELSE " + column + " END" : column;
    }

    /** Names and types. */
    List<Cluster.RawColumn> types() {
        return columns.stream()
                .map(column -> new Cluster.RawColumn(column.name(), column.type()))
                .toList();
    }

    /** What follows SELECT. */
    String list() {
        return columns.stream()
                .map(column -> column.sql() + " AS " + Duck.name(column.name()))
                .collect(Collectors.joining(", "));
    }
}
