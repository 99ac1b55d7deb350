package dev.interestlens.model.graph;

import dev.interestlens.data.Field;
import dev.interestlens.data.FieldScale;
import dev.interestlens.data.Schema;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.model.graph.GraphInput.Source;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Graph.Type;
import dev.interestlens.nn.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The inputs of a graph and what is looked up for them. An empty batch is computed as one sample of zeros, and empty histories as one position of
 * padding, because runtimes refuse or crash on arrays without an element; with literal padding histories are padded to their full length. Where an axis
 * always gets more elements of zeros, no test for an empty axis is needed, which costs a small graph several nodes per input.
 */
final class GraphInputs {
    /** The extent of an axis that holds one sample for all. */
    static final String ONE = "1";

    private static final int MAX_IDENTITIES = 1 << 13;

    private final Graph graph;
    private final ModelInput input;
    private final boolean literal;
    private final Function<Source, String> samples;
    private final Map<String, Integer> extended;
    private final List<GraphInput> inputs = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private Value firstSamples;
    private String samplesAxis;
    private Value firstSequence;

    /**
     * @param literal whether histories are padded to their full length
     * @param samples the name of the first axis, or its extent 1
     * @param extended names of axes that always get so many elements more
     */
    GraphInputs(
            Graph graph,
            ModelInput input,
            boolean literal,
            Function<Source, String> samples,
            Map<String, Integer> extended) {
        this.graph = graph;
        this.input = input;
        this.literal = literal;
        this.samples = samples;
        this.extended = extended;
    }

    Graph graph() {
        return graph;
    }

    /** Behaviours of the longest history. */
    int historyLength() {
        return input.historyLength();
    }

    /** The fields of a batch that the graph takes, in order. */
    List<GraphInput> all() {
        return List.copyOf(inputs);
    }

    /** Names of all inputs in their order. */
    List<String> names() {
        return List.copyOf(names);
    }

    Value ids(String prefix, Source source, int field, Field of) {
        return add(prefix + of.name(), source, field, Type.I64, of.width() == 1 ? 0 : of.width());
    }

    Value numbers(String name, Source source, int count) {
        return add(name, source, 0, Type.F32, count);
    }

    /** Numbers (…, fields) as a model reads them. */
    Value scaled(Value numbers, List<Field> fields) {
        if (!FieldScale.any(fields)) {
            return numbers;
        }
        Value moved = graph.subtract(numbers, graph.constant(FieldScale.middles(fields), fields.size()));
        Value sized = graph.divide(moved, graph.constant(FieldScale.units(fields), fields.size()));
        Value most = graph.scale(graph.floor(graph.scale(sized, -1), -FieldScale.MOST), -1);
        return graph.floor(most, -FieldScale.MOST);
    }

    Value add(String wanted, Source source, int field, Type type, int width) {
        List<String> axes = new ArrayList<>(List.of(samples.apply(source)));
        if (source.isSequence()) {
            axes.add(GraphFeatures.LENGTH);
        }
        if (width > 0) {
            axes.add(String.valueOf(width));
        }
        String name = free(wanted);
        inputs.add(new GraphInput(name, source, field, type, axes));
        Value value = graph.input(name, type, axes.toArray(new String[0]));
        note(value, axes);
        Value some = axes.get(0).equals(ONE) ? value : filled(value, 0, axes.get(0));
        if (!source.isSequence()) {
            return some;
        }
        return literal ? graph.pad(some, input.historyLength()) : filled(some, 1, GraphFeatures.LENGTH);
    }

    private void note(Value value, List<String> axes) {
        if (firstSamples == null && !axes.get(0).equals(ONE)) {
            firstSamples = value;
            samplesAxis = axes.get(0);
        }
        boolean sequence = axes.size() > 1 && axes.get(1).equals(GraphFeatures.LENGTH);
        firstSequence = firstSequence == null && sequence ? value : firstSequence;
    }

    /** With an element on that axis. */
    Value filled(Value value, int axis, String name) {
        Integer more = extended.get(name);
        return more == null ? graph.orOne(value, axis) : graph.andZeros(value, axis, more);
    }

