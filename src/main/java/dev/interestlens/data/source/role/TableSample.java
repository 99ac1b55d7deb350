package dev.interestlens.data.source.role;

import dev.interestlens.data.source.file.SampledRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sampled rows of a table, with what the names of its columns mean and which column decides which. */
final class TableSample {
    /** With fewer rows only names say something. */
    private static final int ENOUGH = 20;

    private static final int KINDS = 9;
    private static final int ROWS_OF_A_KIND = 20;

    private final List<String> columns;
    private final Map<String, ColumnName> names = new HashMap<>();
    private final Map<String, SampledColumn> values = new HashMap<>();
    private final Map<List<String>, SampledColumn.Decides> decisions = new HashMap<>();
    private final int rows;

    TableSample(List<String> columns, List<List<String>> rows) {
        this.columns = columns;
        this.rows = rows.size();
        for (int c = 0; c < columns.size(); c++) {
            names.put(columns.get(c), ColumnName.of(columns.get(c)));
            values.put(columns.get(c), new SampledColumn(rows, c));
        }
    }

    List<String> columns() {
        return columns;
    }

    /** Whether there are enough rows for values to say something. */
    boolean isTold() {
        return rows >= ENOUGH;
    }

    /** Whether each value of a column stands in one row. */
    boolean isEach(String column) {
        SampledColumn of = values(column);
        return isTold() && of.filled() == rows && of.distinct() == rows;
    }

    /** Whether all rows were looked at, as far as their number tells. */
    boolean isWhole() {
        return rows < SampledRows.FIRST;
    }

    /** Whether a column has so few values that they tell kinds, not users, items or times. */
    boolean isFew(String column) {
        SampledColumn of = values(column);
        return isTold() && of.distinct() <= KINDS && of.distinct() * ROWS_OF_A_KIND <= of.filled();
    }

    ColumnName name(String column) {
        return names.get(column);
    }

    SampledColumn values(String column) {
        return values.get(column);
    }

    /** Whether its numbers have a decimal comma; ids and categories with commas are lists. */
    boolean hasDecimalComma(String column) {
        return values(column).isDecimalComma()
                && name(column).lacks(ColumnName.Meaning.ID, ColumnName.Meaning.CATEGORY, ColumnName.Meaning.KIND);
    }

    /** How well a column decides another one. */
    SampledColumn.Decides decides(String column, String other) {
        return decisions.computeIfAbsent(
                List.of(column, other), pair -> values(column).decides(values(other)));
    }

    /** Whether two columns number the same things. */
    boolean same(String one, String other) {
        return decides(one, other).holds() && decides(other, one).holds();
    }
}
