package dev.interestlens.data.protocol;

import dev.interestlens.data.EventRows;
import dev.interestlens.data.PreparedDataset;
import java.util.Arrays;

/**
 * Rows whose labels come with the data: the events of a part are its positives, its impressions the negatives, in the order of time, user by user.
 * Histories hold the items that were chosen before.
 */
final class LoggedRows implements PartRows {

    private final PreparedDataset data;
    private final EventRows impressions;
    private final HistoryRule history;
    private final int[] users;
    private final int[] positions;
    private final int[] rows; // an event, or ~ an impression
    private int size;
    private int positives;

    /**
     * Rows with from ≤ time < to whose items pass the test, with at least {@code minimum} events before them.
     *
     * @param without rows that are left out
     */
    LoggedRows(
            PreparedDataset data,
            HistoryRule history,
            long from,
            long to,
            int minimum,
            Warm onlyWarm,
            Omission without) {
        this.data = data;
        this.impressions = data.impressions().orElseThrow();
        this.history = history;
        int most = Math.toIntExact(data.events() + impressions.size());
        int[] who = new int[most];
        int[] where = new int[most];
        int[] what = new int[most];
        for (int u = 0; u < data.users(); u++) {
            long event = data.firstEvent(u);
            long shown = impressions.first(u);
            while (event < data.endEvent(u) || shown < impressions.end(u)) {
                boolean chosen = shown == impressions.end(u) || event < data.endEvent(u) && before(event, shown);
                long time = chosen ? data.eventTime(event) : impressions.time(shown);
                int item = chosen ? data.eventItem(event) : impressions.item(shown);
                int position = (int) (event - data.firstEvent(u));
                boolean passes = (onlyWarm == null || onlyWarm.has(item))
                        && !(chosen ? without.event(event) : without.impression(shown));
                if (time >= from && time < to && position >= minimum && passes) {
                    who[size] = u;
                    where[size] = position;
                    what[size++] = chosen ? (int) event : ~(int) shown;
                    positives += chosen ? 1 : 0;
                }
                event += chosen ? 1 : 0;
                shown += chosen ? 0 : 1;
            }
        }
        users = Arrays.copyOf(who, size);
        positions = Arrays.copyOf(where, size);
        rows = Arrays.copyOf(what, size);
    }

    private boolean before(long event, long shown) {
        long difference = data.eventTime(event) - impressions.time(shown);
        difference = difference == 0 ? data.eventMicros(event) - impressions.micros(shown) : difference;
        return difference < 0 || difference == 0 && data.eventOrder(event) < impressions.order(shown);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int group() {
        return 1;
    }

    @Override
    public int positives() {
        return positives;
    }

    @Override
    public int user(int row) {
        return users[row];
    }

    @Override
    public float label(int row) {
        return rows[row] >= 0 ? 1 : 0;
    }

    private int item(int row) {
        return rows[row] >= 0 ? data.eventItem(rows[row]) : impressions.item(~rows[row]);
    }

    private long time(int row) {
        return rows[row] >= 0 ? data.eventTime(rows[row]) : impressions.time(~rows[row]);
    }

    @Override
    public Sample sample(int row, GroupDraws draws) {
        return new Sample(users[row], positions[row], item(row), label(row), time(row));
    }

    @Override
    public boolean omitted(int row, Omission omission) {
        return rows[row] >= 0 ? omission.event(rows[row]) : omission.impression(~rows[row]);
    }

    @Override
    public void put(BatchFill fill, int row, GroupDraws draws) {
        long time = time(row);
        long end = history.end(users[row], positions[row], time);
        long context = rows[row] >= 0 ? rows[row] : BatchFill.impression(~rows[row]);
        fill.add(users[row], history.first(users[row], end), end, context, item(row), time, label(row));
    }
}
