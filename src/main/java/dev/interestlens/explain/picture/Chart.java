package dev.interestlens.explain.picture;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.data.FigureData;
import java.util.Objects;

/** A picture whose data say all that is drawn: bars, lines, paths, intervals. */
public record Chart(String name, Text title, FigureData data, Text note) implements Picture {
    public Chart {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(data);
        Objects.requireNonNull(note);
    }
}
