package dev.interestlens.data;

import dev.interestlens.store.ArrayFill;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A batch of B samples as plain arrays. N is the length of all histories together; histories are oldest first and lie one after another. Arrays are
 * not copied and must not be changed by anyone once the batch is made.
 *
 * <p>Ids: 0 is padding, 1 unknown. A field of width w holds w ids a position, filled from the left.
 */
public final class RawBatch {

    /** B + 1 numbers; the history of sample b is the range offsets[b] … offsets[b + 1]. */
    public final int[] offsets;

    /** For each categorical item field N · width ids. */
    public final int[][] history;

    /** N · (numeric item fields), position by position. */
    public final float[] historyNumbers;

    /** N numbers: seconds from the behaviour to the candidate's time, at least 0; 0 where no time is known. */
    public final long[] gaps;

    /** N flags or null: true where a behaviour must not be read (behaviour dropout, removal). */
    public final boolean[] hidden;

    /** For each categorical item field B · width ids. */
    public final int[][] candidate;

    /** B · (numeric item fields). */
    public final float[] candidateNumbers;

    /** For each categorical user field B · width ids. */
    public final int[][] user;

    /** B · (numeric user fields). */
    public final float[] userNumbers;

    /** For each categorical context field B · width ids. */
    public final int[][] context;

    /** B · (numeric context fields). */
    public final float[] contextNumbers;

    /** For each categorical item field N · K · width ids of items that were not touched at that step, or null. */
    public final int[][] negatives;

    /** K, the auxiliary negatives a behaviour; 0 where {@link #negatives} is null. */
    public final int negativesPerStep;

    /** B labels, 0 or 1. */
    public final float[] labels;

    /** Items with which the loss compares the true item of every sample, or null. */
    public final Shared shared;

    /** The users and items by their numbers in the data set, or null where a batch was made from ids only. */
    public final Origin origin;

    /**
     * Users and items by their numbers in the data set, including those that do not occur in training.
     *
     * @param users B numbers of users
     * @param history N items
     * @param candidates B items
     */
    public record Origin(int[] users, int[] history, int[] candidates) {}

    /** The original positions of behaviours that were chosen from longer histories; null where these are the whole histories. */
    public final Places places;

    /** B days from 1970-01-01 (UTC) to that of the impression, or null where no time is known. */
    public final int[] days;

    /**
     * The original positions of chosen behaviours.
     *
     * @param after N numbers: how many behaviours were between each and the candidate
     * @param of B numbers: how many behaviours each history had
     */
    public record Places(int[] after, int[] of) {}

    /**
     * Items with which the loss compares the true item of every sample, instead of separate negatives for each sample.
     *
     * @param items a batch whose candidates they are, each once, with empty histories
     * @param logExpected ln of the expected number of draws of each, or null where these are all items
     */
    public record Shared(RawBatch items, float[] logExpected) {}

    /**
     * Fields of rows, which are samples or behaviours.
     *
     * @param ids for each categorical field rows · width ids
     * @param numbers rows · (numeric fields), row by row
     */
    public record Fields(int[][] ids, float[] numbers) {
        /** Where there are no fields. */
        public static final Fields NONE = ofIds(new int[0][]);

        /** Where no field is numeric. */
        public static Fields ofIds(int[][] ids) {
            return new Fields(ids, new float[0]);
        }
    }

    /**
     * The histories of all samples, one after another.
     *
     * @param offsets as {@link RawBatch#offsets}
     * @param fields of each behaviour's item
     * @param gaps as {@link RawBatch#gaps}
     * @param hidden as {@link RawBatch#hidden}, or null
     */
    public record Histories(int[] offsets, Fields fields, long[] gaps, boolean[] hidden) {}

    /**
     * Auxiliary negatives.
     *
     * @param ids as {@link RawBatch#negatives}, or null
     * @param perStep how many a behaviour; 0 where there are none
     */
    public record Negatives(int[][] ids, int perStep) {
        public static final Negatives NONE = new Negatives(null, 0);
    }

    public RawBatch(
            Histories histories, Fields candidate, Fields user, Fields context, Negatives negatives, float[] labels) {
        this(histories, candidate, user, context, negatives, labels, null, null, null, null);
    }

