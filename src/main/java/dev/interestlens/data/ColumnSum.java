package dev.interestlens.data;

import java.util.List;

/**
 * What a column file must hold.
 *
 * @param name of the file
 * @param bytes its size
 * @param sha256 of the whole
 * @param blocks CRC-32C of each block of {@link #BLOCK} bytes, the last one shorter
 */
public record ColumnSum(String name, long bytes, String sha256, List<Long> blocks) {

    public static final int BLOCK = 1 << 20;

    public ColumnSum {
        blocks = List.copyOf(blocks);
    }

    /** All columns of a data set, as in {@code checksums.json}. */
    public record All(int blockBytes, List<ColumnSum> columns) {
        public All {
            columns = List.copyOf(columns);
        }
    }
}
