package dev.interestlens.data;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The one rule for keys of users, items and categories: Unicode's composed form (NFC), without white space and format characters around it. Keys that
 * still differ only by letter case, by a fraction of zeros or by leading zeros are different; where a data set joins them, {@link #joined} is its key.
 */
public final class KeyText {

    /** White space and format characters of Unicode. */
    public static final String EDGES = ranges(
            0x09, 0x0D, 0x20, 0x20, 0x85, 0x85, 0xA0, 0xA0, 0xAD, 0xAD, 0x600, 0x605, 0x61C, 0x61C, 0x6DD, 0x6DD, 0x70F,
            0x70F, 0x8E2, 0x8E2, 0x1680, 0x1680, 0x180E, 0x180E, 0x2000, 0x200F, 0x2028, 0x202F, 0x205F, 0x2064, 0x2066,
            0x206F, 0x3000, 0x3000, 0xFEFF, 0xFEFF, 0xFFF9, 0xFFFB);

    /** A number with leading zeros or a fraction of zeros, in two groups without them. */
    public static final String NUMBER = "^(-?)0*([0-9]+)([.]0+)?$";

    private static final Pattern WHOLE = Pattern.compile(NUMBER);

    private KeyText() {}

    private static String ranges(int... ends) {
        StringBuilder all = new StringBuilder();
        for (int n = 0; n < ends.length; n += 2) {
            for (int c = ends[n]; c <= ends[n + 1]; c++) {
                all.append((char) c);
            }
        }
        return all.toString();
    }

    /** The key that a text means. */
    public static String clean(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        int from = 0;
        int to = composed.length();
        while (from < to && EDGES.indexOf(composed.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && EDGES.indexOf(composed.charAt(to - 1)) >= 0) {
            to--;
        }
        return composed.substring(from, to);
    }

    /** The key of a data set that joins those which differ only by letter case, a fraction of zeros or leading zeros. */
    public static String joined(String key) {
        StringBuilder small = new StringBuilder();
        key.codePoints().map(Character::toLowerCase).forEach(small::appendCodePoint);
        return WHOLE.matcher(small).replaceFirst("$1$2");
    }
}
