package dev.interestlens.model;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.embedding.Lookup;
import dev.interestlens.model.embedding.TupleIndex;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A raw batch prepared for a model without the engine, so that a loader thread can do it in advance: the layout of the histories, and the distinct
 * items (tuples of their categorical fields) with the rows of each table that they use. Behaviours, candidates and auxiliary negatives share the
 * items. Samples that follow one another with the same history can share it: then each history of the layout has several samples.
 */
public final class BatchPlan {
    private static final int GROUPS = 8;

    /** What one more group costs, in positions; where histories are shared, more is computed for each group by itself. */
    private static final int GROUP_COST = 120;

    private static final int SHARED_GROUP_COST = 300;

    private final RawBatch raw;
    private final RaggedBatch layout;
    private final int each;
    private final boolean hiddenIsPadding;
    private final int[] historyItem;
    private final int[] candidateItem;
    private final int[] negativeItem;
    private final int[] sharedItem;
    private final List<Lookup> itemFields = new ArrayList<>();
    private final List<Lookup> userFields = new ArrayList<>();
    private final List<Lookup> contextFields = new ArrayList<>();
    private int items;

    private BatchPlan(RawBatch raw, Schema schema, RaggedBatch layout, int each, boolean hiddenIsPadding) {
        boolean negatives = raw.negatives != null;
        this.hiddenIsPadding = hiddenIsPadding;
        this.raw = raw;
        this.layout = layout;
        this.each = each;
        int positions = layout.positions();
        List<Field> fields = schema.categoricalItemFields();
        int width = fields.stream().mapToInt(Field::width).sum();
        TupleIndex distinct = new TupleIndex(width, positions + 2 * raw.size());
        int[] tuple = new int[width];
        candidateItem = new int[raw.size()];
        for (int place = 0; place < candidateItem.length; place++) {
            read(raw.candidate, fields, sampleAt(place), tuple);
            candidateItem[place] = distinct.add(tuple);
        }
        historyItem = new int[positions];
        int[] padding = new int[width];
        for (int at = 0; at < positions; at++) {
            int behaviour = shown(at);
            if (behaviour >= 0) {
                read(raw.history, fields, behaviour, tuple);
            }
            historyItem[at] = distinct.add(behaviour >= 0 ? tuple : padding);
        }
        negativeItem = negatives ? negatives(fields, distinct, tuple, padding) : null;
        sharedItem = raw.shared == null ? null : shared(fields, distinct, tuple);
        hide();
        items = distinct.count();
        int from = 0;
        for (Field field : fields) {
            int start = from;
            itemFields.add(Lookup.of(items, field.width(), (item, k) -> distinct.id(item, start + k)));
            from += field.width();
        }
        lookUp(userFields, schema.categoricalUserFields(), raw.user);
        lookUp(contextFields, schema.categoricalContextFields(), raw.context);
    }

    /** The plain layout, padded to {@code width} positions (at least the longest history). */
    public static BatchPlan plain(RawBatch raw, Schema schema, int width) {
        return new BatchPlan(raw, schema, RaggedBatch.padded(lengths(raw, 1), width), 1, false);
    }

    /** The plain layout for literal padding, where padding is read: hidden behaviours become padding too. */
    static BatchPlan literal(RawBatch raw, Schema schema, int width) {
        return new BatchPlan(raw, schema, RaggedBatch.padded(lengths(raw, 1), width), 1, true);
    }

    /** Length groups. */
    public static BatchPlan grouped(RawBatch raw, Schema schema) {
        return grouped(raw, schema, 1);
    }

    /** Length groups of the distinct histories, each with all of its samples. */
    static BatchPlan shared(RawBatch raw, Schema schema) {
        return grouped(raw, schema, each(raw));
    }

    private static BatchPlan grouped(RawBatch raw, Schema schema, int each) {
        int cost = each == 1 ? GROUP_COST : SHARED_GROUP_COST;
        return new BatchPlan(raw, schema, RaggedBatch.grouped(lengths(raw, each), GROUPS, cost), each, false);
    }

    /** The greatest number of samples of which all runs with one history are made. */
    private static int each(RawBatch raw) {
        int[] first = raw.firstOfEach();
        int each = raw.size();
        for (int start : first) {
            each = greatestDivisor(each, start);
        }
        return Math.max(1, each);
    }

    private static int greatestDivisor(int a, int b) {
        return b == 0 ? a : greatestDivisor(b, a % b);
    }

    /** The longest history of a batch. */
    public static int longest(RawBatch raw) {
        return IntStream.range(0, raw.size()).map(raw::length).reduce(0, Math::max);
    }

    private static int[] lengths(RawBatch raw, int each) {
        return ArrayFill.ints(raw.size() / each, history -> raw.length(history * each));
    }

    /** How many samples each history of the layout has. */
    public int each() {
        return each;
    }

    /** B. */
    public int samples() {
        return raw.size();
    }

    /** The sample of the raw batch that stands at a place: places run history by history. */
    public int sampleAt(int place) {
        return layout.sampleAt(place / each) * each + place % each;
    }

    /** The first place of the samples that have a position in their history. */
    int firstPlace(int position) {
        return layout.sampleOf()[position] * each;
    }

