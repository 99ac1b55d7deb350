package dev.interestlens.data.source.file;

/**
 * The type of a column of a Parquet file.
 *
 * @param sql its name in DuckDB
 */
public record ColumnType(String sql) {

    /** Whether its values are timestamps or dates, so that no text has to be parsed. */
    public boolean isMoment() {
        return sql.startsWith("TIMESTAMP") || sql.equals("DATE");
    }

    /** Whether its values are whole numbers. */
    public boolean isWhole() {
        return sql.endsWith("INT") || sql.equals("INTEGER") || sql.equals("UINTEGER");
    }

    /** SQL, to be added to a condition, that finds numbers whose type cannot tell them from the next ones. */
    public String inexact(String number) {
        return sql.equals("FLOAT") ? " OR abs(try_cast(" + number + " AS DOUBLE)) >= " + (1 << 24) : "";
    }

    /** Whether a value is a list of single values. */
    public boolean isList() {
        return sql.endsWith("]") && !isNested();
    }

    /** Whether a value has parts that are not single values. */
    public boolean isNested() {
        return sql.startsWith("STRUCT") || sql.startsWith("MAP") || sql.startsWith("UNION") || sql.endsWith("][]");
    }

    /** SQL of a column's text; the values of a list are joined by |. */
    public String text(String column) {
        return isList() ? "array_to_string(" + column + ", '|')" : "CAST(" + column + " AS VARCHAR)";
    }
}
