package dev.interestlens.nn.penalty;

import dev.interestlens.nn.RowTable;

/** A penalty on the embedding rows that a batch touched, added to their gradients before the optimiser's step. */
public interface RowPenalty {
    /** Adds nothing. */
    RowPenalty NONE = (table, ids, count, gradient) -> 0;

    /**
     * @param ids the touched rows; the first {@code count} count
     * @param gradient count · width numbers, to which is added
     * @return what the penalty adds to the loss
     */
    double add(RowTable table, int[] ids, int count, float[] gradient);
}
