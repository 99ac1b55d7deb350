package dev.interestlens.workspace.score;

/**
 * Lines of a CSV file.
 *
 * @param guarded whether texts are protected from being formulas in a spreadsheet
 */
record CsvCells(boolean guarded) {
    void line(StringBuilder csv, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            csv.append(i == 0 ? "" : ",").append(cell(cells[i]));
        }
        csv.append('\n');
    }

    /** Quoted where needed. */
    private String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !isNumber(text);
        String safe = guarded && formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isNumber(String text) {
        return text.matches("-\\d+(\\.\\d+)?(E-?\\d+)?");
    }
}
