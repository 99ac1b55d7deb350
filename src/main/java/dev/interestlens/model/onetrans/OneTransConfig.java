package dev.interestlens.model.onetrans;

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
 * Switches of OneTrans.
 *
 * @param sizes widths of the embeddings
 * @param width of the layers
 * @param heads attentions side by side; they must divide the width
 * @param blocks number of layers
 * @param feedForward width of the feed-forward networks' hidden layer
 * @param position what the bias of attention reads: distance in places, in time, or both
 * @param start how queries and keys begin
 * @param embeddingDropout rate on items that go into the layers
 * @param dropout rate on what a layer adds
 * @param head the MLP above
 * @param history which behaviours are read, and what followed what
 */
public record OneTransConfig(
        @JsonUnwrapped EmbeddingSizes sizes,
        int width,
        int heads,
        int blocks,
        int feedForward,
        PositionKind position,
        AttentionStart start,
        double embeddingDropout,
        double dropout,
        HeadConfig head,
        @JsonUnwrapped HistoryConfig history)
        implements ModelConfig {
    /** How queries and keys begin. */
    public enum AttentionStart {
        RANDOM,
        /** As multiples of the row itself, so that a candidate's field looks at what is like it from the first step on. */
        SIMILARITY
    }

    private static final Map<Preset, OneTransConfig> PRESETS = Presets.of(OneTransConfig.class);

    public OneTransConfig {
        ConfigCheck.range("width", width, 1, 1024);
        ConfigCheck.range("heads", heads, 1, 64);
        ConfigCheck.range("blocks", blocks, 1, 12);
        ConfigCheck.range("feedForward", feedForward, 1, 4096);
        ConfigCheck.rate("embeddingDropout", embeddingDropout);
        ConfigCheck.rate("dropout", dropout);
    }

    @Override
    public String id() {
        return "onetrans";
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
    public void check(ModelInput input) {
        ConfigCheck.heads("heads", heads, width);
    }

    public static OneTransConfig preset(Preset preset) {
        return PRESETS.get(preset);
    }
}
