package dev.interestlens.cli;

/** Texts as cells of a CSV that a spreadsheet may open. */
final class Csv {
    private Csv() {}

    /** Quoted where needed; a text that a spreadsheet would take for a formula is kept from being one. */
    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
