package dev.interestlens.data.protocol;

import dev.interestlens.data.PreparedDataset;

/** Which events a target may read: the most recent ones before it. */
record HistoryRule(PreparedDataset data, ProtocolConfig.History rule) {
    /**
     * One past the last event.
     *
     * @param position how many events of the user are before the target
     * @param time of the target
     */
    long end(int user, int position, long time) {
        long first = data.firstEvent(user);
        long end = first + position;
        while (rule.ties() == SameSecondRule.EXCLUDE && end > first && data.eventTime(end - 1) >= time) {
            end--;
        }
        return end;
    }

    /** The first event of a history that ends there. */
    long first(int user, long end) {
        return Math.max(data.firstEvent(user), end - rule.maxLength());
    }

    /** Time of the event at a position; the largest time for the position behind the last event. */
    long time(int user, int position) {
        long event = data.firstEvent(user) + position;
        return event < data.endEvent(user) ? data.eventTime(event) : Long.MAX_VALUE;
    }
}
