package dev.interestlens.model;

import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.model.GraphInput.Source;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Graph.Type;
import dev.interestlens.nn.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@link Features} as part of a graph: ids and numbers come in, embeddings go on. A behaviour can be read where its item's id is not 0. With literal
 * padding histories are filled up to their full length, since it counts there. An empty batch is computed as one sample of zeros, and empty
 * histories as one position of padding, because runtimes refuse or crash on arrays without an element. B samples, L positions, K values of a field, W width of an item.
 */
public final class GraphFeatures {
    public static final String BATCH = "batch";
    public static final String LENGTH = "length";

    private final Graph graph;
    private final ModelInput input;
    private final boolean itemOnly;
    private final boolean literal;
    private final List<GraphInput> inputs = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Value given;
    private final Value historyIds;
    private final Value candidateIds;
    private final Value mask;
    private final Value history;
    private final Value candidate;
    private final Value profile;

    /**
     * @param itemOnly whether further item fields are left out
     * @param literal whether padding is an ordinary row, as in the reference code
     */
    public GraphFeatures(Graph graph, ModelInput input, boolean itemOnly, boolean literal) {
        this.graph = graph;
        this.input = input;
        this.itemOnly = itemOnly;
        this.literal = literal;
        Schema schema = input.schema();
        List<Field> fields = schema.categoricalItemFields()
                .subList(0, itemOnly ? 1 : schema.categoricalItemFields().size());
        List<Value> ofHistory = new ArrayList<>();
        List<Value> ofCandidate = new ArrayList<>();
        Value firstHistory = null;
        Value firstCandidate = null;
        for (int f = 0; f < fields.size(); f++) {
            Value behaviours = ids("history_", Source.HISTORY, f, fields.get(f));
            Value candidates = ids("candidate_", Source.CANDIDATE, f, fields.get(f));
            firstHistory = f == 0 ? behaviours : firstHistory;
            firstCandidate = f == 0 ? candidates : firstCandidate;
            String table = Embeddings.tableName(f, fields.get(f));
            ofHistory.add(embed(table, behaviours, fields.get(f)));
            ofCandidate.add(embed(table, candidates, fields.get(f)));
        }
        historyIds = firstHistory;
        candidateIds = firstCandidate;
        if (!itemOnly && schema.numericItemFields() > 0) {
            ofHistory.add(numbers("history_numbers", Source.HISTORY_NUMBERS, schema.numericItemFields()));
            ofCandidate.add(numbers("candidate_numbers", Source.CANDIDATE_NUMBERS, schema.numericItemFields()));
        }
        mask = graph.numbers(graph.clip(historyIds, 0, 1));
        history = joined(ofHistory, 2);
        candidate = joined(ofCandidate, 1);
        profile = profile(schema);
    }

    private Value profile(Schema schema) {
        List<Value> parts = new ArrayList<>();
        side(parts, "user_", Source.USER, schema.categoricalUserFields());
        if (schema.numericUserFields() > 0) {
            parts.add(numbers("user_numbers", Source.USER_NUMBERS, schema.numericUserFields()));
        }
        side(parts, "context_", Source.CONTEXT, schema.categoricalContextFields());
        if (schema.numericContextFields() > 0) {
            parts.add(numbers("context_numbers", Source.CONTEXT_NUMBERS, schema.numericContextFields()));
        }
        return parts.isEmpty() ? null : joined(parts, 1);
    }

    private void side(List<Value> parts, String prefix, Source source, List<Field> fields) {
        for (int f = 0; f < fields.size(); f++) {
            Value ids = ids(prefix, source, f, fields.get(f));
            parts.add(embed(Embeddings.sideTableName(prefix, fields.get(f)), ids, fields.get(f)));
        }
    }

    private Value joined(List<Value> parts, int axis) {
        return parts.size() == 1 ? parts.get(0) : graph.concat(axis, parts.toArray(new Value[0]));
    }

    private Value ids(String prefix, Source source, int field, Field of) {
        return add(prefix + of.name(), source, field, Type.I64, of.width() == 1 ? 0 : of.width());
    }

