package dev.interestlens.data.source.file;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The result of scanning a text, or a part of it that begins and ends with a record. Those of parts can be combined.
 *
 * @param lines that were ended
 * @param records blank ones and the header included
 * @param blanks numbers of the blank records, from 1, ascending
 * @param longRecords numbers of the records that span several lines, one entry for each further line, ascending
 * @param feeds lines that end in a line feed only
 * @param returns lines that end in a carriage return only
 * @param pairs lines that end in both
 * @param zeros zero bytes
 * @param spaces whether there may be spaces around a value
 * @param wide whether there may be any other white space around one, or characters beyond ASCII
 * @param behind bytes behind the end of an archive, which are not read
 */
public record ScanSummary(
        long lines,
        long records,
        long[] blanks,
        long[] longRecords,
        long feeds,
        long returns,
        long pairs,
        long zeros,
        boolean spaces,
        boolean wide,
        long behind)
        implements Serializable {

    /** Of an empty text. */
    public static final ScanSummary EMPTY =
            new ScanSummary(0, 0, new long[0], new long[0], 0, 0, 0, 0, false, false, 0);

    /** That of consecutive parts together. */
    public static ScanSummary of(List<ScanSummary> parts) {
        long[] blanks =
                new long[parts.stream().mapToInt(part -> part.blanks.length).sum()];
        long[] longRecords = new long
                [parts.stream().mapToInt(part -> part.longRecords.length).sum()];
        int blank = 0;
        int spanning = 0;
        long[] sums = new long[7];
        boolean spaces = false;
        boolean wide = false;
        for (ScanSummary part : parts) {
            for (long record : part.blanks) {
                blanks[blank++] = sums[1] + record;
            }
            for (long record : part.longRecords) {
                longRecords[spanning++] = sums[1] + record;
            }
            long[] own = {part.lines, part.records, part.feeds, part.returns, part.pairs, part.zeros, part.behind};
            for (int n = 0; n < sums.length; n++) {
                sums[n] += own[n];
            }
            spaces |= part.spaces;
            wide |= part.wide;
        }
        return new ScanSummary(
                sums[0], sums[1], blanks, longRecords, sums[2], sums[3], sums[4], sums[5], spaces, wide, sums[6]);
    }

    /** The same of an archive with bytes behind its end. */
    ScanSummary withBehind(long bytes) {
        return new ScanSummary(lines, records, blanks, longRecords, feeds, returns, pairs, zeros, spaces, wide, bytes);
    }

    /** Whether lines end in different ways, which DuckDB refuses. */
    public boolean mixedLineEnds() {
        return (feeds > 0 ? 1 : 0) + (returns > 0 ? 1 : 0) + (pairs > 0 ? 1 : 0) > 1;
    }

    /** The line on which a record begins; both from 1. */
    public long lineOf(long ordinal) {
        return ordinal + before(longRecords, ordinal);
    }

    /** Blank records at or before the given one. */
    public long blanksUpTo(long ordinal) {
        return before(blanks, ordinal + 1);
    }

    private static int before(long[] spots, long ordinal) {
        int low = 0;
        int high = spots.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spots[middle] < ordinal) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScanSummary its
                && lines == its.lines
                && records == its.records
                && Arrays.equals(blanks, its.blanks)
                && Arrays.equals(longRecords, its.longRecords)
                && feeds == its.feeds
                && returns == its.returns
                && pairs == its.pairs
                && zeros == its.zeros
                && spaces == its.spaces
                && wide == its.wide
                && behind == its.behind;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new long[] {lines, records, feeds, returns, pairs, zeros});
    }
}