    /** Numbers that another graph gave, with the names of their axes. */
    Value tensor(String name, String... axes) {
        Value value = graph.input(free(name), Type.F32, axes);
        note(value, List.of(axes));
        Value some = axes[0].equals(ONE) ? value : filled(value, 0, axes[0]);
        return axes.length > 1 && axes[1].equals(GraphFeatures.LENGTH) ? filled(some, 1, GraphFeatures.LENGTH) : some;
    }

    /** The name, with a number appended where it is taken. */
    String free(String wanted) {
        String name = wanted.replaceAll("[^A-Za-z0-9_]", "_");
        String free = name;
        for (int number = 2; !names.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    /** A result (B, …) without the sample that was added to an empty batch. */
    Value ofSamples(Value result) {
        return extended.containsKey(samplesAxis)
                ? graph.butLast(result, 0)
                : graph.unlessEmpty(result, 0, firstSamples, 0);
    }

    /**
     * A result with an axis over positions, which begins with the history, without the position that was added: to empty histories, or to all of them.
     */
    Value ofPositions(Value result, int axis) {
        if (literal) {
            return result;
        }
        return extended.containsKey(GraphFeatures.LENGTH)
                ? graph.butLast(result, axis)
                : graph.unlessEmpty(result, axis, firstSequence, 1);
    }

    /** Embeds a field; several values give their mean. */
    Value embed(String table, Value ids, Field field) {
        Value rows = graph.rows(graph.weight(table), ids); // (…, width), or (…, K, width)
        if (field.width() == 1) {
            return rows;
        }
        Value real = graph.numbers(graph.clip(ids, 0, 1)); // (…, K)
        Value count = graph.floor(graph.sum(real, -1), 1); // (…)
        Value there = graph.multiply(rows, graph.unsqueeze(real, real.rank())); // (…, K, width)
        return graph.divide(summed(there, field.width(), graph.columns(table)), graph.unsqueeze(count, count.rank()));
    }

    /**
     * The sum of some rows, (…, K, width) -> (…, width). A product with identities one above the other is done sooner than a sum over an axis within, as
     * long as they are few.
     */
    private Value summed(Value rows, int count, int width) {
        if (count * width * width > MAX_IDENTITIES) {
            return graph.sum(rows, rows.rank() - 2);
        }
        float[] identities = new float[count * width * width];
        for (int at = 0; at < count * width; at++) {
            identities[at * width + at % width] = 1;
        }
        long[] joined = new long[rows.rank() - 1]; // 0: as it is
        joined[joined.length - 1] = (long) count * width;
        return graph.matmul(graph.reshape(rows, joined), graph.constant(identities, (long) count * width, width));
    }

    /** Embeddings and numbers of user fields, (B, ·); none where there are none. */
    List<Value> user() {
        Schema schema = input.schema();
        return side("user_", Source.USER, schema.categoricalUserFields(), Source.USER_NUMBERS, schema.userNumbers());
    }

    /** Embeddings and numbers of context fields, (B, ·); none where there are none. */
    List<Value> context() {
        Schema schema = input.schema();
        return side(
                "context_",
                Source.CONTEXT,
                schema.categoricalContextFields(),
                Source.CONTEXT_NUMBERS,
                schema.contextNumbers());
    }

    /** The day of each impression, (B): days since 1970-01-01. */
    Value day() {
        return add("day", Source.DAY, 0, Type.I64, 0);
    }

    private List<Value> side(String prefix, Source source, List<Field> fields, Source ofNumbers, List<Field> numbers) {
        List<Value> parts = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            Value ids = ids(prefix, source, f, fields.get(f));
            parts.add(embed(Embeddings.sideTableName(prefix, fields.get(f)), ids, fields.get(f)));
        }
        if (!numbers.isEmpty()) {
            parts.add(scaled(numbers(prefix + "numbers", ofNumbers, numbers.size()), numbers));
        }
        return parts;
    }

    /**
     * Seconds from each position to the candidate, (B, L); this adds an input.
     *
     * @param reading what chose the positions; null where they are all
     */
    Value gaps(GraphReading reading) {
        Value all = add("history_gaps", Source.GAPS, 0, Type.I64, 0);
        return reading == null ? all : reading.chosen(all, 1);
    }

    Value joined(List<Value> parts, int axis) {
        return parts.size() == 1 ? parts.get(0) : graph.concat(axis, parts.toArray(new Value[0]));
    }
}
