package dev.interestlens.figure;

import java.util.regex.Pattern;

/** Cells of CSV files: numbers with a decimal point and all their digits; no text becomes a formula. */
public final class CsvText {
    private static final String FORMULA = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

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

    /** @param between the separator of cells */
    public static String words(String text, String between) {
        boolean formula = !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.contains(between) || safe.matches("(?s).*[\"\r\n].*");
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
