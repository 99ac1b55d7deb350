package dev.interestlens.foreign;

import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Empty;
import dev.interestlens.foreign.mapping.Mapping.Kind;
import dev.interestlens.foreign.mapping.Mapping.Removal;
import dev.interestlens.foreign.mapping.Mapping.Scale;
import dev.interestlens.foreign.onnx.GraphHost;
import dev.interestlens.foreign.onnx.Variant;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores rows with a host, in batches that it accepts: of one length where inputs are shortened, of a fixed size where the graph requires it, never
 * of only empty histories where that crashes.
 */
final class Scoring {
    /** Rows in a batch: the arrays of attention then fit the processor's cache. */
    private static final int ROWS = 64;

    private final GraphHost host;
    private final Feed feed;
    private final Mapping mapping;
    private final int places;

    Scoring(GraphHost host, Feed feed) {
        this(host, feed, 0);
    }

    private Scoring(GraphHost host, Feed feed, int places) {
        this.host = host;
        this.feed = feed;
        this.places = places;
        mapping = feed.mapping();
    }

    /** The same with that many positions, regardless of the mapping. */
    Scoring at(int length) {
        return new Scoring(host, feed, length);
    }

    GraphHost host() {
        return host;
    }

    Feed feed() {
        return feed;
    }

    /** Number of positions for some rows. */
    int length(List<Row> rows) {
        if (places > 0) {
            return places;
        }
        return mapping.removal() == Removal.SHORTEN
                ? feed.places().needed(rows)
                : mapping.length().most();
    }

    /** One logit a row. */
    float[] logits(List<Row> rows) {
        return logits(rows, logitVariant());
    }

    /** The model with the logit as an output. */
    Variant logitVariant() {
        return Variant.seeing(List.of(mapping.output().logit()));
    }

    /** The same for a variant with the logit as an output. */
    float[] logits(List<Row> rows, Variant variant) {
        return logits(rows, variant, Map.of());
    }

    /** The same with given arrays, for rows that fit one batch. */
    float[] logits(List<Row> rows, Variant variant, Map<String, Tensor> given) {
        float[] logits = new float[rows.size()];
        for (int[] some : pieces(rows)) {
            List<Row> piece = Arrays.stream(some).mapToObj(rows::get).toList();
            float[] part = mapping.output().kind() == Kind.CATALOGUE
                    ? ofCatalogue(piece, variant, given)
                    : ofBatch(piece, variant, given);
            for (int i = 0; i < some.length; i++) {
                logits[some[i]] = part[i];
            }
        }
        return logits;
    }

    /** Divides rows into batches. */
    List<int[]> pieces(List<Row> rows) {
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (mapping.empty() == Empty.REFUSED && rows.get(i).count() == 0) {
                throw Problem.badInput(
                                Scoring.class, "emptyHistory", host.file().path())
                        .exception();
            }
            int key = mapping.removal() == Removal.SHORTEN ? feed.places().needed(List.of(rows.get(i))) : 0;
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        int most = mapping.batch() > 0 ? mapping.batch() : ROWS;
        List<int[]> pieces = new ArrayList<>();
        for (List<Integer> group : groups.values()) {
            for (int from = 0; from < group.size(); from += most) {
                pieces.add(group.subList(from, Math.min(group.size(), from + most)).stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
            }
        }
        return pieces;
    }

    private float[] ofBatch(List<Row> rows, Variant variant, Map<String, Tensor> given) {
        Map<String, Tensor> results =
                run(rows, variant, given, List.of(mapping.output().logit()));
        double[] all = TypedArrays.doubles(results.get(mapping.output().logit()));
        int each = all.length / padded(rows).size();
        return ArrayFill.floats(rows.size(), b -> logit(all[b * Math.max(1, each)]));
    }

    /** Candidates of one request are columns of one row. */
    private float[] ofCatalogue(List<Row> rows, Variant variant, Map<String, Tensor> given) {
        List<Row> first = new ArrayList<>();
        int[] of = new int[rows.size()];
        for (int b = 0; b < of.length; b++) {
            if (b == 0 || !given.isEmpty() || !rows.get(b).sameRequest(rows.get(b - 1))) {
                first.add(rows.get(b));
            }
            of[b] = first.size() - 1;
        }
        Tensor all = run(
                        given.isEmpty() ? first : rows,
                        variant,
                        given,
                        List.of(mapping.output().logit()))
                .get(mapping.output().logit());
        long items = all.shape()[all.shape().length - 1];
        float[] logits = new float[rows.size()];
        for (int b = 0; b < logits.length; b++) {
            long at = of[b] * items + feed.column(rows.get(b));
            logits[b] = (float) logit(all.slice(at, 1).getFloat(0));
        }
        return logits;
    }

    private double logit(double value) {
        boolean probability = mapping.output().scale() == Scale.PROBABILITY
                && mapping.output().logit().equals(mapping.output().name());
        return probability ? Math.log(value / (1 - value)) : value;
    }

    /** With added samples where a batch needs them. */
    private List<Row> padded(List<Row> rows) {
        List<Row> all = new ArrayList<>(rows);
        if (mapping.empty() == Empty.BESIDE && rows.stream().allMatch(row -> row.count() == 0)) {
            all.add(companion(rows.get(0)));
        }
        while (mapping.batch() > 0 && all.size() < mapping.batch()) {
            all.add(all.get(all.size() - 1));
        }
        return all;
    }

    /** The candidate with itself as history: any history will do. */
    private Row companion(Row empty) {
        return empty.read() != null && empty.length() > 0
                ? new Row(empty.raw(), empty.sample(), null)
                : new Row(Companions.after(empty), 0, null);
    }

    /**
     * Arrays of rows that fit one batch; the first axis may have added samples behind them.
     *
     * @param given arrays inside the model that are replaced
     */
    Map<String, Tensor> run(List<Row> rows, Variant variant, Map<String, Tensor> given, List<String> outputs) {
        List<Row> all = padded(rows);
        Map<String, Tensor> inputs = feed.arrays(all, length(all));
        inputs.putAll(given);
        return host.run(variant, inputs, outputs, Feed.words(rows));
    }
}
