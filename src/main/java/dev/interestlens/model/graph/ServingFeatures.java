package dev.interestlens.model.graph;

import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.model.Features;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.model.graph.GraphInput.Source;
import dev.interestlens.model.graph.ServingForm.Carried;
import dev.interestlens.model.graph.ServingForm.Lookup;
import dev.interestlens.model.graph.ServingForm.Passed;
import dev.interestlens.model.graph.ServingForm.Takes;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Graph.Type;
import dev.interestlens.nn.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@link Features} over two graphs: histories and users go into one, candidates of one user into the other, and tensors pass between them by name.
 * What depends on the time of a request, that is its context and the time since each behaviour, goes into the second graph, so that the outputs of
 * the first can be cached. U users, L positions, N candidates, W width of an item.
 */
public final class ServingFeatures {
    /** The first axis in the first graph. */
    public static final String USERS = "users";

    /** The first axis of candidates in the second graph. */
    public static final String CANDIDATES = "candidates";

    /** The axis of a passed tensor that has a row for each behaviour. */
    public static final String LENGTH = GraphFeatures.LENGTH;

    private static final String WIDTH = "width";

    private final ModelInput input;
    private final boolean itemOnly;
    private final boolean literal;
    private final Optional<GraphInputs> lookup;
    private final List<String> rows = new ArrayList<>();
    private final GraphInputs ofUser;
    private final GraphInputs ofCandidate;
    private final GraphHistory user;
    private final Value history;
    private final Value candidate;
    private final List<Value> userProfile;
    private final List<Value> context;
    private final List<Passed> passed = new ArrayList<>();
    private final List<Carried> carried = new ArrayList<>();
    private final List<String> gives = new ArrayList<>();
    private GraphHistory kept;

    /**
     * @param itemOnly whether further item fields are left out
     * @param literal whether padding is an ordinary row, as in the reference code
     */
    public ServingFeatures(ServingGraphs graphs, ModelInput input, boolean itemOnly, boolean literal) {
        this.input = input;
        this.itemOnly = itemOnly;
        this.literal = literal;
        ofUser = new GraphInputs(graphs.user(), input, literal, source -> USERS, Set.of(LENGTH));
        ofCandidate = new GraphInputs(
                graphs.candidate(), input, literal, ServingFeatures::samples, Set.of(LENGTH, CANDIDATES));
        lookup = graphs.lookup()
                .map(graph -> new GraphInputs(
                        graph, input, literal, source -> source.isCandidate() ? CANDIDATES : USERS, Set.of()));
        Items items = items(lookup.orElse(ofUser), lookup.orElse(ofCandidate));
        user = new GraphHistory(ofUser, lookedUp("behaviour_mask", items.mask(), ofUser, USERS, LENGTH));
        history = lookedUp("behaviour_rows", items.history(), ofUser, USERS, LENGTH, WIDTH);
        candidate = lookedUp("candidate_rows", items.candidates(), ofCandidate, CANDIDATES, WIDTH);
        userProfile = ofUser.user();
        context = ofCandidate.context();
    }

    /** Embeddings of behaviours (U, L, W), with their mask (U, L), and of candidates (N, W). */
    private record Items(Value history, Value mask, Value candidates) {}

    private Items items(GraphInputs ofHistory, GraphInputs ofItems) {
        Schema schema = input.schema();
        List<Field> fields = schema.categoricalItemFields()
                .subList(0, itemOnly ? 1 : schema.categoricalItemFields().size());
        List<Value> behaviours = new ArrayList<>();
        List<Value> candidates = new ArrayList<>();
        Value mask = null;
        for (int f = 0; f < fields.size(); f++) {
            Field field = fields.get(f);
            Graph graph = ofHistory.graph();
            Value ids = ofHistory.ids("history_", Source.HISTORY, f, field);
            mask = f == 0 ? graph.numbers(graph.clip(ids, 0, 1)) : mask;
            String table = Embeddings.tableName(f, field);
            behaviours.add(ofHistory.embed(table, ids, field));
            candidates.add(ofItems.embed(table, ofItems.ids("candidate_", Source.CANDIDATE, f, field), field));
        }
        if (!itemOnly && schema.numericItemFields() > 0) {
            List<Field> numeric = schema.itemNumbers();
            Value numbers = ofHistory.numbers("history_numbers", Source.HISTORY_NUMBERS, numeric.size());
            behaviours.add(ofHistory.scaled(numbers, numeric));
            numbers = ofItems.numbers("candidate_numbers", Source.CANDIDATE_NUMBERS, numeric.size());
            candidates.add(ofItems.scaled(numbers, numeric));
        }
        return new Items(ofHistory.joined(behaviours, 2), mask, ofItems.joined(candidates, 1));
    }

