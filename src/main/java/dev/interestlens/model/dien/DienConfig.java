package dev.interestlens.model.dien;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.data.Schema;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.EmbeddingSizes;
import dev.interestlens.model.config.HistoryConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.Presets;
import dev.interestlens.model.dien.AuxiliaryConfig.AuxiliaryKind;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.nn.layer.Activation.Kind;
import java.util.Map;

/**
 * Switches of DIEN.
 *
 * @param sizes widths of the embeddings
 * @param padding how id 0 is treated
 * @param hiddenSize units of both recurrent layers
 * @param evolving attention and the second recurrent layer
 * @param auxiliary the loss on interest states
 * @param diceEpsilon ε of Dice: 1e-8 in the paper, 1e-5 in the reference code
 * @param embeddingDropout rate on the embeddings of behaviours
 * @param readOut the head, and what it reads beside the final interest
 * @param history which behaviours are read, and what followed what
 */
public record DienConfig(
        @JsonUnwrapped EmbeddingSizes sizes,
        Padding padding,
        int hiddenSize,
        @JsonUnwrapped EvolvingConfig evolving,
        AuxiliaryConfig auxiliary,
        double diceEpsilon,
        double embeddingDropout,
        @JsonUnwrapped ReadOutConfig readOut,
        @JsonUnwrapped HistoryConfig history)
        implements ModelConfig {
    /** What the head reads beside the final interest. */
    public enum Beside {
        /** Nothing of the history (paper). */
        NONE,
        /** The mean of the behaviours; the released code takes their sum. */
        MEAN,
        /** Their sum weighted by attention, as in DIN. */
        ATTENDED
    }

    /** What attention compares with the candidate. */
    public enum Scored {
        /** Interest states (paper). */
        STATES,
        /** The behaviour of each state, too: eᵀ V c is added, where V begins as the identity. */
        STATES_AND_BEHAVIOURS
    }

    /** How an interest state h is scored against the candidate e. */
    public enum InterestScore {
        /** hᵀ W e (paper, equation 6). */
        BILINEAR,
        /** ⟨h, e⟩; needs states as wide as an item. */
        DOT,
        /** DIN's activation unit on the state and the candidate, projected to its width where they differ (released code). */
        UNIT,
        /** An MLP on [h; e], as the tutorial code. */
        MLP
    }

    /** Numbers of four bytes that the full softmax holds for each item and step: logits, their softmax, their gradient. */
    private static final int SOFTMAX_COPIES = 3;

    /** The batch size for which the memory of the full softmax is checked. */
    private static final int SOFTMAX_BATCH = 256;

    private static final double SOFTMAX_GIGABYTES = 2;

    private static final Map<Preset, DienConfig> PRESETS = Presets.of(DienConfig.class);

    public DienConfig {
        history.reading().requireMasked(padding);
        ConfigCheck.range("hiddenSize", hiddenSize, 1, 1024);
        ConfigCheck.range("diceEpsilon", diceEpsilon, 1e-12, 1);
        ConfigCheck.rate("embeddingDropout", embeddingDropout);
        ConfigCheck.that(
                readOut.interests() == 1 || readOut.beside() == Beside.ATTENDED && padding == Padding.MASKED,
                DienConfig.class,
                "interestsNotRead",
                "interests");
    }

    @Override
    public String id() {
        return "dien";
    }

    @Override
    public boolean shows(String component) {
        InterestScore attention = evolving.attention();
        boolean mlp = attention == InterestScore.UNIT || attention == InterestScore.MLP;
        return switch (component) {
            case "unit", "unit.hidden", "unit.activation", "unit.dropout" -> mlp;
            case "unit.inputs" -> attention == InterestScore.UNIT;
            case "auxiliary.weight", "auxiliary.reduction" -> auxiliary.kind() != AuxiliaryKind.NONE;
            case "auxiliary.negatives" -> auxiliary.needsNegatives();
            case "auxiliary.lastTarget" -> auxiliary.kind() == AuxiliaryKind.FULL_SOFTMAX;
            case "interests" -> beside() == Beside.ATTENDED && padding == Padding.MASKED;
            case "diceEpsilon" ->
                mlp && evolving.unit().activation() == Kind.DICE
                        || readOut.head().activation() == Kind.DICE;
            default -> ModelConfig.super.shows(component);
        };
    }

    @Override
    public int auxiliaryNegatives() {
        return auxiliary.needsNegatives() ? auxiliary.negatives() : 0;
    }

    @Override
    public int attentions() {
        return readOut.interests();
    }

    @Override
    public String attentionsSwitch() {
        return "interests";
    }

    /** What attention does in the second recurrent layer. */
    Evolution evolution() {
        return evolving.evolution();
    }

    /** What the head reads beside the final interest. */
    Beside beside() {
        return readOut.beside();
    }

    /** Whether attention compares behaviours with the candidate. */
    boolean comparesBehaviours() {
        return evolving.scored() == Scored.STATES_AND_BEHAVIOURS;
    }

    /** Whether the behaviours are read again behind the first layer: by the head or by attention. */
    boolean readsBehaviours() {
        return beside() != Beside.NONE || comparesBehaviours();
    }

    /** Width of what the head reads of the history, for items of width W. */
    int readWidth(int itemWidth) {
        return hiddenSize + (beside() == Beside.NONE ? 0 : attentions() * itemWidth);
    }

    @Override
    public void check(ModelInput input) {
        int width = Embeddings.itemWidth(input.schema(), sizes.embeddingSize(), sizes.fieldEmbeddingSize(), false);
        ConfigCheck.that(
                evolving.attention() != InterestScore.DOT || hiddenSize == width,
                DienConfig.class,
                "dotNeedsWidth",
                "attention",
                "hidden",
                hiddenSize,
                "width",
                width);
        int items = input.schema().itemFields().get(Schema.ITEM).size();
        double gigabytes = 4e-9 * SOFTMAX_COPIES * SOFTMAX_BATCH * reading().most(input.historyLength()) * items;
        ConfigCheck.that(
                auxiliary.kind() != AuxiliaryKind.FULL_SOFTMAX || gigabytes <= SOFTMAX_GIGABYTES,
                DienConfig.class,
                "softmaxTooLarge",
                "auxiliary.kind",
                "items",
                items,
                "length",
                input.historyLength(),
                "batch",
                SOFTMAX_BATCH,
                "gigabytes",
                Math.round(gigabytes * 10) / 10.0,
                "most",
                (int) SOFTMAX_GIGABYTES);
    }

    public static DienConfig preset(Preset preset) {
        return PRESETS.get(preset);
    }
}
