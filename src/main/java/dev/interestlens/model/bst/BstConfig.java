package dev.interestlens.model.bst;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interestlens.model.bst.EncoderConfig.AttentionKind;
import dev.interestlens.model.bst.PositionConfig.PositionUse;
import dev.interestlens.model.bst.PositionConfig.SequencePosition;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.EmbeddingSizes;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.HistoryConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.Presets;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.embedding.Embeddings;
import dev.interestlens.nn.layer.Window;
import java.util.Map;

/**
 * Switches of BST.
 *
 * @param sizes widths of the embeddings
 * @param itemFields what of an item goes into the sequence
 * @param candidate whether the candidate is part of the sequence
 * @param position what the encoder reads of a behaviour's position
 * @param encoder the encoder layers
 * @param readOut what of their output the head reads
 * @param embeddingDropout rate on what goes into the encoder
 * @param head the MLP above
 * @param history which behaviours are read, and what followed what
 */
public record BstConfig(
        @JsonUnwrapped EmbeddingSizes sizes,
        ItemFields itemFields,
        CandidatePlace candidate,
        PositionConfig position,
        EncoderConfig encoder,
        ReadOut readOut,
        double embeddingDropout,
        HeadConfig head,
        @JsonUnwrapped HistoryConfig history)
        implements ModelConfig {
    /** What of an item goes into the sequence. */
    public enum ItemFields {
        ALL,
        /** The item's own embedding only. */
        ITEM_ONLY
    }

    /** Whether the candidate is part of the sequence. */
    public enum CandidatePlace {
        /** Its last position (paper). */
        INSIDE,
        /** Only the head reads it, so that attention does not depend on it (tutorial code). */
        OUTSIDE
    }

    /** What of the encoder's output the head reads. */
    public enum ReadOut {
        /** The candidate's position. */
        CANDIDATE,
        /** All positions one after another, zeros at padding (paper). */
        CONCAT,
        /** The mean of the positions that can be read. */
        MEAN,
        /** Their sum. */
        SUM
    }

    private static final Map<Preset, BstConfig> PRESETS = Presets.of(BstConfig.class);

    public BstConfig {
        ConfigCheck.rate("embeddingDropout", embeddingDropout);
        ConfigCheck.that(
                readOut != ReadOut.CANDIDATE || candidate == CandidatePlace.INSIDE,
                BstConfig.class,
                "readOutNeedsCandidate",
                "readOut");
        ConfigCheck.that(
                history.reading().kind() == ReadingConfig.Kind.ALL || readOut != ReadOut.CONCAT,
                ReadingConfig.class,
                "concatReadsAll",
                "reading.kind");
        ConfigCheck.that(
                history.reading().kind() != ReadingConfig.Kind.DOT || readOut == ReadOut.CANDIDATE,
                ReadingConfig.class,
                "noTeacher",
                "reading.kind");
    }

    @Override
    public String id() {
        return "bst";
    }

    @Override
    public int attentions() {
        return encoder.heads();
    }

    @Override
    public String attentionsSwitch() {
        return "encoder.heads";
    }

    @Override
    public boolean shows(String component) {
        boolean positions = position.kind() != SequencePosition.NONE;
        return switch (component) {
            case "position.use" -> positions;
            case "position.size" -> positions && position.use() == PositionUse.CONCATENATED;
            case "position.timeBuckets" -> position.readsTime();
            case "position.rows" -> position.readsIndex();
            case "encoder.attention" -> behavioursAttend();
            case "encoder.window" ->
                behavioursAttend() && encoder.selfAttention().attention() == AttentionKind.WINDOW;
            default -> ModelConfig.super.shows(component);
        };
    }

    @Override
    public void check(ModelInput input) {
        int item = Embeddings.itemWidth(
                input.schema(), sizes.embeddingSize(), sizes.fieldEmbeddingSize(), itemFields == ItemFields.ITEM_ONLY);
        EncoderConfig.checkHeads(encoder.width() > 0 ? encoder.width() : position.inputWidth(item), encoder.heads());
        int needed = input.historyLength() + (candidate == CandidatePlace.INSIDE ? 1 : 0);
        boolean sharesLast = reading().kind() != ReadingConfig.Kind.ALL; // positions beyond the table have its last row
        ConfigCheck.that(
                sharesLast || !position.readsIndex() || needed <= position.rows(),
                BstConfig.class,
                "positionsTooShort",
                "position.rows",
                "rows",
                position.rows(),
                "needed",
                needed);
    }

    /** Whether behaviours attend to each other: the last layer computes the candidate's position alone where only that is read out. */
    private boolean behavioursAttend() {
        return encoder.blocks() > 1 || readOut != ReadOut.CANDIDATE;
    }

    /** What a position of the encoder reads. */
    Window window() {
        boolean near = behavioursAttend() && encoder.selfAttention().attention() == AttentionKind.WINDOW;
        return near ? new Window(encoder.selfAttention().window(), candidate == CandidatePlace.INSIDE) : Window.ALL;
    }

    /** Whether the head reads the candidate's own embedding: where the read-out does not hold it separately, or for products. */
    boolean candidateInHead() {
        return head.products() == HeadConfig.Products.MATCH
                || candidate == CandidatePlace.OUTSIDE
                || readOut == ReadOut.MEAN
                || readOut == ReadOut.SUM;
    }

    public static BstConfig preset(Preset preset) {
        return PRESETS.get(preset);
    }
}