    /** Embeddings, as an input of the graph that reads them where they come from another graph. */
    private Value lookedUp(String name, Value value, GraphInputs reader, String... axes) {
        if (lookup.isEmpty()) {
            return value;
        }
        lookup.get().graph().output(name, value, axes);
        rows.add(name);
        return reader.tensor(name, axes);
    }

    private static String samples(Source source) {
        return source.isCandidate() ? CANDIDATES : GraphInputs.ONE;
    }

    /** Of the first graph: (U, L, W). */
    public Value history() {
        return history;
    }

    /** Positions and mask in the first graph. */
    public GraphHistory user() {
        return user;
    }

    /** Of the second graph: (N, W). */
    public Value candidate() {
        return candidate;
    }

    /** Positions and mask in the second graph, of one user; the mask is passed from the first. */
    public GraphHistory kept() {
        if (kept == null) {
            kept = new GraphHistory(ofCandidate, pass("mask", user.mask(), LENGTH));
        }
        return kept;
    }

    /** User fields in the first graph, (U, ·), or null. */
    Value userProfile() {
        return userProfile.isEmpty() ? null : ofUser.joined(userProfile, 1);
    }

    /** Context fields in the second graph, (1, ·), or null. */
    Value context() {
        return context.isEmpty() ? null : ofCandidate.joined(context, 1);
    }

    /** W. */
    public int itemWidth(int itemSize, int fieldSize) {
        return Embeddings.itemWidth(input.schema(), itemSize, fieldSize, itemOnly);
    }

    /** Width of the user fields. */
    int userWidth(int fieldSize) {
        Schema schema = input.schema();
        return schema.categoricalUserFields().size() * fieldSize + schema.numericUserFields();
    }

    /** Width of the context fields. */
    int contextWidth(int fieldSize) {
        Schema schema = input.schema();
        return schema.categoricalContextFields().size() * fieldSize + schema.numericContextFields();
    }

    /**
     * Passes a tensor to the second graph.
     *
     * @param value in the first graph, (U, …)
     * @param axes behind the first: {@link #LENGTH}, or numbers
     * @return the same of one user in the second graph, (1, …)
     */
    public Value pass(String name, Value value, String... axes) {
        Passed one = new Passed(name, List.of(axes).stream().map(this::extent).toList());
        boolean grows = one.grows();
        Value given = ofUser.ofSamples(value);
        ofUser.graph().output(name, grows ? ofUser.ofPositions(given, 1) : given, with(USERS, one));
        passed.add(one);
        gives.add(name);
        Value taken = ofCandidate.graph().input(ofCandidate.free(name), Type.F32, with(GraphInputs.ONE, one));
        return grows ? ofCandidate.filled(taken, 1, LENGTH) : taken;
    }

    private String extent(String axis) {
        return literal && axis.equals(LENGTH) ? String.valueOf(input.historyLength()) : axis;
    }

    private static String[] with(String first, Passed tensor) {
        List<String> axes = new ArrayList<>(List.of(first));
        axes.addAll(tensor.axes());
        return axes.toArray(new String[0]);
    }

    /** The state before a history: (U, H). The state after it goes to {@link #carry}. */
    public Value before(String name, int width) {
        Graph graph = ofUser.graph();
        Value state = graph.input(ofUser.free(name + "_before"), Type.F32, USERS, String.valueOf(width));
        return graph.orOne(state, 0);
    }

    /** The state after a history, (U, H). */
    public void carry(String name, Value after, int width) {
        ofUser.graph().output(name + "_after", ofUser.ofSamples(after), USERS, String.valueOf(width));
        gives.add(name + "_after");
        carried.add(new Carried(name + "_before", name + "_after", width));
    }

    /** Ends the description: logits (N), or (1) where they are the same for all. */
    public ServingForm form(Value logits, CacheRule cache) {
        return form(logits, cache, ServingForm.ANY);
    }

    /** The same, with the best number of candidates at once. */
    public ServingForm form(Value logits, CacheRule cache, int candidatesAtOnce) {
        return new ServingForm(
                lookup.map(one -> new Lookup(new Takes(one.all(), one.names()), rows)),
                new Takes(ofUser.all(), ofUser.names()),
                new Takes(ofCandidate.all(), ofCandidate.names()),
                passed,
                carried,
                gives,
                ofCandidate.ofSamples(logits),
                cache,
                candidatesAtOnce);
    }
}
