package dev.interestlens.figure;

/**
 * The position of a text.
 *
 * @param y middle of its letters
 * @param turn degrees clockwise around x, y
 */
public record Spot(double x, double y, Anchor anchor, double turn) {
    /** Which part of a text is at x. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    public static Spot start(double x, double y) {
        return new Spot(x, y, Anchor.START, 0);
    }

    public static Spot middle(double x, double y) {
        return new Spot(x, y, Anchor.MIDDLE, 0);
    }

    public static Spot end(double x, double y) {
        return new Spot(x, y, Anchor.END, 0);
    }

    public Spot turned(double degrees) {
        return new Spot(x, y, anchor, degrees);
    }
}
