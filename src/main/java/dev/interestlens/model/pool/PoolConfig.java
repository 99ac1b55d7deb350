package dev.interestlens.model.pool;

import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.nn.layer.Activation;
import java.util.List;

/**
 * Switches of the pooling baseline.
 *
 * @param embeddingSize width of an item's own embedding
 * @param fieldEmbeddingSize width of every other field's embedding
 * @param pooling how the history becomes one vector
 * @param embeddingDropout rate on the embeddings of behaviours
 * @param head the MLP above
 */
public record PoolConfig(
        int embeddingSize, int fieldEmbeddingSize, Pooling pooling, double embeddingDropout, HeadConfig head)
        implements ModelConfig {
    /** How the history becomes one vector. */
    public enum Pooling {
        MEAN,
        SUM,
        /** The history is not read, only the candidate. */
        NONE
    }

    public PoolConfig {
        ConfigCheck.range("embeddingSize", embeddingSize, 1, 1024);
        ConfigCheck.range("fieldEmbeddingSize", fieldEmbeddingSize, 1, 1024);
        ConfigCheck.rate("embeddingDropout", embeddingDropout);
    }

    @Override
    public String id() {
        return "pool";
    }

    @Override
    public Weighing weighing() {
        return Weighing.ALIKE;
    }

    @Override
    public boolean shows(String component) {
        return !component.equals("embeddingDropout") || pooling != Pooling.NONE;
    }

    /** The sizes of DIN's presets, for a fair comparison. */
    public static PoolConfig preset(Preset preset) {
        return switch (preset) {
            case QUICK ->
                new PoolConfig(
                        32,
                        8,
                        Pooling.MEAN,
                        0.2,
                        new HeadConfig(List.of(64, 32), Activation.Kind.RELU, false, 0.1, HeadConfig.Products.MATCH));
            case BALANCED ->
                new PoolConfig(
                        32,
                        8,
                        Pooling.MEAN,
                        0.2,
                        new HeadConfig(List.of(128, 64), Activation.Kind.RELU, false, 0.1, HeadConfig.Products.MATCH));
            case PAPER ->
                new PoolConfig(
                        12, 12, Pooling.SUM, 0, new HeadConfig(List.of(200, 80), Activation.Kind.PRELU, false, 0));
            case REFERENCE ->
                new PoolConfig(
                        64, 64, Pooling.MEAN, 0, new HeadConfig(List.of(256, 128), Activation.Kind.RELU, true, 0.2));
        };
    }
}