    private Value numbers(String name, Source source, int count) {
        return add(name, source, 0, Type.F32, count);
    }

    private Value add(String wanted, Source source, int field, Type type, int width) {
        List<String> axes = new ArrayList<>(List.of(BATCH));
        if (source.isSequence()) {
            axes.add(LENGTH);
        }
        if (width > 0) {
            axes.add(String.valueOf(width));
        }
        String name = unique(wanted.replaceAll("[^A-Za-z0-9_]", "_"));
        inputs.add(new GraphInput(name, source, field, type, axes));
        Value value = graph.input(name, type, axes.toArray(new String[0]));
        given = given == null ? value : given; // the first is a history
        Value samples = graph.orOne(value, 0);
        if (!source.isSequence()) {
            return samples;
        }
        return literal ? graph.pad(samples, input.historyLength()) : graph.orOne(samples, 1);
    }

    /** A result (B, …) for as many samples as were given. */
    Value ofSamples(Value result) {
        return graph.unlessEmpty(result, 0, given, 0);
    }

    /** A result with an axis over positions, which begins with the history, for as many positions as were given. */
    Value ofPositions(Value result, int axis) {
        return literal ? result : graph.unlessEmpty(result, axis, given, 1);
    }

    private String unique(String name) {
        String free = name;
        for (int number = 2; !names.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    /** A field of several values gives the mean of those that are there. */
    private Value embed(String table, Value ids, Field field) {
        Value rows = graph.rows(graph.weight(table), ids); // (…, width), or (…, K, width)
        if (field.width() == 1) {
            return rows;
        }
        Value real = graph.numbers(graph.clip(ids, 0, 1)); // (…, K)
        Value count = graph.floor(graph.sum(real, -1), 1); // (…)
        Value sum = graph.sum(graph.multiply(rows, graph.unsqueeze(real, real.rank())), real.rank() - 1);
        return graph.divide(sum, graph.unsqueeze(count, count.rank()));
    }

    public Graph graph() {
        return graph;
    }

    /** What the graph takes, in this order. */
    public List<GraphInput> inputs() {
        return List.copyOf(inputs);
    }

    /** (B, L, W). */
    public Value history() {
        return history;
    }

    /** (B, W). */
    public Value candidate() {
        return candidate;
    }

    /** (B, L), 1 where a behaviour can be read. */
    public Value mask() {
        return mask;
    }

    /** (B, L), each behaviour's own item id, 0 at padding. */
    public Value ids() {
        return historyIds;
    }

    /** (B), the candidate's own id. */
    public Value candidateIds() {
        return candidateIds;
    }

    /** W. */
    public int itemWidth(int itemSize, int fieldSize) {
        return Embeddings.itemWidth(input.schema(), itemSize, fieldSize, itemOnly);
    }

    /** What is given, then the profile: (B, ·) each -> (B, · + P). */
    public Value withProfile(List<Value> given) {
        List<Value> parts = new ArrayList<>(given);
        if (profile != null) {
            parts.add(profile);
        }
        return joined(parts, 1);
    }

    /** Number of each position from the oldest, (L). */
    public Value steps() {
        return graph.positions(historyIds);
    }

    /** Behaviours between each position and the candidate, plus {@code first}; below that behind the history: (B, L). */
    public Value back(int first) {
        Value lengths = graph.sum(graph.clip(historyIds, 0, 1), 1); // (B)
        Value last = graph.add(lengths, graph.constant(new long[] {first - 1L}));
        return graph.subtract(graph.unsqueeze(last, 1), steps());
    }

    /** The bucket of each position's time to the candidate, (B, L); this asks for one input more. */
    public Value timeBuckets(int buckets) {
        Value gaps = add("history_gaps", Source.GAPS, 0, Type.I64, 0);
        long[] powers = new long[buckets - 1];
        for (int i = 0; i < powers.length; i++) {
            powers[i] = 1L << i;
        }
        Value reached = graph.atLeast(graph.unsqueeze(gaps, 2), graph.constant(powers, powers.length)); // (B, L, ·)
        return graph.sum(reached, 2);
    }
}
