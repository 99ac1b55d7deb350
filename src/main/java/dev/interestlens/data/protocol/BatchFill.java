package dev.interestlens.data.protocol;

import dev.interestlens.data.EventRows;
import dev.interestlens.data.Field;
import dev.interestlens.data.HistoryChoice;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fills the arrays of one batch. First the targets are added, then the histories, which are ranges of events. Items that do not occur in training
 * become unknown; their category and other fields are kept.
 */
final class BatchFill {

    /** An unknown user. */
    static final int NOBODY = -1;

    private final PreparedDataset data;
    private final Warm warm;
    private final List<Field> itemFields;
    private final Schema schema;
    private final EventRows impressions;
    private final int size;
    private final int[] users;
    private final long[] events;
    private final long[] starts;
    private final long[] times;
    private final int[] days;
    private final int[] items;
    private final float[] labels;
    private final int[] offsets;
    private final long[] ends;
    private final Omission omission;
    private final Reads reads;
    private final HistoryChoice.Chooser chooser;
    private final ChosenPast past;
    private final int[][] steps;
    private int[] historyItems;
    private long[] gaps;
    private int count;

    /**
     * One with room for so many samples.
     *
     * @param choice which behaviours are read; null for all of them
     * @param omission which are not in any history
     * @param reads where what is read is noted; null for nowhere
     */
    BatchFill(PreparedDataset data, Warm warm, int size, HistoryChoice choice, Omission omission, Reads reads) {
        this.omission = omission;
        this.reads = reads;
        chooser = choice == null ? null : choice.begin();
        past = choice == null ? null : new ChosenPast(data, warm);
        steps = choice == null && !omission.any() ? null : new int[size][];
        ends = new long[size];
        this.data = data;
        this.warm = warm;
        this.schema = data.schema();
        this.impressions = data.impressions().orElse(null);
        this.itemFields = schema.categoricalItemFields();
        this.size = size;
        users = new int[size];
        events = new long[size];
        starts = new long[size];
        times = new long[size];
        days = new int[size];
        items = new int[size];
        labels = new float[size];
        offsets = new int[size + 1];
    }

    /**
     * Adds the next sample.
     *
     * @param start first event of its history
     * @param end one past the last event of its history
     * @param target event whose context counts, {@link #impression} of one, or −1 for none
     */
    void add(int user, long start, long end, long target, int item, long time, float label) {
        users[count] = user;
        starts[count] = start;
        events[count] = target;
        times[count] = time;
        days[count] = (int) Math.floorDiv(time, Trend.DAY);
        items[count] = item;
        labels[count] = label;
        ends[count] = end;
        count++;
        if (count == size) {
            read();
        }
    }

    /** Decides what is read once all samples are known. */
    private void read() {
        if (chooser != null) {
            long behaviours = 0;
            for (int b = 0; b < size; b++) {
                behaviours += ends[b] - starts[b];
            }
            chooser.expect(past.everyItem(), items, behaviours);
        }
        for (int b = 0; b < size; b++) {
            int length = Math.toIntExact(ends[b] - starts[b]);
            if (chooser != null) {
                past.set(starts[b], length, items[b]);
                steps[b] = chooser.steps(past);
            }
            if (omission.any()) {
                long start = starts[b];
                IntStream read = chooser == null ? IntStream.range(0, length) : Arrays.stream(steps[b]);
                steps[b] = read.filter(step -> !omission.event(start + step)).toArray();
            }
            note(b);
            offsets[b + 1] = Math.addExact(offsets[b], steps == null ? length : steps[b].length);
        }
    }

    private void note(int b) {
        if (reads == null) {
            return;
        }
        if (events[b] >= 0) {
            reads.add(events[b]);
        }
        if (steps == null) {
            reads.add(starts[b], ends[b]);
        } else {
            Arrays.stream(steps[b]).forEach(step -> reads.add(starts[b] + step));
        }
    }

    /** Sets the day of the previous sample, which is that of its time otherwise. */
    void on(int day) {
        days[count - 1] = day;
    }

    /** Adds the previous sample again with another candidate. */
    void again(int item, float label) {
        int before = count - 1;
        add(users[before], starts[before], ends[before], events[before], item, times[before], label);
        on(days[before]);
    }

    /** The number that stands for an impression instead of an event in {@link #add}. */
    static long impression(long row) {
        return -2 - row;
    }

    int size() {
        return size;
    }

    int offset(int sample) {
        return offsets[sample];
    }

    /** The number of a behaviour's draws: its place in the history with what is left out. */
    int draw(int sample, int behaviour) {
        int place = behaviour - offsets[sample];
        return omission.any() ? steps[sample][place] : place;
    }

    int length() {
        return offsets[size];
    }

