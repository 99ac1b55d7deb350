package dev.interestlens.model.config;

import dev.interestlens.data.Schema;

/**
 * What a model is built for.
 *
 * @param schema the fields it reads
 * @param historyLength the most behaviours a history holds
 * @param reading which of them are read
 */
public record ModelInput(Schema schema, int historyLength, ReadingConfig reading) {
    /** Where all are read. */
    public ModelInput(Schema schema, int historyLength) {
        this(schema, historyLength, ReadingConfig.ALL);
    }

    public ModelInput {
        if (historyLength < 1) {
            throw new IllegalArgumentException("historyLength " + historyLength);
        }
    }

    /** The same where a part of a history is read. */
    public ModelInput with(ReadingConfig other) {
        return new ModelInput(schema, historyLength, other);
    }
}
