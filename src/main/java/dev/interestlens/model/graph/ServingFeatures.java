package dev.interestlens.model.graph;

import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.model.Features;
import dev.interestlens.model.Reading;
import dev.interestlens.model.config.EmbeddingSizes;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.ReadingConfig;
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
import java.util.Map;
import java.util.Optional;

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
    private final Value candidateItem; // (N), where a term of the logit reads it
    private Value behaviourItems; // (1, L)
    private final List<Value> userProfile;
    private final List<Value> context;
    private final Value day; // (1), where what is popular just then is read
    private final List<Passed> passed = new ArrayList<>();
    private final List<Carried> carried = new ArrayList<>();
    private final List<String> gives = new ArrayList<>();
    private final List<Field> fields;
    private GraphHistory kept;

    /**
     * @param itemOnly whether further item fields are left out
     * @param literal whether padding is an ordinary row, as in the reference code
     */
    public ServingFeatures(ServingGraphs graphs, ModelInput input, boolean itemOnly, boolean literal) {
        this.input = input;
        this.itemOnly = itemOnly;
        this.literal = literal;
        List<Field> all = input.schema().categoricalItemFields();
        fields = all.subList(0, itemOnly ? 1 : all.size());
        ofUser = new GraphInputs(graphs.user(), input, literal, source -> USERS, Map.of(LENGTH, 1));
        Map<String, Integer> extended = chooses() ? Map.of(LENGTH, 1) : Map.of(LENGTH, 1, CANDIDATES, 1);
        ofCandidate = new GraphInputs(graphs.candidate(), input, literal, ServingFeatures::samples, extended);
        lookup = graphs.lookup()
                .map(graph -> new GraphInputs(
                        graph, input, literal, source -> source.isCandidate() ? CANDIDATES : USERS, Map.of()));
        GraphInputs ofItems = lookup.orElse(ofCandidate);
        List<Value> asked = ids(ofItems, "candidate_", Source.CANDIDATE, fields);
        candidate = lookedUp(
                "candidate_rows",
                rows(ofItems, asked, "candidate_numbers", Source.CANDIDATE_NUMBERS, 1),
                ofCandidate,
                CANDIDATES,
                WIDTH);
        candidateItem = input.neighbours() || input.trend() ? itemOf(asked.get(Schema.ITEM)) : null;
        if (chooses()) {
            List<Value> behaviours = ids(ofUser, "history_", Source.HISTORY, searched());
            user = new FileHistory(ofUser, mask(ofUser.graph(), behaviours.get(Schema.ITEM)));
            history = chosen(behaviours, lookup.isEmpty() ? asked : List.of());
        } else {
            GraphInputs ofHistory = lookup.orElse(ofUser);
            List<Value> behaviours = ids(ofHistory, "history_", Source.HISTORY, fields);
            Value mask = mask(ofHistory.graph(), behaviours.get(Schema.ITEM));
            Value items = ofHistory.graph().numbers(behaviours.get(Schema.ITEM));
            user = new FileHistory(ofUser, lookedUp("behaviour_mask", mask, ofUser, USERS, LENGTH));
            Value rows = rows(ofHistory, behaviours, "history_numbers", Source.HISTORY_NUMBERS, 2);
            history = lookedUp("behaviour_rows", rows, ofUser, USERS, LENGTH, WIDTH);
            behaviourItems =
                    input.neighbours() ? passed(lookedUp("behaviour_items", items, ofUser, USERS, LENGTH)) : null;
        }
        userProfile = ofUser.user();
        context = ofCandidate.context();
        day = input.trend() ? ofCandidate.day() : null;
    }

    private static List<Value> ids(GraphInputs inputs, String prefix, Source source, List<Field> fields) {
        List<Value> ids = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            ids.add(inputs.ids(prefix, source, f, fields.get(f)));
        }
        return ids;
    }

    /** 1 where a behaviour can be read. */
    private static Value mask(Graph graph, Value items) {
        return graph.numbers(graph.clip(items, 0, 1));
    }

    /** Embeddings and numbers of items: (…, W), on that axis side by side. */
    private Value rows(GraphInputs inputs, List<Value> ids, String name, Source source, int axis) {
        List<Field> numeric = numbers();
        List<Value> parts = embedded(inputs, ids);
        if (!numeric.isEmpty()) {
            parts.add(inputs.scaled(inputs.numbers(name, source, numeric.size()), numeric));
        }
        return inputs.joined(parts, axis);
    }

    private List<Field> numbers() {
        return itemOnly ? List.of() : input.schema().itemNumbers();
    }

    private List<Value> embedded(GraphInputs inputs, List<Value> ids) {
        List<Value> parts = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            parts.add(inputs.embed(Embeddings.tableName(f, fields.get(f)), ids.get(f), fields.get(f)));
        }
        return parts;
    }

    /** The fields from which the graph of a user computes its part of the search. */
    private List<Field> searched() {
        return input.reading().kind() == ReadingConfig.Kind.DOT ? fields : fields.subList(0, 1);
    }

    /**
     * What each candidate reads of one history, (N, R, W), in the second graph, which takes the history's ids: it looks up only what is read.
     *
     * @param behaviours ids of the first graph
     * @param candidates ids of the second graph, or none where it takes embeddings
     */
    private Value chosen(List<Value> behaviours, List<Value> candidates) {
        ReadingConfig config = input.reading();
        Graph g = ofCandidate.graph();
        boolean category = config.kind() == ReadingConfig.Kind.CATEGORY;
        List<Field> all = input.schema().categoricalItemFields();
        List<Field> taken = all.subList(0, Math.max(fields.size(), category ? Schema.CATEGORY + 1 : 0));
        List<Value> ids = ids(ofCandidate, "history_", Source.HISTORY, taken);
        Value mask = pass("mask", user.mask(), LENGTH);
        Value keys = null;
        Value wanted = candidate;
        if (category) {
            keys = ids.get(Schema.CATEGORY);
            wanted = candidates.size() > Schema.CATEGORY
                    ? candidates.get(Schema.CATEGORY)
                    : ofCandidate.ids("candidate_", Source.CANDIDATE, Schema.CATEGORY, all.get(Schema.CATEGORY));
        } else if (config.kind() == ReadingConfig.Kind.DOT) {
            Value own = inSearch(ofUser.graph(), ofUser.joined(embedded(ofUser, behaviours), 2), Reading.KEY);
            keys = given("search_keys", own, LENGTH, String.valueOf(config.width()));
            wanted = inSearch(g, candidate, Reading.QUERY);
        }
        OneHistory reading = new OneHistory(g, config, mask, keys, wanted, category ? all.get(Schema.CATEGORY) : null);
        kept = new FileHistory(ofCandidate, reading.mask(), reading);
        List<Value> read = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            read.add(reading.chosen(ids.get(f), fields.get(f).width()));
        }
        behaviourItems = ids.get(Schema.ITEM);
        List<Value> parts = embedded(ofCandidate, read);
        if (!numbers().isEmpty()) {
            int count = numbers().size();
            Value numbers = ofCandidate.numbers("history_numbers", Source.HISTORY_NUMBERS, count);
            parts.add(ofCandidate.scaled(reading.chosen(numbers, count), numbers()));
        }
        return ofCandidate.joined(parts, 2);
    }

    /** Items, whose embeddings come first, in the search's space: (…, W) -> (…, S). */
    private Value inSearch(Graph graph, Value rows, String projection) {
        List<Value> parts = new ArrayList<>();
        long width = 0;
        for (int f = 0; f < fields.size(); f++) {
            String table = Embeddings.tableName(f, fields.get(f));
            parts.add(graph.weight(projection + table)); // (S, width of the table)
            width += graph.columns(table);
        }
        Value all = parts.size() == 1 ? parts.get(0) : graph.concat(1, parts.toArray(Value[]::new));
        return graph.matmul(graph.slice(rows, rows.rank() - 1, 0, width), graph.permute(all, 1, 0));
    }

    /** The candidates' ids in the second graph. */
    private Value itemOf(Value ids) {
        return lookup.isEmpty()
                ? ids
                : ofCandidate
                        .graph()
                        .wholes(lookedUp(
                                "candidate_items", lookup.get().graph().numbers(ids), ofCandidate, CANDIDATES));
    }

    /** Ids of behaviours in the second graph. */
    private Value passed(Value items) {
        return ofCandidate.graph().wholes(pass("items", items, LENGTH));
    }

    /** Logits (N) with the term of neighbours, where it is read. */
    private Value withNeighbours(Value logits) {
        if (!input.neighbours()) {
            return logits;
        }
        NeighbourGraph graph = new NeighbourGraph(ofCandidate.graph(), input);
        return chooses()
                ? graph.addToChoices(logits, behaviourItems, candidateItem, kept())
                : graph.addToAll(logits, behaviourItems, candidateItem, kept());
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

    /** Of the first graph: (U, L, W); of the second where a candidate chooses: (N, R, W). */
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

    /** Whether each candidate reads a choice of behaviours, R positions, of its own. */
    public boolean chooses() {
        return input.reading().kind() != ReadingConfig.Kind.ALL;
    }

    /** Positions and mask in the second graph, (1, L), or (N, R) where a candidate chooses; the mask is passed from the first. */
    public GraphHistory kept() {
        if (kept == null) {
            kept = new FileHistory(ofCandidate, pass("mask", user.mask(), LENGTH));
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

    /** User and context of each candidate in the second graph, (N, P), or null. */
    public Value profile(EmbeddingSizes sizes) {
        List<Value> parts = new ArrayList<>();
        if (userProfile() != null) {
            parts.add(pass("of_user", userProfile(), String.valueOf(userWidth(sizes.fieldEmbeddingSize()))));
        }
        if (context() != null) {
            parts.add(context());
        }
        if (parts.isEmpty()) {
            return null;
        }
        Graph g = ofCandidate.graph();
        return g.squeeze(g.repeat(ofCandidate.joined(parts, 1), g.unsqueeze(candidate, 0)), 0);
    }

    /** W. */
    public int itemWidth(EmbeddingSizes sizes) {
        return Embeddings.itemWidth(input.schema(), sizes.embeddingSize(), sizes.fieldEmbeddingSize(), itemOnly);
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
        Value taken = given(name, value, axes);
        return passed.get(passed.size() - 1).grows() ? ofCandidate.filled(taken, 1, LENGTH) : taken;
    }

    /** The same, where an empty history may give an empty tensor. */
    private Value given(String name, Value value, String... axes) {
        Passed one = new Passed(name, List.of(axes).stream().map(this::extent).toList());
        Value each = ofUser.ofSamples(value);
        ofUser.graph().output(name, one.grows() ? ofUser.ofPositions(each, 1) : each, with(USERS, one));
        passed.add(one);
        gives.add(name);
        return ofCandidate.graph().input(ofCandidate.free(name), Type.F32, with(GraphInputs.ONE, one));
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
    public ServingForm form(Value given, CacheRule cache, int candidatesAtOnce) {
        Value beside = withNeighbours(given);
        Value logits = input.trend() ? TrendGraph.add(ofCandidate.graph(), beside, candidateItem, day) : beside;
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
