package dev.interestlens.explain.picture;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.store.EnumNames;
import java.util.List;
import java.util.Objects;

/**
 * One axis of a picture: its kind and the name of each place.
 *
 * @param name of the side, in words
 */
public record Axis(AxisKind kind, List<Text> labels, Text name) {
    public Axis {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        labels = List.copyOf(labels);
    }

    /** Whether its first places are the behaviours of the history. */
    public boolean isHistory() {
        return kind == AxisKind.HISTORY || kind == AxisKind.KEY;
    }

    public int size() {
        return labels.size();
    }

    /** Named after its kind. */
    public Axis(AxisKind kind, List<Text> labels) {
        this(kind, labels, Wording.of("axis." + EnumNames.lower(kind)));
    }
}
