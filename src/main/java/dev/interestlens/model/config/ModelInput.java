package dev.interestlens.model.config;

import dev.interestlens.data.Schema;

/**
 * What a model is built for.
 *
 * @param schema the fields it reads
 * @param historyLength the most behaviours a history holds
 * @param reading which of them are read
 * @param neighbours whether what followed what is read
 * @param trend whether what is popular just then is read
 */
public record ModelInput(Schema schema, int historyLength, ReadingConfig reading, boolean neighbours, boolean trend) {
    /** Where all are read. */
    public ModelInput(Schema schema, int historyLength) {
        this(schema, historyLength, ReadingConfig.ALL, false, false);
    }

    public ModelInput {
        if (historyLength < 1) {
            throw new IllegalArgumentException("historyLength " + historyLength);
        }
    }

    /** The same for a model of this configuration. */
    public ModelInput with(ModelConfig config) {
        return new ModelInput(
                schema,
                historyLength,
                config.reading(),
                config.neighbours().reads(),
                config.neighbours().trend());
    }
}
