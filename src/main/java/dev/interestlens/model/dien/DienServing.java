package dev.interestlens.model.dien;

import dev.interestlens.model.HistoryMean;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.dien.DienConfig.InterestScore;
import dev.interestlens.model.graph.CacheRule;
import dev.interestlens.model.graph.ServingFeatures;
import dev.interestlens.model.graph.ServingForm;
import dev.interestlens.model.graph.ServingGraphs;
import dev.interestlens.model.graph.ServingHead;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.GruGraph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.nn.layer.Mlp.Numbering;

/**
 * {@link Dien} as two graphs: interest states and their projections for attention and for the second layer belong to the user's graph; a longer
 * history continues from the last state. N candidates, L steps, W width of an item, H units.
 */
public final class DienServing {
    private static final String ATTENTION = "interest_evolution.attention_net";

    private final DienConfig config;
    private final ModelInput input;
    private final Graph g;
    private final Layers ofUser;
    private final Layers layers;
    private final ServingFeatures features;
    private final int width;
    private final boolean literal;

    private DienServing(DienConfig config, ModelInput input, ServingGraphs graphs) {
        this.config = config;
        this.input = input;
        g = graphs.candidate();
        literal = config.padding() == Padding.LITERAL;
        ofUser = new Layers(graphs.user(), config.diceEpsilon());
        layers = new Layers(g, config.diceEpsilon());
        features = new ServingFeatures(graphs, input, false, literal);
        width = features.itemWidth(config.sizes());
    }

    public static ServingForm describe(DienConfig config, ModelInput input, ServingGraphs graphs) {
        return new DienServing(config, input, graphs).describe();
    }

    /** States describe what was read, not the whole past: each candidate has its own, and nothing of them belongs to the user. */
    private ServingForm chosen() {
        Value read = DienGraph.read(
                        config, layers, input, g, features.history(), features.kept(), features.candidate(), width)
                .interest();
        return features.form(logits(read), CacheRule.ROWS);
    }

    private Value logits(Value read) {
        ServingHead head = new ServingHead(
                features, ofUser, layers, "prediction_net", config.readOut().head(), config.sizes());
        int readWidth = config.readWidth(width);
        return head.logits(g, read, false, readWidth, width, readWidth != width);
    }

    private ServingForm describe() {
        if (features.chooses()) {
            return chosen();
        }
        Value states = layer("extractor", "interest_extractor", "_l0", features.history()); // (U, L, H)
        boolean sum = config.evolution() == Evolution.GRU;
        Value scored = sum ? layer("evolution", EvolutionGraph.CELL, "", states) : states;
        boolean scoredPass = sum || config.evolving().attention() != InterestScore.MLP || config.attentions() > 1;
        Value passed = scoredPass ? rows("states", scored, config.hiddenSize()) : null;
        Value behaviours = config.readsBehaviours() ? rows("behaviours", features.history(), width) : null; // (1, L, W)
        Value own = config.comparesBehaviours()
                ? products(AddedScores.query(layers, features.candidate()), behaviours)
                : null; // (N, L)
        Value added = AddedScores.of(config, input, features.kept(), own); // (N or 1, L)
        Value scores = AddedScores.plus(g, scores(scored, passed), added); // (N, L)
        Value mask = features.kept().mask(); // (1, L)
        Value weights = literal ? layers.literalSoftmax(scores, mask) : layers.maskedSoftmax(scores, mask);
        Value interest; // (N, H)
        if (sum) {
            interest = g.matmul(weights, g.squeeze(passed, 0));
        } else {
            Value read = new EvolutionGraph(config, ofUser).projected(states);
            Value input = rows("evolution_of_states", read, 3 * config.hiddenSize()); // (1, L, 3H)
            interest = new EvolutionGraph(config, layers).lastOf(input, weights, literal ? null : mask);
        }
        Value read = interest;
        if (config.beside() != DienConfig.Beside.NONE) {
            Value attended = literal ? g.multiply(weights, mask) : weights; // (N, L)
            Value beside = config.beside() == DienConfig.Beside.ATTENDED
                    ? g.matmul(attended, g.squeeze(behaviours, 0)) // (N, W)
                    : g.add(
                            g.zeros(interest, width),
                            layers.weightedSum(HistoryMean.weights(g, mask), behaviours)); // (1, W)
            read = g.concat(1, interest, beside); // (N, H + W)
            if (config.attentions() > 1) {
                Value extracted = sum ? rows("extracted_states", states, config.hiddenSize()) : passed; // (1, L, H)
                Value byUnit = g.permute(g.squeeze(extracted, 0), 1, 0); // (H, L)
                Value further = DienGraph.queries(config, layers, g, features.candidate(), byUnit, mask); // (N, K, L)
                Value sums = layers.weightedSums(
                        further, g.squeeze(behaviours, 0), (config.attentions() - 1) * width); // (N, K·W)
                read = g.concat(1, read, sums);
            }
        }
        return features.form(logits(read), CacheRule.STATES.with(config.padding()));
    }

    private Value layer(String state, String name, String suffix, Value x) {
        Value taken = literal ? null : features.user().mask();
        Value before = features.before(state, config.hiddenSize());
        Graph.States states = new GruGraph(ofUser, name, suffix, config.hiddenSize()).states(x, before, taken);
        features.carry(state, states.last(), config.hiddenSize());
        return states.each();
    }

    private Value rows(String name, Value value, int width) {
        return features.pass(name, value, ServingFeatures.LENGTH, String.valueOf(width));
    }

    /** scored (U, L, H) of the first graph, and the part passed to the second, or null -> (N, L). */
    private Value scores(Value scored, Value passed) {
        Value candidate = features.candidate(); // (N, W)
        return switch (config.evolving().attention()) {
            case DOT -> products(candidate, passed);
            case BILINEAR ->
                products(layers.withoutBias("interest_evolution.attention_W", candidate), passed); // (N, H)
            case UNIT -> {
                int hidden = config.hiddenSize();
                Value query = width == hidden
                        ? candidate
                        : layers.linear("interest_evolution.attention_query", candidate); // (N, H)
                Value part = DienGraph.unit(config, ofUser).ofHistory(scored);
                yield DienGraph.unit(config, layers).ofPairs(query, passed, rows("unit_of_states", part, firstWidth()));
            }
            case MLP -> {
                int hidden = config.hiddenSize();
                Value part = ofUser.part(ATTENTION + ".0", scored, 0, hidden); // (U, L, first)
                Value ofStates = rows("attention_of_states", part, firstWidth());
                Value ofCandidate = g.add(
                        layers.part(ATTENTION + ".0", candidate, hidden, (long) hidden + width),
                        g.weight(ATTENTION + ".0.bias")); // (N, first)
                yield layers.afterFirst(
                        ATTENTION,
                        g.add(ofStates, g.unsqueeze(ofCandidate, 1)),
                        config.evolving().unit().hidden().size(),
                        config.evolving().unit().activation(),
                        false,
                        Numbering.WITHOUT_DROPOUT);
            }
        };
    }

    private int firstWidth() {
        return config.evolving().unit().width();
    }

    /** (N, w) (1, L, w) -> (N, L). */
    private Value products(Value target, Value states) {
        return g.matmul(target, g.permute(g.squeeze(states, 0), 1, 0));
    }
}
