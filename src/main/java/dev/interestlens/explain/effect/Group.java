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
    /** Kinds of groups. */
    public enum Kind {
        /** All items of a category. An item of several belongs to several groups. */
        CATEGORY,
        /** A session: less than an hour from one behaviour to the next. */
        SESSION,
        /** Behaviours with the largest weight in similar attentions of this sample. */
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
