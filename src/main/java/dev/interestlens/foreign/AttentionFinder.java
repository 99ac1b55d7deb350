package dev.interestlens.foreign;

import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Attention;
import dev.interestlens.foreign.mapping.Mapping.Read;
import dev.interestlens.foreign.onnx.GraphFile.Node;
import dev.interestlens.foreign.onnx.Probed;
import dev.interestlens.model.Intervention;
import dev.interestlens.store.Components;
import dev.interestlens.store.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds attention weights inside a model. Candidates are arrays from a softmax over the positions of the history, or factors of a sum over them. Each
 * is then replaced by other values: if that cannot change the logit, it is not attention.
 */
final class AttentionFinder {
    private static final double MOVES = 1e-6;
    private static final int STEPS = 8;
    private static final int MAX_LAYERS = 16;
    private static final Set<String> PASSES = Set.of(
            "Unsqueeze",
            "Squeeze",
            "Reshape",
            "Transpose",
            "Identity",
            "Expand",
            "Cast",
            "Slice",
            "Gather",
            "Where",
            "Dropout",
            "Mul",
            "Div");

    private final Scoring scoring;
    private final List<Row> rows;
    private final int places;
    private final int samples;
    private final List<Node> nodes;
    private final Map<String, Node> producers = new HashMap<>();
    private final Map<String, List<Node>> users = new HashMap<>();
    private Map<String, Probed> probed = Map.of();

    /** @param rows whose histories are shorter than the input */
    AttentionFinder(Scoring scoring, List<Row> rows) {
        this.scoring = scoring;
        this.rows = rows;
        places = scoring.length(rows);
        samples = rows.size();
        nodes = scoring.host().file().nodes();
        for (Node node : nodes) {
            node.outputs().forEach(output -> producers.put(output, node));
            node.inputs().forEach(input -> users.computeIfAbsent(input, name -> new ArrayList<>())
                    .add(node));
        }
    }

    /** The first layer first; empty where there is none. */
    List<Attention> find() {
        Map<String, Probed> all = new HashMap<>();
        scoring.host()
                .probe(scoring.feed().arrays(rows, places), Feed.words(rows))
                .forEach(each -> all.put(each.name(), each));
        probed = all;
        List<Attention> found = new ArrayList<>();
        for (Attention candidate : candidates()) {
            tried(candidate).ifPresent(found::add);
        }
        return withRead(found);
    }

