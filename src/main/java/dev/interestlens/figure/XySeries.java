package dev.interestlens.figure;

import java.util.Arrays;

/**
 * One line or cloud of a plot over two axes.
 *
 * @param name for the legend and the read-out
 * @param x ascending where it is a line
 * @param y a value an x; NaN leaves a gap
 * @param style which colour, dash and marker, from 0, or {@link #MUTED}
 * @param shape how it is drawn
 * @param marked index of a point to ring, −1 for none
 */
public record XySeries(Phrase name, double[] x, double[] y, int style, Shape shape, int marked) {
    /** A style for background series: grey. */
    public static final int MUTED = -1;

    private static final int POINTS = 600;

    /** How values are drawn. */
    public enum Shape {
        LINE,
        /** A line with its marker at every value. */
        MARKED_LINE,
        /** A thin line with rings, of an estimate beside the line of the same name and style; no entry of a legend. */
        SAMPLE_LINE,
        /** Only points; many of them as a density. */
        CLOUD
    }

    public XySeries {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x, " + y.length + " y");
        }
    }

    /** A noisy line smoothed and thinned: an exponential mean over a fortieth of it. */
    public static XySeries smoothed(Phrase name, double[] x, double[] y, int style) {
        Thinning.Line line = Thinning.smooth(x, y, POINTS, x.length == 0 ? 0 : Thinning.MEMORY * x[x.length - 1]);
        return new XySeries(name, line.x(), line.y(), style, Shape.LINE, -1);
    }

    /** Index of the value nearest to an x, −1 where there is none. */
    public int nearest(double at) {
        return nearest(x, at);
    }

    /** Index of the nearest of ascending values, −1 where there are none. */
    public static int nearest(double[] values, double at) {
        if (values.length == 0) {
            return -1;
        }
        int found = Arrays.binarySearch(values, at);
        if (found >= 0) {
            return found;
        }
        int after = -found - 1;
        if (after == 0) {
            return 0;
        }
        return after == values.length || at - values[after - 1] <= values[after] - at ? after - 1 : after;
    }
}
