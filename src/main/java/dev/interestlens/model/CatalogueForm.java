package dev.interestlens.model;

import ai.djl.ndarray.NDArray;

/**
 * How a family scores many candidates for one history: what belongs to the items is computed once for a catalogue, what belongs to the user once a
 * history, and only what belongs to both for each pair. Equal to the plain form but for the last digits. Gradients off; n items.
 */
public interface CatalogueForm {
    /** What belongs to items: arrays of which each has a row for each candidate of the features, whose histories are empty. */
    NDArray[] items(Features candidates);

    /** From how many candidates on this is faster than a batch with other requests, in which each call serves them all. Measured. */
    default int worthwhileFrom() {
        return 16;
    }

    /** What belongs to the user of one sample, whose candidate is not read. */
    Pairs user(Features single);

    /** Whether {@link #kept} is there: where scores of many parts of one history cost far less than as many histories. */
    default boolean removesTogether() {
        return false;
    }

    /**
     * What belongs to the user of one sample when only some behaviours can be read.
     *
     * @param kept parts of the history, (S, L), 1 where a behaviour can be read
     */
    default Parts kept(Features single, NDArray kept) {
        throw new UnsupportedOperationException("one history at a time");
    }

    /** Whether a candidate costs little beside the history; not so where it has a recurrence of its own. */
    default boolean light() {
        return true;
    }

    /** One history against some items. */
    @FunctionalInterface
    interface Pairs {
        /** Rows of the arrays that {@link #items} gave, each (n, ·) -> logits (n). */
        NDArray logits(NDArray[] items);
    }

    /** Several parts of one history against some items. */
    @FunctionalInterface
    interface Parts {
        /** Rows of the arrays that {@link #items} gave, each (n, ·) -> logits (n·S), all parts of an item one after the other. */
        NDArray logits(NDArray[] items);
    }
}
