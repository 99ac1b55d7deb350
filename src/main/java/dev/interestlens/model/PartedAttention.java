package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Ops;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * An attention whose raw score of a behaviour, before the softmax, is a function of parts: a row of numbers for each. Whoever replaces a part takes its
 * row from another behaviour. M behaviours, N rows of which each part may come from any of them, A scores side by side.
 *
 * @param layer from 0
 * @param head of the first score, from 0
 * @param inputs the parts that it reads, one row each for every position of the batch
 * @param scores of the first sample's candidate: (N, width) of each input, in their order -> (N, A)
 */
public record PartedAttention(int layer, int head, List<Input> inputs, Function<List<NDArray>, NDArray> scores) {
    private static final int MAX_FIELDS = 4;

    /** A part: (M, width). */
    public record Input(ScorePart part, NDArray rows) {}

    public PartedAttention {
        inputs = List.copyOf(inputs);
    }

    /** The fields of the behaviours' items, whose rows side by side are the items' embeddings; of many the last ones together. */
    static List<Input> fields(NDArray history, List<String> names, List<Integer> widths) {
        List<Input> inputs = new ArrayList<>();
        long from = 0;
        for (int f = 0; f < names.size(); f++) {
            boolean rest = names.size() > MAX_FIELDS && f == MAX_FIELDS - 1;
            long to = rest ? history.getShape().get(1) : from + widths.get(f);
            ScorePart part = rest ? ScorePart.of(ScorePart.Kind.REST) : ScorePart.field(names.get(f));
            inputs.add(new Input(part, Ops.slice(history, 1, from, to)));
            if (rest) {
                break;
            }
            from = to;
        }
        return inputs;
    }

    /** Rows of the fields side by side: (N, W). */
    public static NDArray joined(List<NDArray> rows, int fields) {
        return fields == 1 ? rows.get(0) : Ops.concat(1, rows.subList(0, fields).toArray(new NDArray[0]));
    }

    /** The sum of some inputs, or null where there are none. */
    public static NDArray sum(List<NDArray> rows) {
        return rows.stream().reduce(Ops::add).orElse(null);
    }
}
