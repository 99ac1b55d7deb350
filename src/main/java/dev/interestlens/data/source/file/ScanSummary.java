package dev.interestlens.data.source.file;

import dev.interestlens.metric.SortedSearch;
import dev.interestlens.store.Components;
import java.io.Serializable;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The result of scanning a text, or a part of it that begins and ends with a record. Those of parts can be combined.
 *
 * @param lines that were ended
 * @param records blank ones and the header included
 * @param blanks numbers of the blank records, from 1, ascending
 * @param longRecords numbers of the records that span several lines, one entry for each further line, ascending
 * @param ends how lines end
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
        LineEnds ends,
        long zeros,
        boolean spaces,
        boolean wide,
        long behind)
        implements Serializable {

    /**
     * Numbers of lines by their end.
     *
     * @param feeds lines that end in a line feed only
     * @param returns lines that end in a carriage return only
     * @param pairs lines that end in both
     */
    record LineEnds(long feeds, long returns, long pairs) implements Serializable {
        /** Whether lines end in different ways, which DuckDB refuses. */
        boolean mixed() {
            return (feeds > 0 ? 1 : 0) + (returns > 0 ? 1 : 0) + (pairs > 0 ? 1 : 0) > 1;
        }
    }

    /** Of an empty text. */
    public static final ScanSummary EMPTY =
            new ScanSummary(0, 0, new long[0], new long[0], new LineEnds(0, 0, 0), 0, false, false, 0);

    /** That of consecutive parts together. */
    public static ScanSummary of(List<ScanSummary> parts) {
        long[] blanks =
                new long[parts.stream().mapToInt(part -> part.blanks.length).sum()];
        long[] longRecords = new long
                [parts.stream().mapToInt(part -> part.longRecords.length).sum()];
        int blank = 0;
        int spanning = 0;
        long before = 0;
        for (ScanSummary part : parts) {
            for (long record : part.blanks) {
                blanks[blank++] = before + record;
            }
            for (long record : part.longRecords) {
                longRecords[spanning++] = before + record;
            }
            before += part.records;
        }
        return new ScanSummary(
                sum(parts, ScanSummary::lines),
                before,
                blanks,
                longRecords,
                new LineEnds(
                        sum(parts, part -> part.ends.feeds),
                        sum(parts, part -> part.ends.returns),
                        sum(parts, part -> part.ends.pairs)),
                sum(parts, ScanSummary::zeros),
                parts.stream().anyMatch(ScanSummary::spaces),
                parts.stream().anyMatch(ScanSummary::wide),
                sum(parts, ScanSummary::behind));
    }

    private static long sum(List<ScanSummary> parts, ToLongFunction<ScanSummary> count) {
        return parts.stream().mapToLong(count).sum();
    }

    /** The same of an archive with bytes behind its end. */
    ScanSummary withBehind(long bytes) {
        return Components.of(this).with("behind", bytes);
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
        return SortedSearch.first(0, spots.length, at -> spots[at] >= ordinal);
    }
}
