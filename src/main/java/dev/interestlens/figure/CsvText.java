package dev.interestlens.figure;

import java.util.regex.Pattern;

/** Cells of CSV files: numbers with a decimal point and all their digits; no text becomes a formula. */
public final class CsvText {
    private static final String FORMULA = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private CsvText() {}

    /** Empty where it is not defined. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /**
     * A text as a cell; one that a spreadsheet would take for a formula gets an apostrophe in front, and a number is none.
     *
     * @param between the separator of cells
     */
    public static String words(String text, String between) {
        boolean formula = !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return quoted(formula ? "'" + text : text, between);
    }

    /** The same for a file that no spreadsheet reads: in quotation marks where needed. */
    public static String quoted(String text, String between) {
        boolean needed = text.contains(between) || text.matches("(?s).*[\"\r\n].*");
        return needed ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
