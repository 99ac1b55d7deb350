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
