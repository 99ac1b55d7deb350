package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.draw.Mix;

/** Positives of the data, each followed by its sampled negatives. */
final class DrawnRows implements PartRows {

    private final PreparedDataset data;
    private final HistoryRule history;
    private final PositivePositions positives;
    private final int group;
    private final long stream;

    /** @param stream number that makes the draws of parts independent; in training the epoch is used instead */
    DrawnRows(PreparedDataset data, HistoryRule history, PositivePositions positives, int negatives, long stream) {
        this.data = data;
        this.history = history;
        this.positives = positives;
        this.group = 1 + negatives;
        this.stream = stream;
        Math.multiplyExact(positives.count(), group);
    }

    @Override
    public int size() {
        return positives.count() * group;
    }

    @Override
    public int group() {
        return group;
    }

    @Override
    public int positives() {
        return positives.count();
    }

    @Override
    public int user(int row) {
        return positives.user(row / group);
    }

    @Override
    public float label(int row) {
        return row % group == 0 ? 1 : 0;
    }

    @Override
    public Sample sample(int row, GroupDraws draws) {
        int user = user(row);
        int position = positives.position(row / group, user);
        long event = data.firstEvent(user) + position;
        return new Sample(user, position, candidate(row, user, position, draws), label(row), data.eventTime(event));
    }

    @Override
    public boolean omitted(int row, Omission omission) {
        int user = user(row);
        return omission.event(data.firstEvent(user) + positives.position(row / group, user));
    }

    @Override
    public void put(BatchFill fill, int row, GroupDraws draws) {
        int user = user(row);
        int position = positives.position(row / group, user);
        long event = data.firstEvent(user) + position;
        long time = data.eventTime(event);
        long end = history.end(user, position, time);
        int item = candidate(row, user, position, draws);
        fill.add(user, history.first(user, end), end, event, item, time, label(row));
    }

    private int candidate(int row, int user, int position, GroupDraws draws) {
        int slot = row % group;
        if (slot == 0) {
            return data.eventItem(data.firstEvent(user) + position);
        }
        long place = Mix.place(draws.seed(), stream < 0 ? stream : draws.epoch(), positives.number(row / group));
        return draws.negative(place, slot - 1, user, position);
    }
}
