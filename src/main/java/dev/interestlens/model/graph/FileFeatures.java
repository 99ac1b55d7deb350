package dev.interestlens.model.graph;

import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.model.config.EmbeddingSizes;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.model.graph.GraphInput.Source;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@link GraphFeatures} of a file: from ids and numbers to embeddings. A behaviour can be read where its item's id is above 0; where it is {@link
 * Field#HIDDEN} the others keep their places. With literal padding histories are padded to their full length, since padding is read there. An empty
 * batch is computed as one sample of zeros, and empty histories as one position of padding, because runtimes refuse or crash on arrays without an
 * element. B samples, L positions, K values of a field, W width of an item.
 */
final class FileFeatures implements GraphFeatures {
    private static final long LAST = Integer.MAX_VALUE;

    private final ModelInput input;
    private final boolean itemOnly;
    private final GraphInputs inputs;
    private final OwnHistories reading;
    private final GraphHistory places;
    private final Value behaviourItems;
    private final Value candidateItem;
    private final Value history;
    private final Value candidate;
    private final Value profile;
    private final Value day; // (B), where what is popular just then is read

    /**
     * @param itemOnly whether further item fields are left out
     * @param literal whether padding is an ordinary row, as in the reference code
     */
    FileFeatures(Graph graph, ModelInput input, boolean itemOnly, boolean literal) {
        this.input = input;
        this.itemOnly = itemOnly;
        inputs = new GraphInputs(graph, input, literal, source -> BATCH, Map.of());
        Schema schema = input.schema();
        List<Field> fields = schema.categoricalItemFields()
                .subList(0, itemOnly ? 1 : schema.categoricalItemFields().size());
        // a search by category reads it, also where the model itself does not
        boolean wider = input.reading().kind() == ReadingConfig.Kind.CATEGORY && fields.size() <= Schema.CATEGORY;
        List<Field> read = wider ? schema.categoricalItemFields().subList(0, Schema.CATEGORY + 1) : fields;
        List<Value> behaviours = new ArrayList<>();
        List<Value> candidates = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        for (int f = 0; f < read.size(); f++) {
            behaviours.add(inputs.ids("history_", Source.HISTORY, f, read.get(f)));
            candidates.add(inputs.ids("candidate_", Source.CANDIDATE, f, read.get(f)));
            tables.add(Embeddings.tableName(f, read.get(f)));
        }
        reading = input.reading().kind() == ReadingConfig.Kind.ALL
                ? null
                : new OwnHistories(graph, input, behaviours, candidates, tables);
        List<Value> ofHistory = new ArrayList<>();
        List<Value> ofCandidate = new ArrayList<>();
        for (int f = 0; f < fields.size(); f++) {
            Value ids = behaviours.get(f);
            ids = reading == null ? ids : reading.chosen(ids, fields.get(f).width());
            ofHistory.add(inputs.embed(
                    tables.get(f), f == Schema.ITEM ? graph.clip(ids, Field.PADDING, LAST) : ids, fields.get(f)));
            ofCandidate.add(inputs.embed(tables.get(f), candidates.get(f), fields.get(f)));
        }
        if (!itemOnly && schema.numericItemFields() > 0) {
            List<Field> numeric = schema.itemNumbers();
            Value numbers = inputs.numbers("history_numbers", Source.HISTORY_NUMBERS, numeric.size());
            numbers = reading == null ? numbers : reading.chosenNumbers(numbers, numeric.size());
            ofHistory.add(inputs.scaled(numbers, numeric));
            Value asked = inputs.numbers("candidate_numbers", Source.CANDIDATE_NUMBERS, numeric.size());
            ofCandidate.add(inputs.scaled(asked, numeric));
        }
        Value items = behaviours.get(Schema.ITEM);
        places = reading == null
                ? new FileHistory(
                        inputs,
                        graph.numbers(graph.clip(items, 0, 1)),
                        graph.numbers(graph.clip(items, Field.HIDDEN, 1)))
                : new FileHistory(inputs, reading.mask(), reading);
        behaviourItems = reading == null ? items : reading.chosen(items, 1);
        candidateItem = candidates.get(Schema.ITEM);
        history = inputs.joined(ofHistory, 2);
        candidate = inputs.joined(ofCandidate, 1);
        List<Value> sides = inputs.user();
        sides.addAll(inputs.context());
        profile = sides.isEmpty() ? null : inputs.joined(sides, 1);
        day = input.trend() ? inputs.day() : null;
    }

    @Override
    public Value withTerms(Value logits) {
        Graph g = inputs.graph();
        Value beside = input.neighbours()
                ? new NeighbourGraph(g, input).add(logits, behaviourItems, candidateItem, places)
                : logits;
        return input.trend() ? TrendGraph.add(g, beside, candidateItem, day) : beside;
    }

    @Override
    public Value neighbourTerms() {
        return new NeighbourGraph(inputs.graph(), input).terms(behaviourItems, candidateItem, places);
    }

    @Override
    public Value ofSamples(Value result) {
        return inputs.ofSamples(result);
    }

    @Override
    public Value ofPositions(Value result, int axis) {
        return reading == null ? inputs.ofPositions(result, axis) : result;
    }

    @Override
    public Graph graph() {
        return inputs.graph();
    }

    @Override
    public List<GraphInput> inputs() {
        return inputs.all();
    }

    @Override
    public Value history() {
        return history;
    }

    @Override
    public Value candidate() {
        return candidate;
    }

    @Override
    public int itemWidth(EmbeddingSizes sizes) {
        return Embeddings.itemWidth(input.schema(), sizes.embeddingSize(), sizes.fieldEmbeddingSize(), itemOnly);
    }

    @Override
    public Value profile() {
        return profile;
    }

    @Override
    public GraphHistory places() {
        return places;
    }
}
