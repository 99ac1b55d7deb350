package dev.interestlens.workspace.score;

import dev.interestlens.figure.CsvText;

/**
 * Lines of a CSV file.
 *
 * @param guarded whether texts are protected from being formulas in a spreadsheet
 */
record CsvCells(boolean guarded) {
    void line(StringBuilder csv, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            csv.append(i == 0 ? "" : ",")
                    .append(guarded ? CsvText.words(cells[i], ",") : CsvText.quoted(cells[i], ","));
        }
        csv.append('\n');
    }
}
