package dev.interestlens.data.source;

/**
 * The type of a column of a Parquet file.
 *
 * @param sql as DuckDB names it
 */
record ColumnType(String sql) {

    /** Whether its values are moments or days, so that no text has to be read. */
    boolean isMoment() {
        return sql.startsWith("TIMESTAMP") || sql.equals("DATE");
    }

    /** Whether its values are whole numbers. */
    boolean isWhole() {
        return sql.endsWith("INT") || sql.equals("INTEGER") || sql.equals("UINTEGER");
    }

    /** Whether a value holds several single ones. */
    boolean isList() {
        return sql.endsWith("]") && !isNested();
    }

    /** Whether a value has parts that are no single values. */
    boolean isNested() {
        return sql.startsWith("STRUCT") || sql.startsWith("MAP") || sql.startsWith("UNION") || sql.endsWith("][]");
    }

    /** SQL of a column's text; the values of a list are joined by |. */
    String text(String column) {
        return isList() ? "array_to_string(" + column + ", '|')" : "CAST(" + column + " AS VARCHAR)";
    }
}
