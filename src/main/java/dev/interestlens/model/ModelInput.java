package dev.interestlens.model;

import dev.interestlens.data.Schema;

/**
 * What a model is built for.
 *
 * @param schema the fields it reads
 * @param historyLength the most behaviours a history holds
 */
public record ModelInput(Schema schema, int historyLength) {
    public ModelInput {
        if (historyLength < 1) {
            throw new IllegalArgumentException("historyLength " + historyLength);
        }
    }
}
