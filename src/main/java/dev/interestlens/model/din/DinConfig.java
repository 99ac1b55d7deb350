package dev.interestlens.model.din;

import dev.interestlens.model.PositionTables;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.Presets;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.config.RegularisationConfig;
import dev.interestlens.model.config.UnitConfig;
import dev.interestlens.nn.layer.Activation.Kind;
import java.util.Map;

/**
 * Switches of DIN.
 *
 * @param embeddingSize width of an item's own embedding
 * @param fieldEmbeddingSize width of every other field's embedding
 * @param padding how id 0 is treated
 * @param unit the activation unit
 * @param normalisation what the unit's scores become
 * @param position what the unit reads of a behaviour's position
 * @param positionUnits how many of the unit's first hidden units read it, at most; 0 stands for all, as in configurations of older versions. The
 *     others compare two items alone
 * @param diceEpsilon ε of Dice: 1e-8 in the paper, 1e-5 in the reference code
 * @param embeddingDropout rate on the embeddings of behaviours
 * @param regularisation of embeddings; configurations of older versions have none
 * @param head the MLP above
 * @param interests H, attentions side by side, each with scores of its own over the same behaviours; the head reads what all of them gather
 * @param disagreement λ of the term that is added to the loss where attentions are similar
 * @param reading which behaviours are read; configurations of older versions read all
 * @param neighbours what followed what, as a term of the logit; configurations of older versions have none
 */
public record DinConfig(
        int embeddingSize,
        int fieldEmbeddingSize,
        Padding padding,
        UnitConfig unit,
        Normalisation normalisation,
        PositionKind position,
        int positionUnits,
        double diceEpsilon,
        double embeddingDropout,
        RegularisationConfig regularisation,
        HeadConfig head,
        int interests,
        double disagreement,
        ReadingConfig reading,
        NeighbourConfig neighbours)
        implements ModelConfig {
    private static final int MAX_INTERESTS = 8;

    /** Where only some units read the position, what they learn of it is multiplied by this. Measured. */
    private static final double POSITION_FACTOR = 8;

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
        reading = reading == null ? ReadingConfig.ALL : reading;
        neighbours = NeighbourConfig.beside(neighbours);
        regularisation = regularisation == null ? RegularisationConfig.NONE : regularisation;
        ConfigCheck.range("embeddingSize", embeddingSize, 1, 1024);
        ConfigCheck.range("fieldEmbeddingSize", fieldEmbeddingSize, 1, 1024);
        ConfigCheck.range("diceEpsilon", diceEpsilon, 1e-12, 1);
        ConfigCheck.range("positionUnits", positionUnits, 0, 1024);
        ConfigCheck.rate("embeddingDropout", embeddingDropout);
        ConfigCheck.range("interests", interests, 1, MAX_INTERESTS);
        ConfigCheck.range("disagreement", disagreement, 0, 10);
        ConfigCheck.that(
                position == PositionKind.NONE || !unit.hidden().isEmpty(),
                DinConfig.class,
                "positionNeedsHidden",
                "position");
        reading.requireMasked(padding);
    }

    /** What is added to the unit's first layer for a position. */
    PositionTables.Row positionRow() {
        int width = unit.hidden().isEmpty() ? 1 : unit.hidden().get(0);
        return positionUnits == 0
                ? PositionTables.Row.of(width)
                : new PositionTables.Row(width, Math.min(width, positionUnits), POSITION_FACTOR);
    }

    @Override
    public String id() {
        return "din";
    }

    @Override
    public Weighing weighing() {
        return normalisation == Normalisation.NONE ? Weighing.RAW : Weighing.NORMALISED;
    }

    @Override
    public int attentions() {
        return interests;
    }

    @Override
    public String attentionsSwitch() {
        return "interests";
    }

    @Override
    public boolean shows(String component) {
        return switch (component) {
            case "positionUnits" -> position != PositionKind.NONE;
            case "diceEpsilon" -> unit.activation() == Kind.DICE || head.activation() == Kind.DICE;
            case "disagreement" -> interests > 1;
            default -> ModelConfig.super.shows(component);
        };
    }

    public static DinConfig preset(Preset preset) {
        return PRESETS.get(preset);
    }
}
