package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import java.util.List;
import java.util.Locale;

/**
 * Lines over the places of an ordered axis.
 *
 * @param title of the plot
 * @param steps a label for each place
 * @param lines the lines
 * @param reference value of a dashed horizontal line; NaN for none
 * @param from least value of the scale; NaN for that of the lines
 * @param to greatest value of the scale; NaN for that of the lines
 */
public record PlotData(
        Phrase title, List<? extends Phrase> steps, List<Line> lines, double reference, double from, double to)
        implements FigureData {

    /** One line with a value for each place; NaN leaves a gap. */
    public record Line(Phrase name, double[] values) {
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
        return new PlotData(Phrase.EMPTY, List.of(), List.of(), Double.NaN, Double.NaN, Double.NaN);
    }

    /** A line a place. */
    @Override
    public NumberTable numbers(Locale language) {
        return NumberTable.of(
                language,
                Phrase.EMPTY,
                steps,
                lines.stream().map(Line::name).toList(),
                lines.stream().map(Line::values).toList());
    }

    /** Lower end of the scale. */
    public double low() {
        return Double.isNaN(from) ? end(-1) : from;
    }

    /** Upper end of the scale, above the lower one. */
    public double high() {
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
