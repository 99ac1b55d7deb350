package dev.interestlens.data.source.load;

import dev.interestlens.data.ColumnOutput;
import dev.interestlens.data.Layout;
import dev.interestlens.data.source.time.TimeFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the columns of events or impressions of some users, whose rows come sorted by user, time to the microsecond and input order, and counts
 * them. All users may be one piece, or pieces may be concatenated in the order of their users, with the same columns as the result. Closing closes
 * the columns.
 */
public final class EventPiece implements AutoCloseable {

    /** Opens the column with a name. */
    @FunctionalInterface
    public interface Opener {
        ColumnOutput open(String name) throws IOException;
    }

    /** The context fields of a row, by their place among all of them. */
    public interface Contexts {
        int id(int field) throws IOException;

        /** NaN where it is missing. */
        float number(int field) throws IOException;
    }

    /**
     * The shape of all pieces of a data set.
     *
     * @param timed whether rows have times; otherwise their order is used as time
     * @param last the time of missing ones that count as the last where no row of the user has a time; in microseconds
     * @param fractions whether some time of the input is no whole second
     * @param dropDuplicates whether a row that repeats an earlier one is left out
     * @param contexts names of the context fields
     * @param categorical which of them hold ids instead of numbers
     */
    public record Shape(
            boolean timed,
            long last,
            boolean fractions,
            boolean dropDuplicates,
            List<String> contexts,
            List<Boolean> categorical)
            implements java.io.Serializable {

        public Shape {
            contexts = List.copyOf(contexts);
            categorical = List.copyOf(categorical);
        }

        /** The names of the columns that have one value for each row. */
        public List<String> columns(String rows) {
            List<String> names = new ArrayList<>(List.of(Layout.item(rows), Layout.time(rows), Layout.order(rows)));
            if (fractions) {
                names.add(Layout.micros(rows));
            }
            contexts.forEach(name -> names.add(Layout.context(rows, name)));
            return names;
        }
    }

    private static final long SECOND = 1_000_000;
    private static final int SOME_USERS = 1024;
    private static final int NOBODY = -1;

    private final Shape shape;
    private final List<ColumnOutput> open = new ArrayList<>();
    private final List<ColumnOutput> contextColumns = new ArrayList<>();
    private final ColumnOutput items;
    private final ColumnOutput times;
    private final ColumnOutput orders;
    private final ColumnOutput fractions;
    private final Set<Integer> sameTime = new HashSet<>();
    private int[] lengths;
    private final long[] missing;
    private long events;
    private int user = NOBODY;
    private long time;
    private int group;
    private final SmallestNumbers firstDuplicates = new SmallestNumbers(Audit.FIRST);
    private long moments;
    private long begun;
    private long several;
    private long unordered;
    private final SmallestNumbers firstTies = new SmallestNumbers(Audit.FIRST);
    private long duplicates;
    private long ties;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;

    /** @param rows {@link Layout#EVENTS} or {@link Layout#IMPRESSIONS} */
    public EventPiece(Shape shape, String rows, Opener opener) throws IOException {
        this.shape = shape;
        lengths = new int[SOME_USERS];
        missing = new long[shape.contexts().size()];
        try {
            items = opened(opener, Layout.item(rows));
            times = opened(opener, Layout.time(rows));
            orders = opened(opener, Layout.order(rows));
            fractions = shape.fractions() ? opened(opener, Layout.micros(rows)) : null;
            for (String name : shape.contexts()) {
                contextColumns.add(opened(opener, Layout.context(rows, name)));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private ColumnOutput opened(Opener opener, String name) throws IOException {
        ColumnOutput column = opener.open(name);
        open.add(column);
        return column;
    }

    /**
     * Adds a row.
     *
     * @param u number of the user within the piece, never smaller than the one before
     * @param micros since 1970, or the order where rows have no times; a missing time that counts as the last one becomes that of the row before
     */
    public void add(int u, int item, long micros, int order, Contexts fields) throws IOException {
        long t = !shape.timed() || micros < TimeFormat.LAST ? micros : u == user ? time : shape.last();
        if (u != user || t != time) {
            group = 0;
            sameTime.clear();
            closeUser(u);
            moments++;
        }
        user = u;
        time = t;
        if (!sameTime.add(item)) {
            duplicates++;
            firstDuplicates.add(order);
            if (shape.dropDuplicates()) {
                return;
            }
        }
        group++;
        ties += group == 1 ? 0 : group == 2 ? 2 : 1;
        if (group > 1) {
            firstTies.add(order);
        }
        items.putInt(item);
        long seconds = shape.timed() ? Math.floorDiv(t, SECOND) : t;
        times.putLong(seconds);
        if (shape.fractions()) {
            fractions.putInt((int) Math.floorMod(t, SECOND));
        }
        orders.putInt(order);
        for (int c = 0; c < contextColumns.size(); c++) {
            if (shape.categorical().get(c)) {
                contextColumns.get(c).putInt(fields.id(c));
            } else {
                float number = fields.number(c);
                missing[c] += Float.isNaN(number) ? 1 : 0;
                contextColumns.get(c).putFloat(Float.isNaN(number) ? 0 : number);
            }
        }
        earliest = Math.min(earliest, seconds);
        latest = Math.max(latest, seconds);
        if (u >= lengths.length) {
            lengths = Arrays.copyOf(lengths, Math.max(u + 1, lengths.length + (lengths.length >> 1)));
        }
        lengths[u]++;
        events++;
    }

    /** Counts the rows of the user before, where a row of another one comes. */
    private void closeUser(int next) {
        if (next != user) {
            long rows = events - begun;
            several += rows > 1 ? rows : 0;
            unordered += rows > 1 && moments == 1 ? rows : 0;
            begun = events;
            moments = 0;
        }
    }

    /** Rows that were written so far. */
    long rows() {
        return events;
    }

    /** Rows of each of so many users. */
    public int[] lengths(int users) {
        return Arrays.copyOf(lengths, users);
    }

    /** The counts, once all rows are added. */
    public PieceStats stats() {
        closeUser(NOBODY);
        user = NOBODY;
        return new PieceStats(
                events,
                new PieceStats.RowCount(duplicates, firstDuplicates.ascending()),
                new PieceStats.RowCount(ties, firstTies.ascending()),
                several,
                unordered,
                earliest,
                latest,
                Arrays.stream(missing).boxed().toList());
    }

    @Override
    public void close() throws IOException {
        for (ColumnOutput column : open) {
            column.close();
        }
    }
}
