package dev.interestlens.nn.graph;

import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.Mlp;

/**
 * The layers of {@code nn} as parts of a graph, in evaluation, under the same parameter names; larger ones are made of these:
 * {@link ActivationUnitGraph}, {@link GruGraph}, {@link EncoderBlockGraph}. B samples, L positions.
 */
public final class Layers {
    private static final double EPSILON = 1e-5;

    /** What is subtracted from scores that must not be read. */
    private static final double FAR = 1e9;

    private final Graph g;
    private final double diceEpsilon;

    /** @param diceEpsilon ε of Dice, where an activation is Dice */
    public Layers(Graph graph, double diceEpsilon) {
        g = graph;
        this.diceEpsilon = diceEpsilon;
    }

    /** The graph that they are part of. */
    public Graph graph() {
        return g;
    }

    /** (…, in) -> (…, out). */
    public Value linear(String name, Value x) {
        return g.add(withoutBias(name + ".weight", x), g.weight(name + ".bias"));
    }

    /** A Linear of each token's own: x (F, n, in), a weight (F, in, out) and a bias (F, out) -> (F, n, out). */
    public Value own(String name, Value x) {
        return own(x, g.weight(name + ".weight"), g.weight(name + ".bias"));
    }

    /** The same of some of the tokens: x (to − from, n, in) -> (to − from, n, out). */
    public Value own(String name, Value x, long from, long to) {
        return own(x, g.slice(g.weight(name + ".weight"), 0, from, to), g.slice(g.weight(name + ".bias"), 0, from, to));
    }

    private Value own(Value x, Value weight, Value bias) {
        return g.add(g.matmul(x, weight), g.unsqueeze(bias, 1));
    }

    /** γ x / √(mean of x² + ε), over the last axis, of that width (arXiv 1910.07467): (…, F) -> (…, F). */
    public Value rmsNorm(String name, Value x, int width) {
        int last = x.rank() - 1;
        Value root = g.sqrt(g.shift(g.scale(g.sum(g.multiply(x, x), last), 1.0 / width), EPSILON));
        return g.multiply(g.divide(x, g.unsqueeze(root, last)), g.weight(name + ".weight"));
    }

    /** x W^T. */
    public Value withoutBias(String weight, Value x) {
        return g.matmul(x, g.permute(g.weight(weight), 1, 0));
    }

    /** The terms of a Linear that depend on some of its inputs, without its bias: x (…, to − from) -> (…, out). */
    public Value part(String name, Value x, long from, long to) {
        return g.matmul(x, g.permute(g.slice(g.weight(name + ".weight"), 1, from, to), 1, 0));
    }

    /**
     * An MLP with one output: (…, in) -> (…).
     *
     * @param place added to what the first Linear gives, or null
     */
    public Value mlp(
            String name,
            Value x,
            int hiddenLayers,
            Activation.Kind activation,
            boolean batchNorm,
            Mlp.Numbering numbering,
            Value place) {
        Value first = linear(name + ".0", x);
        return afterFirst(
                name, place == null ? first : g.add(first, place), hiddenLayers, activation, batchNorm, numbering);
    }

    /** The rest of an MLP, from what its first Linear gave: (…, first) -> (…). */
    public Value afterFirst(
            String name,
            Value first,
            int hiddenLayers,
            Activation.Kind activation,
            boolean batchNorm,
            Mlp.Numbering numbering) {
        return g.squeeze(outputs(name, first, hiddenLayers, activation, batchNorm, numbering), -1); // (…, 1) -> (…)
    }

    /** The same where the last Linear gives several numbers: (…, first) -> (…, out). */
    Value outputs(
            String name,
            Value first,
            int hiddenLayers,
            Activation.Kind activation,
            boolean batchNorm,
            Mlp.Numbering numbering) {
        int index = 1;
        Value now = first;
        for (int i = 0; i < hiddenLayers; i++) {
            now = batchNorm ? batchNorm(name + "." + index++, now) : now;
            now = activation(activation, name + "." + index++, now);
            index += numbering == Mlp.Numbering.WITH_DROPOUT ? 1 : 0;
            now = linear(name + "." + index++, now);
        }
        return now;
    }

    private Value batchNorm(String name, Value x) {
        Value standard = standardize(name, x, EPSILON);
        return g.add(g.multiply(standard, g.weight(name + ".weight")), g.weight(name + ".bias"));
    }

    private Value standardize(String name, Value x, double epsilon) {
        Value deviation = g.sqrt(g.shift(g.weight(name + ".running_var"), epsilon));
        return g.divide(g.subtract(x, g.weight(name + ".running_mean")), deviation);
    }

    Value activation(Activation.Kind kind, String name, Value x) {
        return switch (kind) {
            case RELU -> g.relu(x);
            case SIGMOID -> g.sigmoid(x);
            case TANH -> g.tanh(x);
            case LEAKY_RELU -> g.leakyRelu(x, 0.01);
            case GELU -> g.gelu(x);
            case PRELU -> g.subtract(g.relu(x), g.multiply(g.weight(name + ".weight"), g.relu(g.scale(x, -1))));
            case DICE -> {
                Value p = g.sigmoid(standardize(name + ".bn", x, diceEpsilon));
                Value alpha = g.weight(name + ".alpha");
                yield g.multiply(x, g.add(alpha, g.multiply(p, g.complement(alpha))));
            }
        };
    }

    /** Exactly 0 where the mask is 0, and all zeros where nothing can be read: scores (…, L), mask that broadcasts to it -> (…, L). */
    public Value maskedSoftmax(Value scores, Value mask) {
        return g.multiply(g.softmax(g.add(scores, hidden(mask))), mask);
    }

    /** As the reference code: hidden scores become −1e9, so that a row without anything to read is uniform. */
    public Value literalSoftmax(Value scores, Value mask) {
        return g.softmax(g.add(g.multiply(scores, mask), hidden(mask)));
    }

    /** 0 where the mask is 1, −1e9 where it is 0. */
    public Value hidden(Value mask) {
        return g.scale(g.shift(mask, -1), FAR);
    }

    /** Weights (B, L), values (B, L, W) -> (B, W). */
    public Value weightedSum(Value weights, Value values) {
        return g.squeeze(g.matmul(g.unsqueeze(weights, 1), values), 1);
    }

    /** The weighted sums of H attentions, side by side: weights (B, H, L), values (B, L, W) or (L, W) -> (B, H·W). */
    public Value weightedSums(Value weights, Value values, int width) {
        return g.reshape(g.matmul(weights, values), 0, width);
    }

    /** (…, F) -> (…, F). */
    public Value layerNorm(String name, Value x) {
        return g.layerNorm(x, g.weight(name + ".weight"), g.weight(name + ".bias"), EPSILON);
    }
}
