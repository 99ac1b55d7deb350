package dev.interestlens.model.dien;

import dev.interestlens.model.Described;
import dev.interestlens.model.GraphFeatures;
import dev.interestlens.model.HeadGraph;
import dev.interestlens.model.ModelInput;
import dev.interestlens.model.Padding;
import dev.interestlens.nn.Mlp.Numbering;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Layers;
import dev.interestlens.nn.graph.Value;
import java.util.List;

/** {@link Dien} as a graph; the auxiliary loss belongs to training and is left out. B samples, L steps, W width of an item, H units. */
public final class DienGraph {
    private static final String EVOLUTION = "interest_evolution";

    private final DienConfig config;
    private final Graph g;
    private final Layers layers;
    private final GraphFeatures features;
    private final int width;

    private DienGraph(DienConfig config, ModelInput input, Graph g) {
        this.config = config;
        this.g = g;
        layers = new Layers(g, config.diceEpsilon());
        features = new GraphFeatures(g, input, false, config.padding() == Padding.LITERAL);
        width = features.itemWidth(config.embeddingSize(), config.fieldEmbeddingSize());
    }

    public static Described describe(DienConfig config, ModelInput input, Graph g) {
        return new DienGraph(config, input, g).describe();
    }

    private Described describe() {
        boolean literal = config.padding() == Padding.LITERAL;
        Value mask = features.mask();
        Value read = literal ? g.shift(g.scale(mask, 0), 1) : mask; // padding is a step too
        int h = config.hiddenSize();
        Value states = layers.gru(
                        "interest_extractor", "_l0", h, features.history(), null, read, (in, update, a) -> update)
                .get(0); // (B, L, H)
        boolean sum = config.evolution() == Evolution.GRU;
        List<Value> second = sum ? evolve(states, null, read) : null;
        Value scores = scores(sum ? second.get(0) : states); // (B, L)
        Value weights = literal ? layers.literalSoftmax(scores, mask) : layers.maskedSoftmax(scores, mask);
        Value interest = sum
                ? layers.weightedSum(weights, second.get(0))
                : evolve(states, weights, read).get(1); // (B, H)
        Value logits = new HeadGraph(features, layers, config.head(), "prediction_net", true)
                .logits(
                        interest,
                        config.hiddenSize() != features.itemWidth(config.embeddingSize(), config.fieldEmbeddingSize()));
        return Described.overHistory(features, logits, weights);
    }

    private List<Value> evolve(Value states, Value weights, Value read) {
        Value x = config.evolution() == Evolution.AIGRU ? g.multiply(states, g.unsqueeze(weights, 2)) : states;
        return layers.gru(EVOLUTION + ".gru_cell", "", config.hiddenSize(), x, weights, read, this::written);
    }

    /** As {@link Evolution#written}: update (b, H), attention (b, 1) -> (b, H). */
    private Value written(Graph in, Value update, Value attention) {
        return switch (config.evolution()) {
            case GRU, AIGRU -> update;
            case AGRU -> in.add(in.scale(update, 0), attention);
            case AUGRU -> in.multiply(update, attention);
            case AUGRU_RELEASED -> in.complement(in.multiply(in.complement(attention), in.complement(update)));
        };
    }

    /** States (B, L, H) -> (B, L). */
    private Value scores(Value states) {
        Value candidate = features.candidate(); // (B, W)
        return switch (config.attention()) {
            case DOT -> product(states, candidate);
            case BILINEAR -> product(states, layers.withoutBias(EVOLUTION + ".attention_W", candidate));
            case UNIT ->
                layers.unit(
                        EVOLUTION + ".attention_net",
                        width == config.hiddenSize()
                                ? candidate
                                : layers.linear(EVOLUTION + ".attention_query", candidate),
                        states,
                        config.hiddenSize(),
                        config.unit().inputs(),
                        config.unit().hidden().size(),
                        config.unit().activation(),
                        null);
            case MLP ->
                layers.mlp(
                        EVOLUTION + ".attention_net",
                        g.concat(2, states, g.repeat(candidate, states)),
                        config.unit().hidden().size(),
                        config.unit().activation(),
                        false,
                        Numbering.WITHOUT_DROPOUT,
                        null);
        };
    }

    private Value product(Value states, Value target) {
        return g.sum(g.multiply(states, g.unsqueeze(target, 1)), 2); // (B, L, H) (B, 1, H) -> (B, L)
    }
}
