package dev.interestlens.data;

/** Which behaviours of a history a model reads. The others are never copied, so that the cost of a batch depends on what is read. */
public interface HistoryChoice {

    /** A chooser for one batch, with the current weights of the model. For one thread. */
    Chooser begin();

    /** Chooses for one sample after another. */
    @FunctionalInterface
    interface Chooser {
        /** The steps of the history that are read, ascending; 0 is the oldest. */
        int[] steps(Past past);

        /**
         * Tells before the first sample what will be asked for, so that much can be computed at once.
         *
         * @param items every item of the data set as a step with the item's number
         * @param candidates the items of all samples in their order
         * @param behaviours of all samples together
         */
        default void expect(Past items, int[] candidates, long behaviours) {
            // whoever computes nothing in advance need not know
        }
    }

    /** One history and one candidate, as a search reads them. */
    interface Past {
        /** Number of behaviours. */
        int length();

        /** Whether a behaviour is there but must not be read. */
        boolean hidden(int step);

        /**
         * One number for each step, equal for behaviours of the same item; −1 where this is unknown. The array may be longer and must not be changed.
         */
        int[] keys();

        /** An id of a behaviour; {@code field} counts the categorical item fields. */
        int id(int field, int step, int k);

        /** An id of the candidate. */
        int candidate(int field, int k);
    }
}
