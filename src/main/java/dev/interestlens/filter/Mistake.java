package dev.interestlens.filter;

/**
 * A part of a filter that cannot be understood.
 *
 * @param from where it begins in what was typed, from 0
 * @param to behind its end
 * @param text what stands there
 * @param hint a name or value that may be meant; empty for none
 */
public record Mistake(Kind kind, int from, int to, String text, String hint) {
    /** What is wrong with it. */
    public enum Kind {
        /** A quotation mark without a second one. */
        UNCLOSED,
        /** An operator with nothing before it. */
        NO_FIELD,
        /** A | between spaces. */
        LONE_BAR,
        UNKNOWN_FIELD,
        /** An operator with nothing behind it. */
        NO_VALUE,
        NOT_A_NUMBER,
        /** A greater-or-less comparison on a text field. */
        NO_ORDER
    }

    /** Its position, counted from 1. */
    public int place() {
        return from + 1;
    }
}
