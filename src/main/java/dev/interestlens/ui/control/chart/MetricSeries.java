package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.XySeries;

/**
 * One line of a chart: every value that was measured, however many.
 *
 * @param name for the legend and the read-out
 * @param x ascending
 * @param y a value an x; NaN leaves a gap
 * @param color which of the series colours, from 0
 * @param dashed tells a second line of the same colour apart
 * @param noisy true to draw the raw range faintly below a smoothed line; false to draw the values themselves
 * @param best index of a point to mark, −1 for none
 */
public record MetricSeries(String name, double[] x, double[] y, int color, boolean dashed, boolean noisy, int best) {
    public MetricSeries {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x, " + y.length + " y");
        }
    }

    /** Index of the value nearest to an x, −1 where there is none. */
    int nearest(double at) {
        return XySeries.nearest(x, at);
    }
}
