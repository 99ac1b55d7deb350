package dev.interestlens.model.described;

import dev.interestlens.model.config.EmbeddingSizes;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.graph.Layers;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A configuration as what describes its ranker.
 *
 * @param sizes widths of the embeddings
 * @param width d, of the layers
 * @param interest I, what the head reads of a candidate over its history
 * @param heads attentions side by side
 * @param blocks number of layers
 * @param position what the bias of attention reads
 * @param embeddingDropout rate on items that go into the layers
 * @param head the MLP above
 * @param profileInHead whether user and context go into the head, not into the layers
 * @param nextItem the weight of the loss by which what comes out at a behaviour predicts the next one; 0 for none
 * @param layerName how the names of a layer's parameters begin
 * @param parameters asks for what the layers learn
 * @param layers the layers as part of a graph
 */
public record Ranker(
        EmbeddingSizes sizes,
        int width,
        int interest,
        int heads,
        int blocks,
        PositionKind position,
        double embeddingDropout,
        HeadConfig head,
        boolean profileInHead,
        double nextItem,
        IntFunction<String> layerName,
        Learned parameters,
        Function<Layers, Description> layers) {
    /** The name of every head. */
    static final String HEAD = "prediction_net";

    /** Asks for parameters. */
    @FunctionalInterface
    public interface Learned {
        /** @param itemWidth W */
        void register(Parameters parameters, int itemWidth);
    }

    /** How the names of a layer's parameters begin. */
    String layer(int number) {
        return layerName.apply(number);
    }

    /** Whether the bias has a table of that kind. */
    boolean reads(PositionKind kind) {
        return position.tables().contains(kind);
    }
}