    private List<Attention> candidates() {
        Map<String, Attention> found = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (node.operation().equals("Softmax")) {
                String tensor = node.outputs().get(0);
                Optional<List<String>> axes = axes(probed.get(tensor));
                axes.ifPresent(list -> found.put(tensor, attention(tensor, "softmax", list)));
            }
        }
        Set<String> soft = new TreeSet<>(found.keySet());
        for (Node node : nodes) {
            factor(node, soft).ifPresent(tensor -> axes(probed.get(tensor))
                    .ifPresent(list -> found.putIfAbsent(tensor, attention(tensor, "weight", list))));
        }
        return found.values().stream().limit(MAX_LAYERS).toList();
    }

    private Attention attention(String tensor, String kind, List<String> axes) {
        String pooled = axes.contains("query") ? null : pooled(tensor);
        return new Attention(tensor, kind, axes, null, null, null, null, pooled);
    }

    /** The weights of a weighted sum over the history, unless they come from a softmax or are a mask. */
    private Optional<String> factor(Node node, Set<String> soft) {
        if (!Set.of("Mul", "MatMul", "Einsum").contains(node.operation())
                || node.inputs().size() != 2) {
            return Optional.empty();
        }
        for (int a = 0; a < 2; a++) {
            Probed weight = probed.get(node.inputs().get(a));
            Probed history = probed.get(node.inputs().get(1 - a));
            boolean both = weight != null && history != null && weight.real() && history.real() && !weight.mask();
            if (both && weighs(node, a, weight, history)) {
                String root = root(weight.name(), soft);
                return soft.contains(root) ? Optional.empty() : Optional.of(weight.name());
            }
        }
        return Optional.empty();
    }

    private boolean weighs(Node node, int place, Probed weight, Probed history) {
        if (history.rank() != 3 || history.extent(0) != samples || !isPlaces(history.extent(1))) {
            return false;
        }
        long length = history.extent(1);
        return switch (node.operation()) {
            case "MatMul" ->
                place == 0
                        && weight.rank() == 3
                        && weight.extent(0) == samples
                        && weight.extent(1) == 1
                        && weight.extent(2) == length
                        && history.extent(2) != length;
            case "Einsum" -> weight.rank() == 2 && weight.extent(0) == samples && weight.extent(1) == length;
            default ->
                weight.rank() == 3
                        && weight.extent(0) == samples
                        && weight.extent(1) == length
                        && weight.extent(2) == 1
                        && history.extent(2) > 1
                        && users.getOrDefault(node.outputs().get(0), List.of()).stream()
                                .anyMatch(user -> user.operation().equals("ReduceSum"));
        };
    }

    private boolean isPlaces(long extent) {
        return extent == places || extent == places + 1L;
    }

    /** The output of the softmax from which an array comes through operations that keep its numbers. */
    private String root(String tensor, Set<String> soft) {
        String at = tensor;
        for (int i = 0; i < STEPS && !soft.contains(at); i++) {
            Node node = producers.get(at);
            if (node == null || !PASSES.contains(node.operation())) {
                return at;
            }
            int place = node.operation().equals("Where")
                            && producers.containsKey(node.inputs().get(1))
                    ? 1
                    : 0;
            at = node.inputs().get(place);
        }
        return at;
    }

    /** The weighted sum of the behaviours, (B, ·); null where none was found. */
    private String pooled(String tensor) {
        List<String> layer = List.of(tensor);
        for (int i = 0; i < STEPS; i++) {
            List<String> next = new ArrayList<>();
            for (String each : layer) {
                for (Node node : users.getOrDefault(each, List.of())) {
                    Probed output = probed.get(node.outputs().get(0));
                    boolean sums = Set.of("MatMul", "ReduceSum", "Einsum").contains(node.operation());
                    if (sums && output != null && isVector(output)) {
                        return output.name();
                    }
                    if (PASSES.contains(node.operation()) || node.operation().equals("MatMul")) {
                        next.add(node.outputs().get(0));
                    }
                }
            }
            layer = next;
        }
        return null;
    }

    private boolean isVector(Probed output) {
        long wide = output.rank() == 0 ? 0 : output.extent(-1);
        boolean flat = output.rank() == 2 || output.rank() == 3 && output.extent(1) == 1;
        return flat && output.real() && output.extent(0) == samples && wide > 1 && !isPlaces(wide);
    }

    /** The meaning of an array's axes; empty where none is over the positions of the history. */
    private Optional<List<String>> axes(Probed array) {
        if (array == null || !array.real() || array.rank() < 2) {
            return Optional.empty();
        }
        int rank = array.rank();
        boolean column = rank == 3 && array.extent(-1) == 1 && isPlaces(array.extent(-2));
        if (column) {
            return array.extent(0) == samples
                    ? Optional.of(List.of("sample", keys(array.extent(-2)), "1"))
                    : Optional.empty();
        }
        if (!isPlaces(array.extent(-1))) {
            return Optional.empty();
        }
        String keys = keys(array.extent(-1));
        boolean own = array.extent(0) == samples;
        boolean several = !own && array.extent(0) % samples == 0;
        return switch (rank) {
            case 2 ->
                own
                        ? Optional.of(List.of("sample", keys))
                        : several ? Optional.of(List.of("sample*head", keys)) : Optional.empty();
            case 3 ->
                own
                        ? Optional.of(List.of("sample", rows(array.extent(1), "head"), keys))
                        : several
                                ? Optional.of(List.of("sample*head", rows(array.extent(1), "1"), keys))
                                : Optional.empty();
            case 4 -> own ? Optional.of(List.of("sample", "head", rows(array.extent(2), "1"), keys)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private String keys(long extent) {
        return extent == places ? "history" : "history+candidate";
    }

    private String rows(long extent, String otherwise) {
        return isPlaces(extent) ? "query" : extent == 1 ? "1" : otherwise;
    }

    /** The attention with its effect on the logit when it is replaced; empty where there is none. */
    private Optional<Attention> tried(Attention attention) {
        Weights weights = new Weights(scoring, List.of(attention));
        float[] own = scoring.logits(rows);
        Map<String, Tensor> arrays = weights.arrays(rows);
        float[] none = weights.logits(rows, weights.changed(arrays, rows, row -> Intervention.zero(row.length())));
        if (difference(own, none) <= MOVES) {
            return Optional.empty();
        }
        float[] even = weights.logits(rows, weights.changed(arrays, rows, row -> Intervention.even(row.length())));
        return Optional.of(new Attention(
                attention.tensor(),
                attention.kind(),
                attention.axes(),
                null,
                fields(attention, arrays),
                weights.paddingShare(arrays, rows),
                difference(own, even),
                attention.pooled()));
    }

    static double difference(float[] a, float[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            double apart = Math.abs(a[i] - (double) b[i]);
            most = Double.isNaN(apart) ? Double.POSITIVE_INFINITY : Math.max(most, apart);
        }
        return most;
    }

    /** Fields whose ids change the attention. */
    private List<String> fields(Attention attention, Map<String, Tensor> before) {
        List<String> moving = new ArrayList<>();
        for (String field : scoring.feed().mapping().vocabularies().keySet()) {
            long[] numbers = scoring.feed().numbers(field);
            if (numbers == null || field.equals(Mapping.USER)) {
                continue;
            }
            long[] others = numbers.clone();
            for (int i = 0; i < others.length; i++) {
                others[i] = numbers[i] < 0 ? numbers[i] : numbers[(i + numbers.length / 2) % numbers.length];
                others[i] = others[i] < 0 ? numbers[i] : others[i];
            }
            Scoring other = new Scoring(scoring.host(), scoring.feed().with(field, others));
            Tensor now = new Weights(other, List.of(attention)).arrays(rows).get(attention.tensor());
            if (difference(before.get(attention.tensor()).floats(), now.floats()) > MOVES) {
                moving.add(field);
            }
        }
        return moving;
    }

    /** Adds which rows of the last self-attention layer are read. */
    private List<Attention> withRead(List<Attention> found) {
        List<Attention> layers =
                found.stream().filter(Attention::betweenPositions).toList();
        if (layers.isEmpty()) {
            return found;
        }
        Attention last = layers.get(layers.size() - 1);
        Read read = read(last);
        return found.stream()
                .map(each -> each.betweenPositions() ? Components.of(each).with("read", read) : each)
                .toList();
    }

    private Read read(Attention last) {
        Weights weights = new Weights(scoring, List.of(last));
        List<Row> few = rows.subList(0, Math.min(5, rows.size()));
        List<Row> some = scoring.feed().mapping().batch() > 0 ? rows : few;
        Map<String, Tensor> arrays = weights.arrays(some);
        float[] own = scoring.logits(some);
        int queries = last.withCandidate() ? places + 1 : places;
        Set<Integer> read = new TreeSet<>();
        for (int q = 0; q < queries && read.size() <= 2; q++) {
            float[] without = weights.logits(some, weights.withoutQuery(arrays, some, q));
            if (difference(own, without) > MOVES / 10) {
                read.add(q);
            }
        }
        if (read.size() != 1) {
            return Read.MEAN;
        }
        int only = read.iterator().next();
        if (last.withCandidate() && only == places) {
            return Read.CANDIDATE;
        }
        return only == places - 1 ? Read.LAST : Read.LAST_REAL;
    }
}
