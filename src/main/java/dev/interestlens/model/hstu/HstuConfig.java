package dev.interestlens.model.hstu;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.EmbeddingSizes;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.HistoryConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.Presets;
import java.util.Map;

/**
 * Switches of HSTU.
 *
 * @param sizes widths of the embeddings
 * @param width of the layers
 * @param heads attentions side by side; they must divide the width
 * @param blocks number of layers
 * @param position what the bias of attention reads: distance in places, in time, or both
 * @param divisor what weights are divided by
 * @param start how queries and keys begin
 * @param embeddingDropout rate on what goes into the layers
 * @param dropout rate on what a layer adds
 * @param nextItem the weight of the loss by which what comes out at each behaviour predicts the next one, as in the paper; 0 for none
 * @param head the MLP above
 * @param history which behaviours are read, and what followed what
 */
public record HstuConfig(
        @JsonUnwrapped EmbeddingSizes sizes,
        int width,
        int heads,
        int blocks,
        PositionKind position,
        Divisor divisor,
        AttentionStart start,
        double embeddingDropout,
        double dropout,
        double nextItem,
        HeadConfig head,
        @JsonUnwrapped HistoryConfig history)
        implements ModelConfig {
    /** What weights are divided by. */
    public enum Divisor {
        /** How many positions are read. */
        READ,
        /** The longest sequence (paper). */
        LONGEST
    }

    /** How queries and keys begin. */
    public enum AttentionStart {
        RANDOM,
        /** As multiples of the row itself, so that the candidate looks at what is like it from the first step on. */
        SIMILARITY
    }

    private static final Map<Preset, HstuConfig> PRESETS = Presets.of(HstuConfig.class);

    public HstuConfig {
        ConfigCheck.range("width", width, 1, 1024);
        ConfigCheck.range("heads", heads, 1, 64);
        ConfigCheck.range("blocks", blocks, 1, 12);
        ConfigCheck.rate("embeddingDropout", embeddingDropout);
        ConfigCheck.rate("dropout", dropout);
        ConfigCheck.range("nextItem", nextItem, 0, 100);
    }

    @Override
    public String id() {
        return "hstu";
    }

    @Override
    public Weighing weighing() {
        return Weighing.RAW;
    }

    @Override
    public int attentions() {
        return heads;
    }

    @Override
    public String attentionsSwitch() {
        return "heads";
    }

    @Override
    public int auxiliaryNegatives() {
        return nextItem > 0 ? 1 : 0;
    }

    @Override
    public void check(ModelInput input) {
        ConfigCheck.heads("heads", heads, width);
    }

    public static HstuConfig preset(Preset preset) {
        return PRESETS.get(preset);
    }
}
