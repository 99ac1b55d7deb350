package dev.interestlens.ui.control;

import dev.interestlens.figure.Numerals;

/** Formats numbers: significant digits only, a true minus sign, grouped thousands. */
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

    /** With a fixed number of decimals, for columns. */
    public static String fixed(double value, int decimals) {
        return Numerals.fixed(value, decimals);
    }

    /** An integer with grouped thousands. */
    public static String count(long value) {
        return Numerals.count(value);
    }
}
