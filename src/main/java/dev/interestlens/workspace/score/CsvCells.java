package dev.interestlens.workspace.score;

import dev.interestlens.figure.CsvText;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lines of a CSV file.
 *
 * @param guarded whether texts are protected from being formulas in a spreadsheet
 * @param mark further columns with one value in all lines, {@link dev.interestlens.data.DatasetInfo#mark}
 */
record CsvCells(boolean guarded, Map<String, String> mark) {
    /**
     * Columns with their types for DuckDB, those of the mark last.
     *
     * @param own name and type of each, as in {@code user VARCHAR, score DOUBLE}
     */
    static Map<String, String> columns(String own, Map<String, String> mark) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String column : own.split(", ")) {
            columns.put(column.split(" ")[0], column.split(" ")[1]);
        }
        mark.keySet().forEach(name -> columns.put(name, "VARCHAR"));
        return columns;
    }

    void line(StringBuilder csv, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            csv.append(i == 0 ? "" : ",")
                    .append(guarded ? CsvText.words(cells[i], ",") : CsvText.quoted(cells[i], ","));
        }
        mark.values().forEach(value -> csv.append(',').append(value));
        csv.append('\n');
    }
}
