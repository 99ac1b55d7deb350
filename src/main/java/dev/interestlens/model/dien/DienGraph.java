package dev.interestlens.model.dien;

import dev.interestlens.model.HistoryMean;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.config.UnitConfig;
import dev.interestlens.model.graph.FeatureSource;
import dev.interestlens.model.graph.GraphFeatures;
import dev.interestlens.model.graph.GraphHistory;
import dev.interestlens.model.graph.GraphModel;
import dev.interestlens.model.graph.HeadGraph;
import dev.interestlens.nn.graph.ActivationUnitGraph;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.GruGraph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.nn.layer.Mlp.Numbering;

/** {@link Dien} as a graph; the auxiliary loss belongs to training and is left out. B samples, L steps, W width of an item, H units. */
public record DienGraph(DienConfig config, Layers layers, ModelInput input, Graph g, Value candidate, int width) {
    private static final String EVOLUTION = "interest_evolution";

    public static GraphModel describe(DienConfig config, FeatureSource source) {
        Graph g = source.graph();
        GraphFeatures features = source.features(false, config.padding() == Padding.LITERAL);
        Layers layers = new Layers(g, config.diceEpsilon());
        int width = features.itemWidth(config.sizes());
        Read read = read(
                config, layers, source.input(), g, features.history(), features.places(), features.candidate(), width);
        Value logits = new HeadGraph(features, layers, config.readOut().head(), "prediction_net", true)
                .logits(read.interest(), config.readWidth(width) != width);
        return GraphModel.overHistory(features, logits, read.weights(), config.attentions());
    }

    /** What the head reads of behaviours, (B, ·), and the weights of their states, (B, L) or, of several attentions, (B, interests, L). */
    record Read(Value interest, Value weights) {}

    /** Behaviours (B, L, W), their places, candidates (B, W). */
    static Read read(
            DienConfig config,
            Layers layers,
            ModelInput input,
            Graph g,
            Value history,
            GraphHistory places,
            Value candidate,
            int width) {
        return new DienGraph(config, layers, input, g, candidate, width).read(history, places);
    }

    private Read read(Value history, GraphHistory places) {
        Value mask = places.mask();
        boolean literal = config.padding() == Padding.LITERAL;
        int h = config.hiddenSize();
        Value taken = places.taken(literal); // padding is a step too
        Value steps = places.isPaddedBehind() ? null : taken; // what is computed at padding behind the last is not read
        Value states = new GruGraph(layers, "interest_extractor", "_l0", h)
                .states(history, null, steps)
                .each(); // (B, L, H)
        boolean sum = config.evolution() == Evolution.GRU;
        Value scored = sum
                ? new GruGraph(layers, EvolutionGraph.CELL, "", h)
                        .states(states, null, steps)
                        .each()
                : states;
        Value own = config.comparesBehaviours() ? product(history, AddedScores.query(layers, candidate)) : null;
        Value added = AddedScores.of(config, input, places, own); // (B, L)
        Value scores = AddedScores.plus(g, scores(scored), added); // (B, L)
        Value weights = literal ? layers.literalSoftmax(scores, mask) : layers.maskedSoftmax(scores, mask);
        EvolutionGraph evolution = new EvolutionGraph(config, layers);
        Value interest = sum ? layers.weightedSum(weights, scored) : evolution.last(states, weights, taken); // (B, H)
        Value read = interest;
        if (config.beside() != DienConfig.Beside.NONE) {
            Value attended = literal ? g.multiply(weights, mask) : weights;
            Value counts = config.beside() == DienConfig.Beside.ATTENDED ? attended : HistoryMean.weights(g, mask);
            read = g.concat(1, interest, layers.weightedSum(counts, history));
        }
        if (config.attentions() == 1) {
            return new Read(read, weights);
        }
        Value further = queries(config, layers, g, candidate, g.permute(states, 0, 2, 1), mask);
        int k = config.attentions() - 1;
        return new Read(
                g.concat(1, read, layers.weightedSums(further, history, k * width)),
                g.concat(1, g.unsqueeze(weights, 1), further));
    }

    /**
     * The further attentions: (N, K, L).
     *
     * @param candidate (N, W)
     * @param states transposed, (N, H, L) or (H, L)
     * @param mask (N, L) or (1, L)
     */
    static Value queries(DienConfig config, Layers layers, Graph g, Value candidate, Value states, Value mask) {
        Value asked = g.reshape(
                layers.withoutBias(InterestQueries.WEIGHT, candidate),
                0,
                config.attentions() - 1L,
                config.hiddenSize());
        return layers.maskedSoftmax(g.matmul(asked, states), g.unsqueeze(mask, 1));
    }

    /** States (B, L, H) -> (B, L). */
    private Value scores(Value states) {
        return switch (config.evolving().attention()) {
            case DOT -> product(states, candidate);
            case BILINEAR -> product(states, layers.withoutBias(EVOLUTION + ".attention_W", candidate));
            case UNIT ->
                unit(config, layers)
                        .scores(
                                width == config.hiddenSize()
                                        ? candidate
                                        : layers.linear(EVOLUTION + ".attention_query", candidate),
                                states,
                                null);
            case MLP ->
                layers.mlp(
                        EVOLUTION + ".attention_net",
                        g.concat(2, states, g.repeat(candidate, states)),
                        config.evolving().unit().hidden().size(),
                        config.evolving().unit().activation(),
                        false,
                        Numbering.WITHOUT_DROPOUT,
                        null);
        };
    }

    /** What scores states (·, L, H) against candidates that are as wide. */
    static ActivationUnitGraph unit(DienConfig config, Layers layers) {
        UnitConfig unit = config.evolving().unit();
        return new ActivationUnitGraph(
                layers,
                EVOLUTION + ".attention_net",
                config.hiddenSize(),
                unit.inputs(),
                unit.hidden().size(),
                1,
                unit.activation());
    }

    private Value product(Value states, Value target) {
        return g.sum(g.multiply(states, g.unsqueeze(target, 1)), 2); // (B, L, H) (B, 1, H) -> (B, L)
    }
}
