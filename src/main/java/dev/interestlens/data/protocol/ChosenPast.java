package dev.interestlens.data.protocol;

import dev.interestlens.data.Field;
import dev.interestlens.data.HistoryChoice;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import java.util.stream.IntStream;

/** A range of events before a candidate. Items are read on demand, and once for candidates that share a history. */
final class ChosenPast implements HistoryChoice.Past {
    private final PreparedDataset data;
    private final Warm warm;
    private long start;
    private int length;
    private int candidate;
    private int[] items = new int[0];
    private long loadedStart = -1;
    private int loadedLength;

    ChosenPast(PreparedDataset data, Warm warm) {
        this.data = data;
        this.warm = warm;
    }

    /** Sets another history and candidate. */
    void set(long first, int count, int item) {
        start = first;
        length = count;
        candidate = item;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public boolean hidden(int step) {
        return false;
    }

    @Override
    public int[] keys() {
        if (loadedStart != start || loadedLength != length) {
            items = items.length < length ? new int[length] : items;
            data.eventItems(start, items, 0, length);
            loadedStart = start;
            loadedLength = length;
        }
        return items;
    }

    @Override
    public int id(int field, int step, int k) {
        return idOf(keys()[step], field, k);
    }

    @Override
    public int candidate(int field, int k) {
        return idOf(candidate, field, k);
    }

    /** Every item of the data set, each as the step with its number. */
    HistoryChoice.Past everyItem() {
        return new EveryItem();
    }

    private final class EveryItem implements HistoryChoice.Past {
        @Override
        public int length() {
            return data.items() + Field.FIRST;
        }

        @Override
        public boolean hidden(int step) {
            return false;
        }

        @Override
        public int[] keys() {
            return IntStream.range(0, length()).toArray();
        }

        @Override
        public int id(int field, int step, int k) {
            return idOf(step, field, k);
        }

        @Override
        public int candidate(int field, int k) {
            return ChosenPast.this.candidate(field, k);
        }
    }

    private int idOf(int item, int field, int k) {
        if (field == Schema.ITEM) {
            return item < Field.FIRST || warm.has(item) ? item : Field.UNKNOWN;
        }
        return data.itemField(field, item, k);
    }
}
