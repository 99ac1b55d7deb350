package dev.interestlens.data.source.file;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a label says: 1, true, yes or 0, false, no, in any case of letters. Any other number is not a label: it may be a rating, for which a person
 * sets the threshold of positives.
 *
 * @param minimum numbers from here on are positive, those below negative; NaN where only 0 and 1 are labels
 */
public record Labels(double minimum) {

    private static final double POSITIVE_FROM_SHARE = 0.8;

    /** Texts of a chosen and of a shown row, in small letters. */
    public static final List<String> POSITIVE =
            List.of("true", "t", "yes", "y", "ja", "j", "oui", "o", "sí", "si", "s", "是", "はい", "有");

    public static final List<String> NEGATIVE = List.of("false", "f", "no", "n", "nein", "non", "否", "いいえ", "無");

    /** The number that is offered as the least positive one: 4 on a scale that ends at 5, 8 on one that ends at 10, 1 for -1 and 1. */
    public static long offered(List<String> numbers) {
        double greatest = numbers.stream()
                .filter(Sniffer::isNumber)
                .mapToDouble(text -> Double.parseDouble(text.strip().replace(',', '.')))
                .max()
                .orElse(1);
        return (long) Math.max(1, Math.ceil(POSITIVE_FROM_SHARE * greatest));
    }

    /** Whether a text says that an item was shown and not chosen. */
    public static boolean isNegative(String text) {
        return text.matches("[-+]?0+([.,]0+)?") || NEGATIVE.contains(text.toLowerCase(Locale.ROOT));
    }

    /** SQL that gives 1, 0 or NULL for the text that the given SQL gives. */
    public String expression(String text) {
        String usual = Double.isNaN(minimum) ? "WHEN " + text + " = '1' THEN 1 WHEN " + text + " = '0' THEN 0 " : "";
        return "CASE " + usual + "WHEN lower(" + text + ") IN (" + list(POSITIVE) + ") THEN 1 WHEN lower(" + text
                + ") IN (" + list(NEGATIVE) + ") THEN 0 WHEN " + isNumber(text) + " THEN "
                + number("try_cast(" + text + " AS DOUBLE)") + " END";
    }

    private String number(String value) {
        return Double.isNaN(minimum)
                ? "CASE " + value + " WHEN 1 THEN 1 WHEN 0 THEN 0 END"
                : "CASE WHEN " + value + " >= " + minimum + " THEN 1 ELSE 0 END";
    }

    /** SQL that tells whether a text is a number other than infinity and NaN. */
    public static String isNumber(String text) {
        return "coalesce(isfinite(try_cast(" + text + " AS DOUBLE)), false)";
    }

    private static String list(List<String> texts) {
        return texts.stream().map(Duck::literal).collect(Collectors.joining(", "));
    }
}
