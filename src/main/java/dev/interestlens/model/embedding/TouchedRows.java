package dev.interestlens.model.embedding;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.RowTable;

/**
 * The rows of a table that a step reads, as a leaf.
 *
 * @param ids the rows; the first {@code count} count
 * @param rows shape (count, width); its gradient is that of the rows
 */
public record TouchedRows(RowTable table, int[] ids, int count, NDArray rows) {}
