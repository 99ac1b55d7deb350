package dev.interestlens.data.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that count: the view {@code good} over {@code raw}, with {@code row} for the row of {@code raw} and {@code ord} for the
 * order of the input. Applies the rules
 * that need all rows, far times and k-core, and counts what they leave out.
 */
final class GoodRows {

    private final Duck duck;
    private final ImportRules rules;
    private final LogLines lines;
    private final Audit rejected;
    private final Audit notes;

    GoodRows(Duck duck, ImportRules rules, LogLines lines, Audit rejected, Audit notes) {
        this.duck = duck;
        this.rules = rules;
        this.lines = lines;
        this.rejected = rejected;
        this.notes = notes;
    }

    /** @param input of the events @return the number of good rows */
    long run(TableInput input) throws IOException {
        String condition = "bad IS NULL";
        if (input.has(Roles.TIME)) {
            FarTimes bounds = FarTimes.of(duck);
            if (bounds.isRange()) {
                count(
                        rules.dropFarTimes() ? rejected : notes,
                        rules.dropFarTimes() ? "farTimesDropped" : "farTimes",
                        condition + " AND (" + bounds.outside() + ")");
                condition += rules.dropFarTimes() ? " AND NOT (" + bounds.outside() + ")" : "";
            }
        }
        if (rules.core() > 1) {
            core(condition);
            String inside = "u IN (SELECT u FROM core_u) AND i IN (SELECT i FROM core_i)";
            count(rejected, "core", condition + " AND NOT (" + inside + ")");
            condition += " AND " + inside;
        }
        String order = input.has(Roles.ORDER) ? "o" : "rowid";
        duck.run("CREATE VIEW good AS SELECT rowid AS row, " + order + " AS ord, * FROM raw WHERE " + condition);
        return duck.number("SELECT count(*) FROM good");
    }

    private void count(Audit audit, String reason, String condition) throws IOException {
        List<Long> first = new ArrayList<>();
        long number = duck.number("SELECT count(*) FROM raw WHERE " + condition);
        if (number > 0) {
            duck.each(
                    "SELECT rowid FROM raw WHERE " + condition + " ORDER BY rowid LIMIT " + Audit.FIRST,
                    row -> first.add(row.getLong(1)));
            audit.note(reason, lines.file(), number, lines.lines(first));
        }
    }

    // Takes users and items with fewer than k events away in turn until none is left that has.
    private void core(String condition) {
        duck.run("CREATE TABLE core_u AS SELECT DISTINCT u FROM raw WHERE " + condition);
        duck.run("CREATE TABLE core_i AS SELECT DISTINCT i FROM raw WHERE " + condition);
        long before = -1;
        long now = -2;
        while (now != before) {
            before = now;
            shrink("core_i", "i", "core_u", "u", condition);
            shrink("core_u", "u", "core_i", "i", condition);
            now = duck.number("SELECT (SELECT count(*) FROM core_u) + (SELECT count(*) FROM core_i)");
        }
    }

    private void shrink(String table, String key, String other, String otherKey, String condition) {
        duck.run("CREATE OR REPLACE TABLE " + table + " AS SELECT " + key + " FROM raw WHERE " + condition + " AND "
                + otherKey + " IN (SELECT " + otherKey + " FROM " + other + ") GROUP BY " + key
                + " HAVING count(*) >= " + rules.core());
    }
}
