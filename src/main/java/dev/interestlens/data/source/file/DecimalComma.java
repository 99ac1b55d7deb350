package dev.interestlens.data.source.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a decimal comma, such as 3,5 and 1.234,50. One value alone may also be a list or have thousands: the whole column tells. */
public final class DecimalComma {
    private static final String THOUSANDS = "[. \u00a0\u202f]";
    private static final String NUMBER = "[-+]?(\\d+|\\d{1,3}(?:" + THOUSANDS + "\\d{3})+)(?:,(\\d+))?";
    private static final Pattern TEXT = Pattern.compile(NUMBER);

    private DecimalComma() {}

    /**
     * Whether texts are such numbers. Three digits behind every comma may be thousands; a list of ids has neither as many digits behind each comma nor
     * only those that a number needs; of two sizes, such as 36,37 and 38,39, the second is the greater one and at most twice the first, in one range.
     */
    public static boolean isIn(List<String> texts) {
        boolean clear = false;
        boolean padded = false;
        boolean sizes = true;
        double first = 0;
        double second = Double.MAX_VALUE;
        Set<Integer> widths = new HashSet<>();
        for (String text : texts) {
            Matcher number = TEXT.matcher(text);
            if (!number.matches()) {
                return false;
            }
            String decimals = number.group(2);
            if (decimals != null) {
                String whole = number.group(1);
                boolean digits = whole.matches("\\d+");
                clear |= decimals.length() != 3 || whole.equals("0") || !digits;
                double from = digits ? Double.parseDouble(whole) : Double.NaN;
                double to = Double.parseDouble(decimals);
                sizes &= from < to && to <= 2 * from;
                first = Math.max(first, from);
                second = Math.min(second, to);
                padded |= decimals.length() > 1 && decimals.endsWith("0");
                widths.add(decimals.length());
            }
        }
        return clear && (widths.size() == 1 || !padded) && !(sizes && second <= first);
    }

    /** SQL that gives such a number with a decimal point, and any other text as it is. */
    public static String sql(String text) {
        return "CASE WHEN regexp_full_match(" + text + ", " + Duck.literal(NUMBER) + ") THEN replace(regexp_replace("
                + text + ", " + Duck.literal(THOUSANDS) + ", '', 'g'), ',', '.') ELSE " + text + " END";
    }

    /** The same of one text. */
    public static String point(String text) {
        return text.replaceAll(THOUSANDS, "").replace(',', '.');
    }
}
