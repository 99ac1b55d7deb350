package dev.interestlens.model.config;

import dev.interestlens.nn.penalty.RowCounts;

/**
 * Regularisation of embeddings.
 *
 * @param kind the rule
 * @param strength λ, or the base of the adaptive norm
 * @param count what n_j counts, for the mini-batch aware rule
 */
public record RegularisationConfig(Regularisation kind, double strength, RowCounts.Unit count) {
    /** The rule. */
    public enum Regularisation {
        NONE,
        /** λ‖w‖² over dense parameters and over the rows of the batch, whatever their frequency. */
        L2,
        /** λ/n_j·w_j on the rows j of the batch, n_j how often j occurs in training (DIN, section 5.1). */
        MINI_BATCH_AWARE,
        /** The reference code's norm of each history over its length. */
        ADAPTIVE
    }

    public static final RegularisationConfig NONE =
            new RegularisationConfig(Regularisation.NONE, 0.01, RowCounts.Unit.SAMPLES);

    public RegularisationConfig {
        ConfigCheck.range("regularisation.strength", strength, 0, 1e3);
    }

    /** Whether a component is used. */
    public boolean shows(String component) {
        return switch (component) {
            case "strength" -> kind != Regularisation.NONE;
            case "count" -> kind == Regularisation.MINI_BATCH_AWARE;
            default -> true;
        };
    }
}
