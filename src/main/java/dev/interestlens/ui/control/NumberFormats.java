package dev.interestlens.ui.control;

import dev.interestlens.figure.Numerals;

/** Numbers as people read them: as many digits as mean something, a true minus sign, thousands apart. */
public final class NumberFormats {
    private NumberFormats() {}

    /** About three significant digits: 0.031, 1.25, 128, 12,300. */
    public static String of(double value) {
        return Numerals.of(value);
    }

    /** With a sign in front: +0.031, −0.4, 0. */
    public static String signed(double value) {
        return Numerals.signed(value);
    }

    /** A number of decimals that is the same for a whole column. */
    public static String fixed(double value, int decimals) {
        return Numerals.fixed(value, decimals);
    }

    /** A whole number with thousands apart. */
    public static String count(long value) {
        return Numerals.count(value);
    }
}
