package dev.interestlens.foreign;

import dev.interestlens.foreign.mapping.Mapping.Attention;
import dev.interestlens.foreign.onnx.Variant;
import dev.interestlens.model.Intervention;
import dev.interestlens.store.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The attention of a model as arrays that can be read and replaced. For all axes, an array is treated as consecutive rows of weights over positions,
 * the same number of rows for each sample.
 */
final class Weights {
    private final Scoring scoring;
    private final List<Attention> attention;
    private final List<String> tensors;
    private final Variant seen;
    private final Variant cut;

    Weights(Scoring scoring, List<Attention> attention) {
        this.scoring = scoring;
        this.attention = attention;
        tensors = attention.stream().map(Attention::tensor).toList();
        String logit = scoring.feed().mapping().output().logit();
        List<String> outputs = new ArrayList<>(tensors);
        outputs.add(logit);
        seen = Variant.seeing(outputs);
        cut = Variant.seeing(List.of(logit)).cutting(cuts(attention));
    }

    static List<Variant.Cut> cuts(List<Attention> attention) {
        return attention.stream()
                .map(each -> new Variant.Cut(each.tensor(), each.axes().size()))
                .toList();
    }

    /** The attention of rows that fit one batch, and the logit. */
    Map<String, Tensor> arrays(List<Row> rows) {
        return arrays(rows, List.of());
    }

    /** The same with further arrays inside the model. */
    Map<String, Tensor> arrays(List<Row> rows, List<String> more) {
        List<String> outputs = new ArrayList<>(seen.outputs());
        outputs.addAll(more);
        return scoring.run(rows, more.isEmpty() ? seen : Variant.seeing(outputs), Map.of(), outputs);
    }

    /** Logits of the same rows with replaced attention. */
    float[] logits(List<Row> rows, Map<String, Tensor> given) {
        return scoring.logits(rows, cut, given);
    }

    /** The arrays with something changed in each row. */
    Map<String, Tensor> changed(Map<String, Tensor> arrays, List<Row> rows, Function<Row, Intervention> change) {
        Map<String, Tensor> given = new LinkedHashMap<>();
        for (int layer = 0; layer < attention.size(); layer++) {
            Attention each = attention.get(layer);
            Tensor array = arrays.get(each.tensor());
            float[] values = array.floats();
            int samples = samples(array, each, rows);
            int size = values.length / samples;
            int keys = keys(array, each);
            for (int b = 0; b < samples; b++) {
                Row row = rows.get(Math.min(b, rows.size() - 1));
                apply(change.apply(row), layer, each, row, values, b * size, size, keys);
            }
            given.put(each.tensor(), Tensor.of(values, array.shape()));
        }
        return given;
    }

    /** Behaviours may have another order in the array: they are reordered, changed, and put back. */
    private void apply(
            Intervention change, int layer, Attention each, Row row, float[] values, int at, int size, int keys) {
        int[] places = scoring.feed().places().of(row, scoring.length(List.of(row)));
        int n = places.length;
        int rowsOfSample = size / keys;
        int heads = heads(each, rowsOfSample, keys);
        int rest = keys;
        float[] ordered = new float[rowsOfSample * (n + rest)];
        for (int r = 0; r < rowsOfSample; r++) {
            System.arraycopy(values, at + r * keys, ordered, r * (n + rest) + n, rest);
            for (int j = 0; j < n; j++) {
                if (places[j] >= 0) {
                    ordered[r * (n + rest) + j] = values[at + r * keys + places[j]];
                }
            }
        }
        change.apply(layer, heads, each.betweenPositions() || each.byCandidate(), ordered, n + rest, 0, n);
        for (int r = 0; r < rowsOfSample; r++) {
            System.arraycopy(ordered, r * (n + rest) + n, values, at + r * keys, rest);
            for (int j = 0; j < n; j++) {
                if (places[j] >= 0) {
                    values[at + r * keys + places[j]] = ordered[r * (n + rest) + j];
                }
            }
        }
    }

    private static int heads(Attention each, int rowsOfSample, int keys) {
        if (each.betweenPositions()) {
            return Math.max(1, rowsOfSample / keys);
        }
        return each.axes().contains("head") || each.axes().contains("sample*head") ? rowsOfSample : 1;
    }

    private static int samples(Tensor array, Attention each, List<Row> rows) {
        return each.axes().get(0).equals("sample") ? (int) array.shape()[0] : rows.size();
    }

    static int keys(Tensor array, Attention each) {
        long[] shape = array.shape();
        return (int)
                (each.axes().get(each.axes().size() - 1).equals("1")
                        ? shape[shape.length - 2]
                        : shape[shape.length - 1]);
    }

    /** The arrays with the row of one position set to zero. */
    Map<String, Tensor> withoutQuery(Map<String, Tensor> arrays, List<Row> rows, int query) {
        Attention each = attention.get(0);
        Tensor array = arrays.get(each.tensor());
        float[] values = array.floats();
        int keys = keys(array, each);
        int queries = (int) array.shape()[array.shape().length - 2];
        for (int r = 0; r < values.length / keys; r++) {
            if (r % queries == query) {
                Arrays.fill(values, r * keys, (r + 1) * keys, 0);
            }
        }
        return Map.of(each.tensor(), Tensor.of(values, array.shape()));
    }

    /** The share of the weights on padding. */
    double paddingShare(Map<String, Tensor> arrays, List<Row> rows) {
        double onPadding = 0;
        double all = 0;
        for (Attention each : attention) {
            Tensor array = arrays.get(each.tensor());
            float[] values = array.floats();
            int samples = samples(array, each, rows);
            int size = values.length / samples;
            int keys = keys(array, each);
            int length = scoring.length(rows);
            for (int b = 0; b < Math.min(samples, rows.size()); b++) {
                boolean[] real = new boolean[keys];
                for (int place : scoring.feed().places().of(rows.get(b), length)) {
                    if (place >= 0) {
                        real[place] = true;
                    }
                }
                for (int i = 0; i < size; i++) {
                    int key = i % keys;
                    int query = i / keys % keys;
                    boolean asks = !each.betweenPositions() || query >= length || real[Math.min(query, keys - 1)];
                    if (key < length && asks) {
                        double weight = Math.abs(values[b * size + i]);
                        all += weight;
                        onPadding += real[key] ? 0 : weight;
                    }
                }
            }
        }
        return all == 0 ? 0 : onPadding / all;
    }
}
