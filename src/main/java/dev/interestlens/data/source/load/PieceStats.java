package dev.interestlens.data.source.load;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts of the sorted rows of some users. Those of different users can be combined.
 *
 * @param duplicates rows that repeat an earlier one of the same user, item and time
 * @param ties rows that share their time with another one of the user; the first of those that share it with an earlier one
 * @param several rows of users with at least two rows
 * @param unordered those among them of users all of whose rows have one time
 * @param earliest in seconds; {@link Long#MAX_VALUE} without rows
 * @param latest in seconds; {@link Long#MIN_VALUE} without rows
 * @param missing by context field, the rows that have no number where they should; empty without rows
 */
public record PieceStats(
        long rows,
        RowCount duplicates,
        RowCount ties,
        long several,
        long unordered,
        long earliest,
        long latest,
        List<Long> missing)
        implements Serializable {

    /**
     * How many rows, and where the first of them stand.
     *
     * @param first positions in the input, ascending
     */
    public record RowCount(long count, List<Long> first) implements Serializable {
        static final RowCount NONE = new RowCount(0, List.of());

        RowCount with(RowCount other) {
            List<Long> firstOfBoth = Stream.concat(first.stream(), other.first.stream())
                    .sorted()
                    .limit(Audit.FIRST)
                    .toList();
            return new RowCount(count + other.count, firstOfBoth);
        }
    }

    /** The counts of no rows. */
    public static final PieceStats NONE =
            new PieceStats(0, RowCount.NONE, RowCount.NONE, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE, List.of());

    public PieceStats with(PieceStats other) {
        return new PieceStats(
                rows + other.rows,
                duplicates.with(other.duplicates),
                ties.with(other.ties),
                several + other.several,
                unordered + other.unordered,
                Math.min(earliest, other.earliest),
                Math.max(latest, other.latest),
                sums(missing, other.missing));
    }

    private static List<Long> sums(List<Long> some, List<Long> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        return IntStream.range(0, some.size())
                .mapToObj(c -> some.get(c) + others.get(c))
                .toList();
    }
}
