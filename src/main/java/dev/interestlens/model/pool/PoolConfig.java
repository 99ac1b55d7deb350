package dev.interestlens.model.pool;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.EmbeddingSizes;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.Presets;
import java.util.Map;

/**
 * Switches of the pooling baseline.
 *
 * @param sizes widths of the embeddings
 * @param pooling how the history becomes one vector
 * @param embeddingDropout rate on the embeddings of behaviours
 * @param head the MLP above
 */
public record PoolConfig(@JsonUnwrapped EmbeddingSizes sizes, Pooling pooling, double embeddingDropout, HeadConfig head)
        implements ModelConfig {
    /** How the history becomes one vector. */
    public enum Pooling {
        MEAN,
        SUM,
        /** The history is not read, only the candidate. */
        NONE
    }

    private static final Map<Preset, PoolConfig> PRESETS = Presets.of(PoolConfig.class);

    public PoolConfig {
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
        return PRESETS.get(preset);
    }
}
