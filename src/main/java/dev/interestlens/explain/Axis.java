package dev.interestlens.explain;

import dev.interestlens.nn.AxisKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** One side of a picture: what it runs over and the name of each place. */
public record Axis(AxisKind kind, List<Text> labels) {
    public Axis {
        Objects.requireNonNull(kind);
        labels = List.copyOf(labels);
    }

    public int size() {
        return labels.size();
    }

    /** What it runs over, in words. */
    public Text name() {
        return Wording.of("axis." + kind.name().toLowerCase(Locale.ROOT));
    }
}
