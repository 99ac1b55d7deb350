package dev.interestlens.explain;

import java.util.List;
import java.util.Objects;

/**
 * One view into a model.
 *
 * @param name stable, for programs: {@code gates}, {@code heads}
 * @param title for people, a word or two
 * @param pictures what can be seen there: matrices take turns, lines stand below each other
 * @param firstRows how many rows of a matrix are shown until all are asked for; 0 for all
 */
public record Panel(String name, Text title, List<Picture> pictures, int firstRows) {
    public Panel {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        pictures = List.copyOf(pictures);
    }
}
