package dev.interestlens.data.protocol;

import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.SharedKind;
import java.util.Objects;

/**
 * What a model needs in its training batches.
 *
 * @param auxiliaryNegatives K, items drawn beside each behaviour of the history; 0 for none
 * @param auxiliaryKind how they are drawn; the same item as the behaviour is never drawn
 * @param behaviourDropout probability that a behaviour is hidden, 0 … below 1
 * @param shared items that the loss compares a batch's true items with; 0 for none, {@link #WHOLE} for all items of training
 * @param sharedKind how they are drawn
 */
public record BatchOptions(
        int auxiliaryNegatives,
        NegativeKind auxiliaryKind,
        double behaviourDropout,
        int shared,
        SharedKind sharedKind) {
    /** All items. */
    public static final int WHOLE = Integer.MAX_VALUE;

    public BatchOptions {
        Objects.requireNonNull(auxiliaryKind, "auxiliaryKind");
        Objects.requireNonNull(sharedKind, "sharedKind");
        if (shared < 0) {
            throw new IllegalArgumentException("shared " + shared);
        }
        if (auxiliaryNegatives < 0) {
            throw new IllegalArgumentException("auxiliaryNegatives " + auxiliaryNegatives);
        }
        if (!(behaviourDropout >= 0 && behaviourDropout < 1)) {
            throw new IllegalArgumentException("behaviourDropout " + behaviourDropout);
        }
    }
}
