package dev.interestlens.figure;

/**
 * Size and cut of a text.
 *
 * @param size in pixels
 */
public record Letters(double size, Cut cut) {
    public static final Letters PLAIN = new Letters(12, Cut.REGULAR);
    public static final Letters BOLD = new Letters(12, Cut.BOLD);
    public static final Letters SMALL = new Letters(11, Cut.REGULAR);
    public static final Letters SMALL_BOLD = new Letters(11, Cut.BOLD);

    /** What a text is set in. */
    public enum Cut {
        REGULAR(0.37),
        BOLD(0.37),
        /** For formulas; its middle is where the line of a fraction stands. */
        MATH(0.258);

        private final double baseline;

        Cut(double baseline) {
            this.baseline = baseline;
        }
    }

    public boolean bold() {
        return cut == Cut.BOLD;
    }

    public Letters times(double factor) {
        return new Letters(factor * size, cut);
    }

    /** From the middle of a line of text down to its baseline. */
    public double baseline() {
        return cut.baseline * size;
    }
}
