package dev.interestlens.explain.effect;

import dev.interestlens.explain.words.Text;
import java.util.List;
import java.util.Objects;

/**
 * Behaviours of one history that belong together.
 *
 * @param positions ascending, one at least
 */
public record Group(Kind kind, Text name, List<Integer> positions) {
    /** What holds a group together. */
    public enum Kind {
        /** All items of a category. An item of several belongs to several groups. */
        CATEGORY,
        /** What was touched in one go: less than an hour from one to the next. */
        SESSION,
        /** What attentions that look alike look at, in this sample. */
        LANE,
        /** Chosen by hand. */
        SELECTION
    }

    public Group {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        positions = positions.stream().sorted().distinct().toList();
        if (positions.isEmpty()) {
            throw new IllegalArgumentException(name.en() + ": a group of nothing");
        }
    }

    public int size() {
        return positions.size();
    }
}
