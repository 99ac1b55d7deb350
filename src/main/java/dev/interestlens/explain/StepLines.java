package dev.interestlens.explain;

import java.util.List;
import java.util.Objects;

/**
 * Numbers along the history, a line each.
 *
 * @param steps the behaviours, oldest first
 * @param lines what is drawn
 * @param reference a value worth a line across, NaN for none
 * @param from least value of the scale, NaN where the lines decide
 * @param to greatest value of the scale, NaN where the lines decide
 */
public record StepLines(
        String name, Text title, Axis steps, List<Line> lines, double reference, double from, double to, Text note)
        implements Picture {

    /** One line, a value a step; NaN leaves a gap. */
    public record Line(Text name, double[] values) {
        public Line {
            Objects.requireNonNull(name);
            values = values.clone();
        }
    }

    public StepLines {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(note);
        lines = List.copyOf(lines);
        int size = steps.size();
        if (lines.stream().anyMatch(line -> line.values().length != size)) {
            throw new IllegalArgumentException(name + ": a line that has not " + size + " values");
        }
    }
}
