package dev.interestlens.data.source.load;

import dev.interestlens.data.source.Dialect;
import dev.interestlens.data.source.file.TextTable;
import java.util.Arrays;

/**
 * Turns the number of a row into the line where it begins, counting blank and rejected records.
 *
 * @param rejected numbers of the rejected records, header and blanks counted, ascending
 */
record RowNumbers(TextTable table, long[] rejected) {
    /** @param row from 0 */
    long line(long row) {
        Dialect dialect = table.head().dialect();
        long wanted = row + (dialect.header() ? 2 : 1) + dialect.skip();
        long record = wanted;
        while (true) {
            long skipped = table.scan().blanksUpTo(record) + rejectedUpTo(record);
            if (record - skipped >= wanted) {
                return table.scan().lineOf(record);
            }
            record = wanted + skipped;
        }
    }

    private int rejectedUpTo(long record) {
        int at = Arrays.binarySearch(rejected, record);
        return at < 0 ? -at - 1 : at + 1;
    }
}
