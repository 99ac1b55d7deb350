package dev.interestlens.data;

/**
 * Rows of users, items and times in a prepared data set, sorted by user, time to the microsecond and input order: the events, or the impressions
 * that were shown and not chosen.
 */
public final class EventRows {

    private final long size;
    private final MappedColumn offsets;
    private final MappedColumn items;
    private final MappedColumn times;
    private final MappedColumn micros;
    private final MappedColumn orders;
    private final FieldColumns contexts;

    EventRows(DatasetSums sums, String rows, DatasetInfo info, long size) {
        this.size = size;
        offsets = MappedColumn.of(sums, Layout.offsets(rows), (info.counts().users() + 1L) * Long.BYTES);
        items = MappedColumn.of(sums, Layout.item(rows), size * Integer.BYTES);
        times = MappedColumn.of(sums, Layout.time(rows), size * Long.BYTES);
        micros =
                sums.has(Layout.micros(rows)) ? MappedColumn.of(sums, Layout.micros(rows), size * Integer.BYTES) : null;
        orders = MappedColumn.of(sums, Layout.order(rows), size * Integer.BYTES);
        contexts = new FieldColumns(
                sums, info.schema().contextFields(), size, field -> Layout.context(rows, field), Layout::contextField);
    }

    public long size() {
        return size;
    }

    /** First row of a user. */
    public long first(int user) {
        return offsets.longAt(user);
    }

    /** One past the last row of a user. */
    public long end(int user) {
        return offsets.longAt(user + 1L);
    }

    /** Item of a row, from 2. */
    public int item(long row) {
        return items.intAt(row);
    }

    /** Time of a row in seconds since 1970; its position in the input where the source has no time. */
    public long time(long row) {
        return times.longAt(row);
    }

    /** Microseconds of a row's time behind its whole second, 0 … 999,999. */
    public int micros(long row) {
        return micros == null ? 0 : micros.intAt(row);
    }

    /** Position of a row in the input, from 0. */
    public int order(long row) {
        return orders.intAt(row);
    }

    /** Copies the items of {@code count} rows from {@code first} on to {@code target[at] …}. */
    public void items(long first, int[] target, int at, int count) {
        items.ints(first, target, at, count);
    }

    /** Copies the times of {@code count} rows from {@code first} on to {@code target[at] …}. */
    public void times(long first, long[] target, int at, int count) {
        times.longs(first, target, at, count);
    }

    /** Whether an item is among the rows first … end − 1. */
    public boolean contains(long first, long end, int item) {
        return items.contains(first, end, item);
    }

    /** An id of the row's context; {@code field} counts the categorical context fields. */
    public int contextField(int field, long row) {
        return contexts.id(field, row, 0);
    }

    /** A number of the row's context; {@code field} counts the numeric context fields. */
    public float contextNumber(int field, long row) {
        return contexts.number(field, row);
    }

    String contextText(int field, int id) {
        return contexts.text(field, id);
    }
}
