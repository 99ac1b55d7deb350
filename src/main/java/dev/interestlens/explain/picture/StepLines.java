package dev.interestlens.explain.picture;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.data.PlotData;
import dev.interestlens.figure.paint.LinesPainter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Numbers along the history, each as a line.
 *
 * @param steps the behaviours, oldest first
 * @param lines what is drawn
 * @param reference value of a horizontal line, NaN for none
 * @param from smallest value of the scale, NaN for that of the lines
 * @param to largest value of the scale, NaN for that of the lines
 */
public record StepLines(
        String name, Text title, Axis steps, List<Line> lines, double reference, double from, double to, Text note)
        implements Picture {

    /** One line with a value for each step; NaN leaves a gap. */
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

    /** The same as the data of a picture. */
    public PlotData data() {
        return new PlotData(
                title,
                steps.labels(),
                lines.stream()
                        .map(line -> new PlotData.Line(line.name(), line.values()))
                        .toList(),
                reference,
                from,
                to);
    }

    @Override
    public Drawing drawing() {
        return new LinesPainter(data());
    }

    @Override
    public NumberTable numbers(Locale language) {
        return data().numbers(language);
    }
}
