package dev.interestlens.nn.graph;

import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.ActivationUnit;
import dev.interestlens.nn.layer.Mlp;
import java.util.ArrayList;
import java.util.List;

/**
 * DIN's {@link ActivationUnit} as part of a graph: an MLP that scores behaviours k against a candidate q. B samples, L behaviours, W width of q and k.
 *
 * @param name of its MLP among the weights
 * @param width W
 * @param hiddenLayers of the MLP
 * @param scores how many numbers a behaviour gets; of several, (B, scores, L) comes out instead of (B, L)
 */
public record ActivationUnitGraph(
        Layers layers,
        String name,
        int width,
        ActivationUnit.Inputs inputs,
        int hiddenLayers,
        int scores,
        Activation.Kind activation) {

    /**
     * Scores the history of each sample against its own candidate.
     *
     * @param q (B, W)
     * @param k (B, L, W)
     * @param place (B, L, hidden), added to what the first Linear gives, or null
     * @return (B, L)
     */
    public Value scores(Value q, Value k, Value place) {
        Graph g = layers.graph();
        Value repeated = g.repeat(q, k); // (B, L, W)
        List<Value> parts = new ArrayList<>(List.of(repeated, k));
        if (inputs == ActivationUnit.Inputs.DIFFERENCE_PRODUCT) {
            parts.add(g.subtract(repeated, k));
            parts.add(g.multiply(repeated, k));
        } else if (inputs == ActivationUnit.Inputs.OUTER_PRODUCT) {
            Value outer = g.multiply(g.unsqueeze(repeated, 3), g.unsqueeze(k, 2)); // (B, L, W, W)
            parts.add(g.reshape(outer, 0, 0, (long) width * width));
        }
        Value first = layers.linear(name + ".0", g.concat(2, parts.toArray(new Value[0])));
        return afterFirst(place == null ? first : g.add(first, place));
    }

    /** The rest of the MLP, from what its first Linear gave: (n, L, hidden) -> (n, L). */
    private Value afterFirst(Value first) {
        Value each = layers.outputs(
                name, first, hiddenLayers, activation, false, Mlp.Numbering.WITH_DROPOUT); // (n, L, scores)
        return scores == 1 ? layers.graph().squeeze(each, -1) : layers.graph().permute(each, 0, 2, 1);
    }

    /** The terms of the first Linear that depend on behaviours alone: k (B, L, W) -> (B, L, hidden). */
    public Value ofHistory(Value k) {
        Graph g = layers.graph();
        Value ofKey = weightPart(1);
        Value weight = inputs == ActivationUnit.Inputs.DIFFERENCE_PRODUCT ? g.subtract(ofKey, weightPart(2)) : ofKey;
        return g.matmul(k, g.permute(weight, 1, 0));
    }

    /**
     * Scores one history against each of many candidates. The first layer is split, so that the terms of the history are computed once:
     * W[q; k; q−k; q∗k] = (Wq+Wd)q + (Wk−Wd)k + diag(q)Wp k.
     *
     * @param q (N, W)
     * @param k (1, L, W)
     * @param ofHistory what {@link #ofHistory} gave, with places, (1, L, hidden)
     * @return (N, L)
     */
    public Value ofPairs(Value q, Value k, Value ofHistory) {
        Graph g = layers.graph();
        boolean difference = inputs == ActivationUnit.Inputs.DIFFERENCE_PRODUCT;
        Value weight = difference ? g.add(weightPart(0), weightPart(2)) : weightPart(0);
        Value ofCandidate = g.add(g.matmul(q, g.permute(weight, 1, 0)), g.weight(name + ".0.bias")); // (N, hidden)
        Value row = g.unsqueeze(ofCandidate, 1); // (N, 1, hidden)
        Value first = row;
        if (inputs != ActivationUnit.Inputs.CONCAT) { // [k, 1] [M; row]: one product adds the row, too
            Value ones = g.shift(g.scale(g.slice(k, 2, 0, 1), 0), 1); // (1, L, 1)
            Value matrix = difference ? elementwise(q) : outer(q); // (N, W, hidden)
            first = g.matmul(g.concat(2, k, ones), g.concat(1, matrix, row)); // (N, L, hidden)
        }
        return afterFirst(g.add(first, ofHistory));
    }

    /** The weights of the first Linear for its n-th input that is as wide as an item: (hidden, W). */
    private Value weightPart(int n) {
        return layers.graph().slice(firstWeight(), 1, (long) n * width, (n + 1L) * width);
    }

    private Value firstWeight() {
        return layers.graph().weight(name + ".0.weight");
    }

    /** The matrix of the element-wise product for given q: diag(q)Wp, (N, W) -> (N, W, hidden). */
    private Value elementwise(Value q) {
        Graph g = layers.graph();
        return g.multiply(g.unsqueeze(q, 2), g.unsqueeze(g.permute(weightPart(3), 1, 0), 0));
    }

    /** The matrix of the outer product for given q: (N, W) -> (N, W, hidden). */
    private Value outer(Value q) {
        Graph g = layers.graph();
        Value weight = g.slice(firstWeight(), 1, 2L * width, 2L * width + (long) width * width);
        Value apart = g.reshape(g.permute(weight, 1, 0), width, -1); // (W of q, W of k · hidden)
        return g.reshape(g.matmul(q, apart), 0, width, -1);
    }
}