    /** The items of the histories, by their numbers in the data set, once all samples are added; reads their gaps, too. */
    int[] histories() {
        if (historyItems != null) {
            return historyItems;
        }
        historyItems = new int[length()];
        gaps = new long[historyItems.length];
        for (int b = 0; b < size; b++) {
            if (steps == null) {
                data.eventItems(starts[b], historyItems, offsets[b], offsets[b + 1] - offsets[b]);
                data.eventTimes(starts[b], gaps, offsets[b], offsets[b + 1] - offsets[b]);
            }
            for (int n = offsets[b]; steps != null && n < offsets[b + 1]; n++) {
                historyItems[n] = data.eventItem(starts[b] + steps[b][n - offsets[b]]);
                gaps[n] = data.eventTime(starts[b] + steps[b][n - offsets[b]]);
            }
            for (int n = offsets[b]; n < offsets[b + 1]; n++) {
                gaps[n] = Math.max(0, times[b] - gaps[n]);
            }
        }
        return historyItems;
    }

    /** The batch with the histories that were added. */
    RawBatch batch(boolean[] hidden, int[] negativeItems, int negativesPerStep) {
        return batch(histories(), gaps, hidden, negativeItems, negativesPerStep);
    }

    /** The same with histories that are known already. */
    RawBatch batch(int[] historyItems, long[] gaps, boolean[] hidden, int[] negativeItems, int negativesPerStep) {
        if (!data.info().times().timed()) {
            Arrays.fill(gaps, 0);
        }
        RawBatch batch = new RawBatch(
                        new RawBatch.Histories(
                                offsets, new RawBatch.Fields(ids(historyItems), numbers(historyItems)), gaps, hidden),
                        new RawBatch.Fields(ids(items), numbers(items)),
                        new RawBatch.Fields(userIds(), userNumbers()),
                        new RawBatch.Fields(contextIds(), contextNumbers()),
                        new RawBatch.Negatives(negativeItems == null ? null : ids(negativeItems), negativesPerStep),
                        labels)
                .withOrigin(new RawBatch.Origin(users, historyItems, items));
        RawBatch dated = data.info().times().timed() ? batch.withDays(days) : batch;
        return chooser == null ? dated : dated.withPlaces(places());
    }

    private RawBatch.Places places() {
        int[] after = new int[length()];
        int[] of = new int[size];
        for (int b = 0; b < size; b++) {
            of[b] = (int) (ends[b] - starts[b]);
            for (int n = offsets[b]; n < offsets[b + 1]; n++) {
                after[n] = of[b] - 1 - steps[b][n - offsets[b]];
            }
        }
        return new RawBatch.Places(after, of);
    }

    private int[][] ids(int[] of) {
        int[][] ids = new int[itemFields.size()][];
        for (int f = 0; f < ids.length; f++) {
            int width = itemFields.get(f).width();
            int[] target = new int[of.length * width];
            if (f == Schema.ITEM) {
                for (int n = 0; n < of.length; n++) {
                    target[n] = of[n] < Field.FIRST || warm.has(of[n]) ? of[n] : Field.UNKNOWN;
                }
            } else {
                data.itemFields(f, of, target);
            }
            ids[f] = target;
        }
        return ids;
    }

    private float[] numbers(int[] of) {
        int fields = schema.numericItemFields();
        float[] numbers = new float[of.length * fields];
        for (int n = 0, at = 0; fields > 0 && n < of.length; n++) {
            for (int f = 0; f < fields; f++) {
                numbers[at++] = data.itemNumber(f, of[n]);
            }
        }
        return numbers;
    }

    private int[][] userIds() {
        List<Field> fields = schema.categoricalUserFields();
        int[][] ids = new int[fields.size()][];
        for (int f = 0; f < ids.length; f++) {
            int width = fields.get(f).width();
            ids[f] = new int[size * width];
            for (int b = 0; b < size; b++) {
                for (int k = 0; k < width; k++) {
                    int unknown = k == 0 ? Field.UNKNOWN : Field.PADDING;
                    ids[f][b * width + k] = users[b] == NOBODY ? unknown : data.userField(f, users[b], k);
                }
            }
        }
        return ids;
    }

    private float[] userNumbers() {
        int fields = schema.numericUserFields();
        float[] numbers = new float[size * fields];
        for (int b = 0; b < size; b++) {
            for (int f = 0; f < fields; f++) {
                numbers[b * fields + f] = users[b] == NOBODY ? 0 : data.userNumber(f, users[b]);
            }
        }
        return numbers;
    }

    private int[][] contextIds() {
        List<Field> fields = schema.categoricalContextFields();
        int[][] ids = new int[fields.size()][size];
        for (int f = 0; f < ids.length; f++) {
            for (int b = 0; b < size; b++) {
                long row = events[b];
                if (row >= 0) {
                    ids[f][b] = data.contextField(f, row);
                } else {
                    ids[f][b] = row == -1 ? Field.UNKNOWN : impressions.contextField(f, -2 - row);
                }
            }
        }
        return ids;
    }

    private float[] contextNumbers() {
        int fields = schema.numericContextFields();
        float[] numbers = new float[size * fields];
        for (int b = 0; b < size; b++) {
            for (int f = 0; f < fields; f++) {
                long row = events[b];
                if (row >= 0) {
                    numbers[b * fields + f] = data.contextNumber(f, row);
                } else if (row < -1) {
                    numbers[b * fields + f] = impressions.contextNumber(f, -2 - row);
                }
            }
        }
        return numbers;
    }
}
