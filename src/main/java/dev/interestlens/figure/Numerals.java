package dev.interestlens.figure;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers for people: significant digits only, a true minus sign, separated thousands. */
public final class Numerals {
    private Numerals() {}

    /** About three significant digits: 0.031, 1.25, 128, 12,300. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (size < 1e-4 || size >= 1e9) {
            return minus(String.format(Locale.ROOT, "%.1e", value));
        }
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
        return minus(String.format(Locale.ROOT, "%,." + digits + "f", value));
    }

    /** With a sign in front: +0.031, −0.4, 0. */
    public static String signed(double value) {
        String text = of(value);
        return value > 0 ? "+" + text : text;
    }

    /** The same with so many decimals, without a sign where they are all 0. */
    public static String signed(double value, int decimals) {
        String size = fixed(Math.abs(value), decimals);
        return (isZero(size) ? "" : value < 0 ? "−" : "+") + size;
    }

    /** A share in whole percent. */
    public static String percent(double share) {
        return fixed(100 * share, 0) + " %";
    }

    /** A number of decimals that is the same for a whole column; without a sign where they are all 0. */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return isZero(text) ? text.replace("-", "") : minus(text);
    }

    /** In sentences and reports: the same without separators, halves rounded to even; — where it is undefined. */
    public static String plain(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "—";
        }
        String pattern = decimals == 0 ? "0" : "0." + "0".repeat(decimals);
        return minus(new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value));
    }

    /** The same of a change, with its sign, but for one that is written as 0. */
    public static String plainSigned(double value, int decimals) {
        String size = plain(Math.abs(value), decimals);
        return (Double.isNaN(value) || isZero(size) ? "" : value < 0 ? "−" : "+") + size;
    }

    private static boolean isZero(String text) {
        return text.chars().allMatch(c -> c == '0' || c == '.' || c == '-');
    }

    /** A whole number with separated thousands. */
    public static String count(long value) {
        return minus(String.format(Locale.ROOT, "%,d", value));
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