    RawBatch(
            Histories histories,
            Fields candidate,
            Fields user,
            Fields context,
            Negatives negatives,
            float[] labels,
            Shared shared,
            Origin origin,
            Places places,
            int[] days) {
        offsets = histories.offsets();
        history = histories.fields().ids();
        historyNumbers = histories.fields().numbers();
        gaps = histories.gaps();
        hidden = histories.hidden();
        this.candidate = candidate.ids();
        candidateNumbers = candidate.numbers();
        this.user = user.ids();
        userNumbers = user.numbers();
        this.context = context.ids();
        contextNumbers = context.numbers();
        this.negatives = negatives.ids();
        negativesPerStep = negatives.perStep();
        this.labels = labels;
        this.shared = shared;
        this.origin = origin;
        this.places = places;
        this.days = days;
        if (offsets.length != labels.length + 1 || offsets[0] != 0) {
            throw new IllegalArgumentException(labels.length + " labels, but " + offsets.length + " offsets");
        }
        BatchCheck.requireLength("gaps", gaps.length, length());
        if (origin != null) {
            BatchCheck.requireLength("users", origin.users().length, size());
            BatchCheck.requireLength("items of histories", origin.history().length, length());
            BatchCheck.requireLength("items of candidates", origin.candidates().length, size());
        }
        if (days != null) {
            BatchCheck.requireLength("days", days.length, size());
        }
        if (hidden != null) {
            BatchCheck.requireLength("hidden", hidden.length, length());
        }
        if ((this.negatives == null) != (negativesPerStep == 0)) {
            throw new IllegalArgumentException(negativesPerStep + " negatives a step do not fit the array");
        }
    }

    /** B, the number of samples. */
    public int size() {
        return labels.length;
    }

    /** N, the length of all histories together. */
    public int length() {
        return offsets[offsets.length - 1];
    }

    /** Length of the history of one sample, hidden behaviours included. */
    public int length(int sample) {
        return offsets[sample + 1] - offsets[sample];
    }

    /** The same batch with other flags of what may be read; null shows everything. */
    public RawBatch withHidden(boolean[] flags) {
        return with(flags, shared, origin, places, days);
    }

    /** The only sample of this batch with all behaviours hidden but the given ones. */
    public RawBatch keeping(boolean[] behaviours) {
        boolean[] flags = ArrayFill.flags(length(), j -> !behaviours[j] || hidden != null && hidden[j]);
        return withHidden(flags);
    }

    /** The same batch with shared items of the loss. */
    public RawBatch withShared(Shared others) {
        return with(hidden, others, origin, places, days);
    }

    /** The same batch with the numbers of users and items in the data set. */
    public RawBatch withOrigin(Origin of) {
        return with(hidden, shared, of, places, days);
    }

    /** The same batch with the original positions of its behaviours. */
    public RawBatch withPlaces(Places chosen) {
        BatchCheck.requireLength("after", chosen.after().length, length());
        BatchCheck.requireLength("of", chosen.of().length, size());
        return with(hidden, shared, origin, chosen, days);
    }

    /** The same batch with the days of its impressions; null where they are not known. */
    public RawBatch withDays(int[] known) {
        return with(hidden, shared, origin, places, known);
    }

    private RawBatch with(boolean[] flagged, Shared beside, Origin known, Places stood, int[] on) {
        return new RawBatch(
                new Histories(offsets, new Fields(history, historyNumbers), gaps, flagged),
                new Fields(candidate, candidateNumbers),
                new Fields(user, userNumbers),
                new Fields(context, contextNumbers),
                new Negatives(negatives, negativesPerStep),
                labels,
                beside,
                known,
                stood,
                on);
    }

    /** Some candidates of this batch, each with an empty history and its own user and context fields. */
    public RawBatch candidates(int[] rows) {
        return PickedHistories.empty(this, rows).before(this, rows);
    }

    /** The history, user and context of the only sample of this batch with each candidate of another, whose labels are kept. */
    public RawBatch before(RawBatch candidates) {
        return before(candidates, candidates.everyRow());
    }

