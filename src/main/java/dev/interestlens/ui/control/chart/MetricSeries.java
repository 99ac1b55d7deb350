package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.XySeries;
import java.util.Arrays;

/**
 * One line of a chart with all of its values.
 *
 * @param name for the legend and the read-out
 * @param x ascending
 * @param y one value per x; NaN leaves a gap
 * @param color which of the series colours, from 0
 * @param dashed tells a second line of the same colour apart
 * @param noisy true to draw the raw range faintly below a smoothed line; false to draw the values themselves
 * @param best index of a point to mark, −1 for none
 * @param dots the marker at each value
 */
public record MetricSeries(
        String name, double[] x, double[] y, int color, boolean dashed, boolean noisy, int best, Dots dots) {
    /** The markers of a line. */
    public enum Dots {
        NONE,
        FULL,
        /** Rings on a thinner line, for estimates from a sample. */
        HOLLOW
    }

    /** A line without markers. */
    public MetricSeries(String name, double[] x, double[] y, int color, boolean dashed, boolean noisy, int best) {
        this(name, x, y, color, dashed, noisy, best, Dots.NONE);
    }

    public MetricSeries {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x, " + y.length + " y");
        }
    }

    /** The values in a part of the axis, with the one before and the one after. */
    MetricSeries within(Span seen) {
        int from = place(seen.from()) - 1;
        int to = place(Math.nextUp(seen.to())) + 1;
        int first = Math.max(0, from);
        int last = Math.min(x.length, to);
        if (first == 0 && last == x.length) {
            return this;
        }
        return new MetricSeries(
                name,
                Arrays.copyOfRange(x, first, last),
                Arrays.copyOfRange(y, first, last),
                color,
                dashed,
                noisy,
                best >= first && best < last ? best - first : -1,
                dots);
    }

    /** Number of values before one. */
    private int place(double at) {
        int found = Arrays.binarySearch(x, at);
        int place = found >= 0 ? found : -found - 1;
        while (place > 0 && place <= x.length && x[place - 1] >= at) {
            place--;
        }
        return place;
    }

    /** Index of the value nearest to an x, −1 where there is none. */
    int nearest(double at) {
        return XySeries.nearest(x, at);
    }
}
