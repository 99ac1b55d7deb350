package dev.interestlens.data.plant;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;

/** The items of all events, user after user, which planting changes: 4 bytes an event. */
record LogItems(int[] items, int[] first, int[] counts) {
    static LogItems of(PreparedDataset data) {
        int[] first = new int[data.users() + 1];
        for (int user = 0; user < data.users(); user++) {
            first[user + 1] = Math.toIntExact(data.endEvent(user));
        }
        int[] items = new int[first[data.users()]];
        data.eventItems(0, items, 0, items.length);
        int[] counts = new int[data.items() + Field.FIRST];
        for (int item : items) {
            counts[item]++;
        }
        return new LogItems(items, first, counts);
    }

    int users() {
        return first.length - 1;
    }

    /** Number of events of a user. */
    int length(int user) {
        return first[user + 1] - first[user];
    }

    int item(int user, int position) {
        return items[first[user] + position];
    }

    void put(int user, int position, int item) {
        items[first[user] + position] = item;
    }

    boolean has(int user, int item) {
        for (int at = first[user]; at < first[user + 1]; at++) {
            if (items[at] == item) {
                return true;
            }
        }
        return false;
    }

    /** Events of an item before anything was planted. */
    int count(int item) {
        return counts[item];
    }

    /** A copy of the items of all events. */
    @Override
    public int[] items() {
        return items.clone();
    }
}
