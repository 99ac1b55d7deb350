package dev.interestlens.foreign;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One sample for a model: a candidate with the behaviours of a raw batch, some of which may be hidden.
 *
 * @param raw the batch
 * @param sample its number
 * @param read for each behaviour whether it may be read; null where all may
 * @param items by field, the data set's numbers of the items from which that field of the behaviours comes instead of from their own
 */
record Row(RawBatch raw, int sample, boolean[] read, Map<String, int[]> items) {
    /** With the fields of its own items. */
    Row(RawBatch raw, int sample, boolean[] read) {
        this(raw, sample, read, Map.of());
    }

    /** All samples of a batch, without hidden behaviours. */
    static List<Row> of(RawBatch raw) {
        List<Row> rows = new ArrayList<>(raw.size());
        for (int b = 0; b < raw.size(); b++) {
            int first = raw.offsets[b];
            boolean[] read = raw.hidden == null ? null : ArrayFill.flags(raw.length(b), j -> !raw.hidden[first + j]);
            rows.add(new Row(raw, b, read));
        }
        return rows;
    }

    /** The only sample of a batch with only these behaviours. */
    static List<Row> of(RawBatch single, List<boolean[]> kept) {
        return kept.stream().map(each -> new Row(single, 0, each)).toList();
    }

    /** Number of behaviours, including hidden ones. */
    int length() {
        return raw.length(sample);
    }

    boolean reads(int behaviour) {
        return read == null || read[behaviour];
    }

    /** How many behaviours may be read. */
    int count() {
        return (int) IntStream.range(0, length()).filter(this::reads).count();
    }

    /** The data set's number of a behaviour's item. */
    int item(int behaviour) {
        int at = raw.offsets[sample] + behaviour;
        return raw.origin == null ? raw.history[Schema.ITEM][at] : raw.origin.history()[at];
    }

    /** The data set's number of the item from which a field of a behaviour comes. */
    int item(String field, int behaviour) {
        int[] others = items.get(field);
        return others == null ? item(behaviour) : others[behaviour];
    }

    /** The data set's number of the candidate. */
    int candidate() {
        return raw.origin == null
                ? raw.candidate[Schema.ITEM][sample]
                : raw.origin.candidates()[sample];
    }

    /** The data set's number of the user, or −1. */
    int user() {
        return raw.origin == null ? -1 : raw.origin.users()[sample];
    }

    /** Whether another sample has the same history, user and readable behaviours, so that only candidates differ. */
    boolean sameRequest(Row other) {
        return items.isEmpty()
                && other.items.isEmpty()
                && length() == other.length()
                && user() == other.user()
                && Arrays.equals(flags(), other.flags())
                && IntStream.range(0, length()).allMatch(j -> item(j) == other.item(j));
    }

    private boolean[] flags() {
        if (read != null) {
            return read;
        }
        return ArrayFill.flags(length(), every -> true);
    }
}
