package dev.interestlens.model.bst;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.EncoderBlock.NormPlace;
import dev.interestlens.nn.layer.SelfAttention;

/**
 * The encoder layers.
 *
 * @param width of the layers: the input is projected to it; 0 keeps the input's width
 * @param heads attentions side by side; must divide the width
 * @param blocks number of layers
 * @param feedForward hidden width of the feed-forward net
 * @param activation of the feed-forward net
 * @param norm where the layer norm stands
 * @param dropout rate on attention weights, on both residual branches and in the feed-forward net
 * @param selfAttention which positions a position reads, and how that begins
 */
public record EncoderConfig(
        int width,
        int heads,
        int blocks,
        int feedForward,
        FeedForward activation,
        NormPlace norm,
        double dropout,
        @JsonUnwrapped SelfAttentionConfig selfAttention) {
    /** Which positions a position reads. */
    public enum AttentionKind {
        /** All. */
        FULL,
        /** Its neighbours; the candidate reads all and is read by all (Longformer, arXiv 2004.05150). */
        WINDOW
    }

    /** How queries and keys begin. */
    public enum AttentionStart {
        /** At random (as published): which behaviours resemble the candidate has to be found by chance. */
        RANDOM,
        /** As the items themselves, so that the candidate looks at similar behaviours from the first step on. */
        SIMILARITY
    }

    /** Activation of the feed-forward net. */
    public enum FeedForward {
        RELU(Activation.Kind.RELU),
        LEAKY_RELU(Activation.Kind.LEAKY_RELU),
        GELU(Activation.Kind.GELU);

        private final Activation.Kind kind;

        FeedForward(Activation.Kind kind) {
            this.kind = kind;
        }

        Activation.Kind kind() {
            return kind;
        }
    }

    public EncoderConfig {
        ConfigCheck.range("encoder.width", width, 0, 4096);
        ConfigCheck.range("encoder.heads", heads, 1, 64);
        ConfigCheck.range("encoder.blocks", blocks, 1, 12);
        ConfigCheck.range("encoder.feedForward", feedForward, 1, 8192);
        ConfigCheck.rate("encoder.dropout", dropout);
        if (width > 0) {
            checkHeads(width, heads);
        }
    }

    /**
     * The start of a layer's attention.
     *
     * @param layer counted from 0
     * @param d width of the layers
     */
    Initializer start(int layer, int d) {
        boolean normed = layer > 0 || norm == NormPlace.PRE;
        return selfAttention.start() == AttentionStart.RANDOM
                ? SelfAttention.random(d)
                : SelfAttention.similarity(d, heads, normed ? 1 : Embeddings.Start.MIDDLE.deviation());
    }

    /** Refuses heads that do not divide the width. */
    static void checkHeads(int width, int heads) {
        ConfigCheck.heads("encoder.heads", heads, width);
    }
}
