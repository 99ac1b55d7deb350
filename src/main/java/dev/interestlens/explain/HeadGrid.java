package dev.interestlens.explain;

import java.util.List;
import java.util.Objects;

/**
 * The attention of every head, small: layers from top to bottom, heads from left to right. All share one scale.
 *
 * @param cells layer by layer, layers · heads of them
 */
public record HeadGrid(String name, Text title, int layers, int heads, List<HeatMatrix> cells, Text note)
        implements Picture {
    public HeadGrid {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(note);
        cells = List.copyOf(cells);
        if (cells.size() != layers * heads) {
            throw new IllegalArgumentException(cells.size() + " cells for " + layers + " layers of " + heads);
        }
    }

    public HeatMatrix cell(int layer, int head) {
        return cells.get(layer * heads + head);
    }
}
