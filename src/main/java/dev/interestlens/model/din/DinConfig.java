package dev.interestlens.model.din;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.EmbeddingSizes;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.HistoryConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.Presets;
import dev.interestlens.model.config.RegularisationConfig;
import dev.interestlens.nn.layer.Activation.Kind;
import java.util.Map;

/**
 * Switches of DIN.
 *
 * @param sizes widths of the embeddings
 * @param padding how id 0 is treated
 * @param attention how behaviours are weighed
 * @param diceEpsilon ε of Dice: 1e-8 in the paper, 1e-5 in the reference code
 * @param embeddingDropout rate on the embeddings of behaviours
 * @param regularisation of embeddings; configurations of older versions have none
 * @param head the MLP above
 * @param several how many attentions there are, and how they differ
 * @param history which behaviours are read, and what followed what
 */
public record DinConfig(
        @JsonUnwrapped EmbeddingSizes sizes,
        Padding padding,
        @JsonUnwrapped AttentionConfig attention,
        double diceEpsilon,
        double embeddingDropout,
        RegularisationConfig regularisation,
        HeadConfig head,
        @JsonUnwrapped Interests several,
        @JsonUnwrapped HistoryConfig history)
        implements ModelConfig {
    /** What the unit's scores become. */
    public enum Normalisation {
        /** Raw scores, with their sign (paper, equation 3). */
        NONE,
        SOFTMAX,
        /** Softmax of the scores divided by √W, W the width of an item. */
        SOFTMAX_SCALED
    }

    private static final Map<Preset, DinConfig> PRESETS = Presets.of(DinConfig.class);

    public DinConfig {
        regularisation = regularisation == null ? RegularisationConfig.NONE : regularisation;
        ConfigCheck.range("diceEpsilon", diceEpsilon, 1e-12, 1);
        ConfigCheck.rate("embeddingDropout", embeddingDropout);
        history.reading().requireMasked(padding);
    }

    @Override
    public String id() {
        return "din";
    }

    @Override
    public Weighing weighing() {
        return attention.normalisation() == Normalisation.NONE ? Weighing.RAW : Weighing.NORMALISED;
    }

    @Override
    public int attentions() {
        return several.interests();
    }

    @Override
    public String attentionsSwitch() {
        return "interests";
    }

    @Override
    public boolean shows(String component) {
        return switch (component) {
            case "positionUnits" -> attention.position() != PositionKind.NONE;
            case "diceEpsilon" -> attention.unit().activation() == Kind.DICE || head.activation() == Kind.DICE;
            case "disagreement" -> attentions() > 1;
            default -> ModelConfig.super.shows(component);
        };
    }

    public static DinConfig preset(Preset preset) {
        return PRESETS.get(preset);
    }
}
