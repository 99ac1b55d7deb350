package dev.interestlens.data.protocol;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The training events of a data set by user and by item; of a very large log those of a systematic sample of users. */
final class TrainingLog {
    private static final long MAX_EVENTS = 5_000_000;

    private final int[][] sequences;
    private final int[][] sets;
    private final int[] starts; // of each item in users and places
    private final int[] users;
    private final int[] places;

    TrainingLog(SampleSet samples) {
        PreparedDataset data = samples.data();
        long all =
                IntStream.range(0, data.users()).mapToLong(samples::seenEvents).sum();
        int step = (int) Math.max(1, (all + MAX_EVENTS - 1) / MAX_EVENTS);
        sequences = new int[(data.users() + step - 1) / step][];
        starts = new int[data.items() + Field.FIRST + 1];
        for (int i = 0; i < sequences.length; i++) {
            int user = i * step;
            long first = data.firstEvent(user);
            sequences[i] = IntStream.range(0, samples.seenEvents(user))
                    .filter(k -> !samples.omission().event(first + k))
                    .map(k -> data.eventItem(first + k))
                    .toArray();
            for (int item : sequences[i]) {
                starts[item + 1]++;
            }
        }
        for (int item = 0; item + 1 < starts.length; item++) {
            starts[item + 1] += starts[item];
        }
        users = new int[starts[starts.length - 1]];
        places = new int[users.length];
        int[] next = starts.clone();
        for (int u = 0; u < sequences.length; u++) {
            for (int k = 0; k < sequences[u].length; k++) {
                int at = next[sequences[u][k]]++;
                users[at] = u;
                places[at] = k;
            }
        }
        sets = new int[sequences.length][];
    }

    /** Ids of items are below this. */
    int items() {
        return starts.length - 1;
    }

    int users() {
        return sequences.length;
    }

    /** Items of a user, oldest first. */
    int[] sequence(int user) {
        return sequences[user];
    }

    /** Different items of a user. */
    int[] set(int user) {
        if (sets[user] == null) {
            sets[user] = Arrays.stream(sequences[user]).distinct().toArray();
        }
        return sets[user];
    }

    /** Occurrences of an item, by user: {@code from … until − 1}. */
    int from(int item) {
        return starts[item];
    }

    int until(int item) {
        return starts[item + 1];
    }

    int user(int occurrence) {
        return users[occurrence];
    }

    int place(int occurrence) {
        return places[occurrence];
    }

    /** Whether an occurrence is the user's first one of the item. */
    boolean first(int item, int occurrence) {
        return occurrence == starts[item] || users[occurrence] != users[occurrence - 1];
    }

    /** Different users of each item. */
    int[] readers() {
        int[] readers = new int[items()];
        for (int item = 0; item < readers.length; item++) {
            for (int at = from(item); at < until(item); at++) {
                readers[item] += first(item, at) ? 1 : 0;
            }
        }
        return readers;
    }
}
