package dev.interestlens.explain.picture;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.data.GridData;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

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

    @Override
    public GridData data() {
        return new GridData(
                numbered("grid.layer", layers),
                numbered("grid.head", heads),
                cells.stream().map(HeatMatrix::data).toList());
    }

    private static List<Text> numbered(String key, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Wording.of(key, Map.of("number", Text.same(String.valueOf(number)))))
                .toList();
    }
}