    /** Values in the order of the places back in the order of the raw batch. */
    public float[] restore(float[] values) {
        float[] restored = new float[values.length];
        for (int place = 0; place < values.length; place++) {
            restored[sampleAt(place)] = values[place];
        }
        return restored;
    }

    /** The raw batch's behaviour at a position, or −1 for padding. */
    int behaviour(int position) {
        int sample = sampleAt(firstPlace(position));
        int step = layout.stepOf()[position];
        return step < raw.length(sample) ? raw.offsets[sample] + step : -1;
    }

    /** How many behaviours of the whole history are between a position and the candidate; negative for padding. */
    int after(int position) {
        int behaviour = behaviour(position);
        if (raw.places != null) {
            return behaviour < 0 ? -1 : raw.places.after()[behaviour];
        }
        return layout.lengthAt(layout.sampleOf()[position]) - 1 - layout.stepOf()[position];
    }

    /** The step of each position in the whole history, oldest 0; not to be changed. */
    public int[] steps() {
        if (raw.places == null) {
            return layout.stepOf();
        }
        int[] steps = new int[layout.positions()];
        for (int at = 0; at < steps.length; at++) {
            int of = raw.places.of()[sampleAt(firstPlace(at))];
            int after = after(at);
            steps[at] = after < 0 ? 0 : of - 1 - after;
        }
        return steps;
    }

    /** The same, but −1 also for a hidden behaviour where that counts as padding. */
    int shown(int position) {
        int behaviour = behaviour(position);
        return hiddenIsPadding && hidden(behaviour) ? -1 : behaviour;
    }

    private boolean hidden(int behaviour) {
        return behaviour >= 0 && raw.hidden != null && raw.hidden[behaviour];
    }

    private int[] negatives(List<Field> fields, TupleIndex distinct, int[] tuple, int[] padding) {
        int k = raw.negativesPerStep;
        int[] items = new int[historyItem.length * k];
        for (int at = 0; at < historyItem.length; at++) {
            int behaviour = behaviour(at);
            for (int i = 0; i < k; i++) {
                if (behaviour >= 0) {
                    read(raw.negatives, fields, behaviour * k + i, tuple);
                }
                items[at * k + i] = distinct.add(behaviour >= 0 ? tuple : padding);
            }
        }
        return items;
    }

    private int[] shared(List<Field> fields, TupleIndex distinct, int[] tuple) {
        RawBatch others = raw.shared.items();
        int[] items = new int[others.size()];
        for (int i = 0; i < items.length; i++) {
            read(others.candidate, fields, i, tuple);
            items[i] = distinct.add(tuple);
        }
        return items;
    }

    private void hide() {
        if (raw.hidden == null) {
            return;
        }
        float[] mask = layout.mask();
        for (int at = 0; at < mask.length; at++) {
            if (hidden(behaviour(at))) {
                mask[at] = 0;
            }
        }
    }

    private static void read(int[][] source, List<Field> fields, int place, int[] tuple) {
        int at = 0;
        for (int f = 0; f < source.length; f++) {
            int width = fields.get(f).width();
            for (int k = 0; k < width; k++) {
                tuple[at++] = source[f][place * width + k];
            }
        }
    }

    private void lookUp(List<Lookup> target, List<Field> fields, int[][] source) {
        for (int f = 0; f < fields.size(); f++) {
            int[] ids = source[f];
            int width = fields.get(f).width();
            target.add(Lookup.of(samples(), width, (place, k) -> ids[sampleAt(place) * width + k]));
        }
    }

    public RawBatch raw() {
        return raw;
    }

    public RaggedBatch layout() {
        return layout;
    }

    /** Labels in the order of the places. */
    public float[] labels() {
        return ArrayFill.floats(samples(), place -> raw.labels[sampleAt(place)]);
    }

    /** Seconds to the candidate of each position; 0 at padding. */
    public long[] gaps() {
        long[] gaps = new long[layout.positions()];
        for (int at = 0; at < gaps.length; at++) {
            int behaviour = behaviour(at);
            gaps[at] = behaviour < 0 ? 0 : raw.gaps[behaviour];
        }
        return gaps;
    }

    /** The item's own id at each position; 0 at padding. */
    public int[] itemIds() {
        int[] ids = new int[layout.positions()];
        for (int at = 0; at < ids.length; at++) {
            int behaviour = behaviour(at);
            ids[at] = behaviour < 0 ? 0 : raw.history[Schema.ITEM][behaviour];
        }
        return ids;
    }

    /** 1 at each position, including padding; 0 for hidden behaviours. */
    public float[] unhidden() {
        return ArrayFill.floats(layout.positions(), at -> hidden(behaviour(at)) ? 0 : 1);
    }

    /** Number of distinct items. */
    int items() {
        return items;
    }

    /** The item of each position; not a copy. */
    public int[] historyItem() {
        return historyItem;
    }

    /** The candidate of each sample, in the order of the layout; not a copy. */
    public int[] candidateItem() {
        return candidateItem;
    }

    /** The auxiliary negatives of each position · K, or null; not a copy. */
    public int[] negativeItem() {
        return negativeItem;
    }

    /** The items that the loss compares true ones with, or null; not a copy. */
    public int[] sharedItem() {
        return sharedItem;
    }

    List<Lookup> itemFields() {
        return itemFields;
    }

    List<Lookup> userFields() {
        return userFields;
    }

    List<Lookup> contextFields() {
        return contextFields;
    }
}
