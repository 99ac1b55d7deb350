package dev.interestlens.ui.control;

import java.util.List;

/**
 * Lines over the places of an ordered axis.
 *
 * @param title what is drawn, in words
 * @param steps a label a place
 * @param lines what is drawn
 * @param reference a value worth a dashed line across; NaN for none
 * @param from least value of the scale; NaN for that of the lines
 * @param to greatest value of the scale; NaN for that of the lines
 */
public record PlotData(String title, List<String> steps, List<Line> lines, double reference, double from, double to) {

    /** One line, a value a place; NaN leaves a gap. */
    public record Line(String name, double[] values) {
        public Line {
            values = values.clone();
        }
    }

    public PlotData {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            if (line.values().length != steps.size()) {
                throw new IllegalArgumentException(line.values().length + " values for " + steps.size() + " steps");
            }
        }
    }

    public static PlotData empty() {
        return new PlotData("", List.of(), List.of(), Double.NaN, Double.NaN, Double.NaN);
    }

    /** Lower end of the scale. */
    double low() {
        return Double.isNaN(from) ? end(-1) : from;
    }

    /** Upper end of the scale, above the lower one. */
    double high() {
        double high = Double.isNaN(to) ? end(1) : to;
        return high > low() ? high : low() + 1;
    }

    private double end(int side) {
        double found = Double.isNaN(reference) ? Double.NEGATIVE_INFINITY : side * reference;
        for (Line line : lines) {
            for (double value : line.values()) {
                found = Double.isFinite(value) ? Math.max(found, side * value) : found;
            }
        }
        return Double.isInfinite(found) ? 0 : side * found;
    }
}