    /** The same with some candidates of another batch. */
    public RawBatch before(RawBatch candidates, int[] rows) {
        if (size() != 1) {
            throw new IllegalArgumentException(size() + " samples where one history is asked");
        }
        return PickedHistories.whole(this, new int[rows.length]).before(candidates, rows);
    }

    /** The same with only the behaviours that are chosen for each candidate; their original positions are recorded. */
    public RawBatch before(RawBatch candidates, int[] rows, HistoryChoice choice) {
        HistoryChoice.Chooser chooser = choice.begin();
        int[][] steps = new int[rows.length][];
        int[] keys = BatchPast.itemKeys(this);
        for (int b = 0; b < rows.length; b++) {
            steps[b] = chooser.steps(new BatchPast(this, 0, candidates, rows[b], keys));
        }
        return PickedHistories.steps(this, new int[rows.length], steps).chosenBefore(candidates, rows);
    }

    /** The first sample of each run of samples with the same history and the same auxiliary negatives. */
    public int[] firstOfEach() {
        return new BatchNeighbours(this).firstOfEachHistory();
    }

    /** The first sample of each run of samples that differ only in their candidates. */
    public int[] firstOfEachRequest() {
        return new BatchNeighbours(this).firstOfEachRequest();
    }

    /** Some samples, in the given order. */
    public RawBatch samples(int[] rows) {
        return PickedHistories.whole(this, rows).withNegativesBefore(this, rows);
    }

    /** The same batch with only the chosen behaviours; their original positions are recorded. */
    public RawBatch chosen(HistoryChoice choice) {
        HistoryChoice.Chooser chooser = choice.begin();
        int[][] steps = new int[size()][];
        for (int b = 0; b < size(); b++) {
            steps[b] = chooser.steps(BatchPast.of(this, b));
        }
        return chosen(steps);
    }

    /** The same with the given steps of each history, ascending; 0 is the oldest behaviour. */
    public RawBatch chosen(int[][] steps) {
        int[] all = everyRow();
        return PickedHistories.steps(this, all, steps).chosenBefore(this, all);
    }

    /** The only sample, repeated once for each choice of behaviours. */
    public RawBatch repeatedWith(List<int[]> steps) {
        int[] zeros = new int[steps.size()];
        return PickedHistories.steps(this, zeros, steps.toArray(new int[0][])).chosenBefore(this, zeros);
    }

    /**
     * The first sample's history as a search reads it when only a part of it may be read.
     *
     * @param kept true where a behaviour may be read, unless it is hidden already
     */
    public HistoryChoice.Past pastOfFirst(boolean[] kept) {
        boolean[] flags = new boolean[length()];
        for (int n = 0; n < kept.length; n++) {
            flags[n] = !kept[n] || hidden != null && hidden[n];
        }
        return BatchPast.of(withHidden(flags), 0);
    }

    /** The same batch with at most {@code most} behaviours in each history, the most recent ones; this batch where none is longer. */
    public RawBatch mostRecent(int most) {
        int[] lengths = ArrayFill.ints(size(), b -> Math.min(most, length(b)));
        return withLengths(lengths);
    }

    /** The same batch with at most {@code most} behaviours in each history, the oldest ones; without auxiliary negatives. */
    public RawBatch oldest(int most) {
        return PickedHistories.oldest(this, most).before(this, everyRow());
    }

    /**
     * The same batch with histories of other lengths, or this batch where none differs: the most recent behaviours; a history that is too short is
     * repeated in front. An empty history stays empty.
     */
    public RawBatch withLengths(int[] lengths) {
        boolean same = true;
        for (int b = 0; b < size(); b++) {
            same &= length(b) == 0 || length(b) == lengths[b];
        }
        return same ? this : PickedHistories.newest(this, lengths).withNegativesBefore(this, everyRow());
    }

    private int[] everyRow() {
        return IntStream.range(0, size()).toArray();
    }

    /**
     * Checks every array against the schema: lengths, ids within their field, offsets that only grow, gaps that are not negative. Slow; for tests and
     * for batches from outside the program.
     *
     * @return this batch
     * @throws IllegalArgumentException naming the first array that does not fit
     */
    public RawBatch requireValid(Schema schema) {
        BatchCheck.requireFits(this, schema);
        return this;
    }
}
