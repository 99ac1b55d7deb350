package dev.interestlens.model.dien;

import dev.interestlens.data.Schema;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.NeighbourConfig;
import dev.interestlens.model.config.Padding;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.Presets;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.config.UnitConfig;
import dev.interestlens.model.dien.AuxiliaryConfig.AuxiliaryKind;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.nn.layer.Activation.Kind;
import java.util.Map;

/**
 * Switches of DIEN.
 *
 * @param embeddingSize width of an item's own embedding
 * @param fieldEmbeddingSize width of every other field's embedding
 * @param padding how id 0 is treated
 * @param hiddenSize units of both recurrent layers
 * @param attention how an interest state is scored against the candidate
 * @param scored what is compared with the candidate; configurations of older versions compare states
 * @param position what is added to a score for the position of its behaviour; configurations of older versions have nothing
 * @param unit the MLP that scores, where attention is one
 * @param evolution what attention does in the second recurrent layer
 * @param auxiliary the loss on interest states
 * @param diceEpsilon ε of Dice: 1e-8 in the paper, 1e-5 in the reference code
 * @param embeddingDropout rate on the embeddings of behaviours
 * @param beside what the head reads beside the final interest; configurations of older versions have none
 * @param head the MLP above
 * @param interests attentions over the states: the first drives the second recurrent layer, and the head reads the behaviours as each weighs them;
 *     configurations of older versions have one
 * @param reading which behaviours are read; configurations of older versions read all
 * @param neighbours what followed what, as a term of the logit; configurations of older versions have none
 */
public record DienConfig(
        int embeddingSize,
        int fieldEmbeddingSize,
        Padding padding,
        int hiddenSize,
        InterestScore attention,
        Scored scored,
        PositionKind position,
        UnitConfig unit,
        Evolution evolution,
        AuxiliaryConfig auxiliary,
        double diceEpsilon,
        double embeddingDropout,
        Beside beside,
        HeadConfig head,
        int interests,
        ReadingConfig reading,
        NeighbourConfig neighbours)
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

    private static final int MAX_INTERESTS = 8;

    private static final Map<Preset, DienConfig> PRESETS = Presets.of(DienConfig.class);

    public DienConfig {
        beside = beside == null ? Beside.NONE : beside;
        scored = scored == null ? Scored.STATES : scored;
        position = position == null ? PositionKind.NONE : position;
        reading = reading == null ? ReadingConfig.ALL : reading;
        neighbours = NeighbourConfig.beside(neighbours);
        reading.requireMasked(padding);
        ConfigCheck.range("embeddingSize", embeddingSize, 1, 1024);
        ConfigCheck.range("fieldEmbeddingSize", fieldEmbeddingSize, 1, 1024);
        ConfigCheck.range("hiddenSize", hiddenSize, 1, 1024);
        ConfigCheck.range("diceEpsilon", diceEpsilon, 1e-12, 1);
        ConfigCheck.rate("embeddingDropout", embeddingDropout);
        ConfigCheck.range("interests", interests, 1, MAX_INTERESTS);
        ConfigCheck.that(
                interests == 1 || beside == Beside.ATTENDED && padding == Padding.MASKED,
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
        boolean mlp = attention == InterestScore.UNIT || attention == InterestScore.MLP;
        return switch (component) {
            case "unit", "unit.hidden", "unit.activation", "unit.dropout" -> mlp;
            case "unit.inputs" -> attention == InterestScore.UNIT;
            case "auxiliary.weight", "auxiliary.reduction" -> auxiliary.kind() != AuxiliaryKind.NONE;
            case "auxiliary.negatives" -> auxiliary.needsNegatives();
            case "auxiliary.lastTarget" -> auxiliary.kind() == AuxiliaryKind.FULL_SOFTMAX;
            case "interests" -> beside == Beside.ATTENDED && padding == Padding.MASKED;
            case "diceEpsilon" -> mlp && unit.activation() == Kind.DICE || head.activation() == Kind.DICE;
            default -> ModelConfig.super.shows(component);
        };
    }

    @Override
    public int auxiliaryNegatives() {
        return auxiliary.needsNegatives() ? auxiliary.negatives() : 0;
    }

    @Override
    public int attentions() {
        return interests;
    }

    @Override
    public String attentionsSwitch() {
        return "interests";
    }

    /** Whether attention compares behaviours with the candidate. */
    boolean comparesBehaviours() {
        return scored == Scored.STATES_AND_BEHAVIOURS;
    }

    /** Whether the behaviours are read again behind the first layer: by the head or by attention. */
    boolean readsBehaviours() {
        return beside != Beside.NONE || comparesBehaviours();
    }

    /** Width of what the head reads of the history, for items of width W. */
    int readWidth(int itemWidth) {
        return hiddenSize + (beside == Beside.NONE ? 0 : interests * itemWidth);
    }

    @Override
    public void check(ModelInput input) {
        int width = Embeddings.itemWidth(input.schema(), embeddingSize, fieldEmbeddingSize, false);
        ConfigCheck.that(
                attention != InterestScore.DOT || hiddenSize == width,
                DienConfig.class,
                "dotNeedsWidth",
                "attention",
                "hidden",
                hiddenSize,
                "width",
                width);
        int items = input.schema().itemFields().get(Schema.ITEM).size();
        double gigabytes = 4e-9 * SOFTMAX_COPIES * SOFTMAX_BATCH * reading.most(input.historyLength()) * items;
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
