package dev.interestlens.data.protocol;

import java.util.Objects;

/**
 * What a model asks of its training batches.
 *
 * @param auxiliaryNegatives K, items drawn beside each behaviour of the history; 0 for none
 * @param auxiliaryKind how they are drawn; the same item as the behaviour is never drawn
 * @param behaviourDropout probability that a behaviour is hidden, 0 … below 1
 */
public record BatchOptions(int auxiliaryNegatives, NegativeKind auxiliaryKind, double behaviourDropout) {

    public BatchOptions {
        Objects.requireNonNull(auxiliaryKind, "auxiliaryKind");
        if (auxiliaryNegatives < 0) {
            throw new IllegalArgumentException("auxiliaryNegatives " + auxiliaryNegatives);
        }
        if (!(behaviourDropout >= 0 && behaviourDropout < 1)) {
            throw new IllegalArgumentException("behaviourDropout " + behaviourDropout);
        }
    }

    /** Nothing beside histories and candidates. */
    public static BatchOptions plain() {
        return new BatchOptions(0, NegativeKind.UNIFORM, 0);
    }
}
