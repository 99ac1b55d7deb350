package dev.interestlens.figure;

/**
 * Size and weight of a text.
 *
 * @param size in pixels
 */
public record Letters(double size, boolean bold) {
    public static final Letters PLAIN = new Letters(12, false);
    public static final Letters BOLD = new Letters(12, true);
    public static final Letters SMALL = new Letters(11, false);
    public static final Letters SMALL_BOLD = new Letters(11, true);

    /** From the middle of a line of text down to its baseline. */
    public double baseline() {
        return 0.37 * size;
    }
}
