package dev.interestlens.model.config;

/**
 * Widths of the embeddings.
 *
 * @param embeddingSize of an item's own
 * @param fieldEmbeddingSize of every other field's
 */
public record EmbeddingSizes(int embeddingSize, int fieldEmbeddingSize) {
    public EmbeddingSizes {
        ConfigCheck.range("embeddingSize", embeddingSize, 1, 1024);
        ConfigCheck.range("fieldEmbeddingSize", fieldEmbeddingSize, 1, 1024);
    }
}
