package dev.interestlens.model.sasrec;

import dev.interestlens.data.Schema;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.Presets;
import dev.interestlens.model.embedding.Embeddings;
import java.util.Map;

/**
 * Switches of SASRec.
 *
 * @param embeddingSize width of an item's own embedding
 * @param fieldEmbeddingSize width of every other field's embedding, 0 to read the item alone; all of them together are the encoder's width
 * @param heads attentions side by side; they must divide the width
 * @param blocks number of layers
 * @param feedForward hidden width of the feed-forward net
 * @param dropout rate on what goes into the encoder, on attention weights, on both residual branches and in the feed-forward net
 */
public record SasrecConfig(
        int embeddingSize, int fieldEmbeddingSize, int heads, int blocks, int feedForward, double dropout)
        implements ModelConfig {
    private static final Map<Preset, SasrecConfig> PRESETS = Presets.of(SasrecConfig.class);

    public SasrecConfig {
        ConfigCheck.range("embeddingSize", embeddingSize, 1, 1024);
        ConfigCheck.range("fieldEmbeddingSize", fieldEmbeddingSize, 0, 1024);
        ConfigCheck.range("heads", heads, 1, 64);
        ConfigCheck.range("blocks", blocks, 1, 12);
        ConfigCheck.range("feedForward", feedForward, 1, 8192);
        ConfigCheck.rate("dropout", dropout);
    }

    @Override
    public String id() {
        return "sasrec";
    }

    @Override
    public boolean readsSequences() {
        return true;
    }

    /** d, the width of all embeddings of an item. */
    int width(Schema schema) {
        return Embeddings.itemWidth(schema.itemsAlone(), embeddingSize, fieldEmbeddingSize, fieldEmbeddingSize == 0);
    }

    @Override
    public void check(ModelInput input) {
        int width = width(input.schema());
        ConfigCheck.that(
                width % heads == 0,
                SasrecConfig.class,
                "headsDivide",
                "heads",
                "heads",
                heads,
                "width",
                width,
                "upper",
                embeddingSize - width % heads + heads);
    }

    public static SasrecConfig preset(Preset preset) {
        return PRESETS.get(preset);
    }
}
