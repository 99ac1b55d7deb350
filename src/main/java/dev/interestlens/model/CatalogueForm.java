package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * How a family scores many candidates for one history: what depends on items only is computed once for a catalogue, what depends on the user only
 * once for each history, and the rest for each pair. Equal to the plain form up to rounding. Gradients off; n items.
 */
public interface CatalogueForm {
    /** What depends on items only: arrays with a row for each candidate of the features, whose histories are empty. */
    NDArray[] items(Features candidates);

    /** The number of candidates from which on this is faster than a batch together with other requests. Measured. */
    default int worthwhileFrom() {
        return 16;
    }

    /** What depends on the user of one sample only; the candidate is not read. */
    Pairs user(Features single);

    /** How a behaviour and a candidate are scored, where that depends on the two items alone: such scores are kept from one history to the next. */
    default Optional<PairScores> scores() {
        return Optional.empty();
    }

    /** Whether {@link #kept} is implemented: scores for many parts of one history then cost far less than as many histories. */
    default boolean removesTogether() {
        return false;
    }

    /**
     * What depends on the user of one sample only, when only some behaviours can be read.
     *
     * @param kept parts of the history, (S, L), 1 where a behaviour can be read
     */
    default Parts kept(Features single, NDArray kept) {
        throw new UnsupportedOperationException("one history at a time");
    }

    /** Whether a candidate costs little compared with the history; false where each candidate needs a recurrence of its own. */
    default boolean light() {
        return true;
    }

    /** Scores one history with some items. */
    @FunctionalInterface
    interface Pairs {
        /** Rows of the arrays that {@link #items} gave, each (n, ·) -> logits (n). */
        NDArray logits(NDArray[] items);
    }

    /** Scores of a behaviour and an item, and what follows from them. */
    interface PairScores {
        /** Embeddings of behaviours (m, W), rows of the arrays that {@link #items} gave, each (n, ·) -> (n, m). */
        NDArray of(NDArray behaviours, NDArray[] items);

        /** What depends on the user of one sample only, apart from the scores. */
        Scored user(Features single);
    }

    /** Scores one history with some items, whose scores with each behaviour are known. */
    @FunctionalInterface
    interface Scored {
        /** Rows of the arrays that {@link #items} gave, each (n, ·), scores (n, L) -> logits (n). */
        NDArray logits(NDArray[] items, NDArray scores);
    }

    /** Scores several parts of one history with some items. */
    @FunctionalInterface
    interface Parts {
        /** Rows of the arrays that {@link #items} gave, each (n, ·) -> logits (n·S), all parts of an item one after the other. */
        NDArray logits(NDArray[] items);
    }
}
