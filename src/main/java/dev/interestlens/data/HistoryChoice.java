package dev.interestlens.data;

/** Which behaviours of a history a model reads. The others are never copied, so that the cost of a batch follows what is read. */
public interface HistoryChoice {

    /** For one batch, with a model's weights as they are now. For one thread. */
    Chooser begin();

    /** Chooses for one sample after another. */
    @FunctionalInterface
    interface Chooser {
        /** The steps of the history that are read, ascending; 0 is the oldest. */
        int[] steps(Past past);
    }

    /** One history before one candidate, as a search sees it. */
    interface Past {
        /** Number of behaviours. */
        int length();

        /** Whether a behaviour is there but must not be read. */
        boolean hidden(int step);

        /**
         * Numbers of the items, one a step, equal for behaviours of the same item; further numbers may follow. −1 where this is not known. Not to be
         * changed.
         */
        int[] keys();

        /** An id of a behaviour; {@code field} counts the categorical item fields. */
        int id(int field, int step, int k);

        /** An id of the candidate. */
        int candidate(int field, int k);
    }
}
