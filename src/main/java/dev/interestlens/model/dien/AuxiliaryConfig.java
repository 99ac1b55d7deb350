package dev.interestlens.model.dien;

import dev.interestlens.model.config.ConfigCheck;

/**
 * The auxiliary loss, by which each interest state learns to predict the next behaviour.
 *
 * @param kind how a state is compared with the next behaviour
 * @param weight α, its share beside the loss of the label
 * @param reduction what the sum over pairs is divided by
 * @param negatives behaviours that did not come next, for each pair; the mean of their terms is used
 * @param lastTarget target of the last state in the full softmax
 */
public record AuxiliaryConfig(
        AuxiliaryKind kind, double weight, Reduction reduction, int negatives, LastTarget lastTarget) {
    /** How a state is compared with the next behaviour. */
    public enum AuxiliaryKind {
        NONE,
        /** −log σ⟨h, e⁺⟩ − log(1 − σ⟨h, e⁻⟩); a state of another width than e is projected first (paper, equation 5). */
        INNER_PRODUCT,
        /** The same with a net of 100-50-1 on [h; e], as the released code. */
        NET,
        /** Cross entropy over all items, as the tutorial code's loss. */
        FULL_SOFTMAX
    }

    /** What the sum over pairs is divided by. */
    public enum Reduction {
        /** Samples, empty ones counted (paper). */
        PER_SAMPLE,
        /** Pairs. */
        PER_PAIR,
        /** All cells of the padded batch but the last column, as several public programs do. */
        PER_CELL
    }

    /** The target of the last state. */
    public enum LastTarget {
        /** Nothing. */
        RESOLVED,
        /** Padding, as the tutorial code does. */
        LITERAL
    }

    public AuxiliaryConfig {
        ConfigCheck.range("auxiliary.weight", weight, 0, 100);
        ConfigCheck.range("auxiliary.negatives", negatives, 1, 64);
    }

    boolean needsNegatives() {
        return kind == AuxiliaryKind.INNER_PRODUCT || kind == AuxiliaryKind.NET;
    }
}
