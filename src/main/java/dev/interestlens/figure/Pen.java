package dev.interestlens.figure;

import java.util.Arrays;
import java.util.Objects;

/**
 * How a line is drawn.
 *
 * @param dashes lengths of strokes and gaps in turn; empty for a line without gaps
 */
public record Pen(Ink ink, double width, double... dashes) {
    /** One more than there are markers, so that a dash meets its marker again only after the product of both. */
    private static final double[][] SERIES = {{}, {7, 4}, {2, 3}, {9, 3, 2, 3}, {14, 4}, {4, 2}, {12, 3, 2, 3, 2, 3}};

    public Pen {
        Objects.requireNonNull(ink);
        dashes = dashes.clone();
    }

    /** One pixel wide. */
    public static Pen thin(Ink ink) {
        return new Pen(ink, 1);
    }

    /** One pixel wide, with gaps. */
    public static Pen dashed(Ink ink) {
        return new Pen(ink, 1, 4, 4);
    }

    /** The line of the n-th series, which differs from its neighbours without colour too. */
    public static Pen series(int number) {
        return new Pen(new Ink.Series(number), 2, SERIES[Math.floorMod(number, SERIES.length)]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pen pen
                && ink.equals(pen.ink)
                && width == pen.width
                && Arrays.equals(dashes, pen.dashes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ink, width, Arrays.hashCode(dashes));
    }

    @Override
    public String toString() {
        return ink + " " + width + " " + Arrays.toString(dashes);
    }
}
