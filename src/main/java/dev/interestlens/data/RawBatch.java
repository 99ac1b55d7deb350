package dev.interestlens.data;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A batch of B samples as plain arrays. N is the length of all histories together; histories are oldest first and lie one
 * after another. Arrays are not copied: whoever made the batch gives them away, whoever reads it does not write.
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

    /** N flags or null: true where a behaviour is there but must not be read (behaviour dropout, removal). */
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

    /** Items that every sample of the batch is told apart from, or null. */
    public final Shared shared;

    /** The samples by the data set's own numbers, or null where a batch was made of ids alone. */
    public final Origin origin;

    /**
     * Users and items by the data set's own numbers, also those that training does not know.
     *
     * @param users B numbers of users
     * @param history N items
     * @param candidates B items
     */
    public record Origin(int[] users, int[] history, int[] candidates) {}

    /** Where the behaviours stood in the histories that they were chosen from; null where these are the whole histories. */
    public final Places places;

    /**
     * Where chosen behaviours stood.
     *
     * @param after N numbers: how many behaviours stood between each and the candidate
     * @param of B numbers: how many behaviours each history had
     */
    public record Places(int[] after, int[] of) {}

    /**
     * Items that a batch's true items are told apart from.
     *
     * @param items a batch whose candidates they are, each once, with empty histories
     * @param logExpected ln of how often each is expected among so many draws, or null where these are all items there are
     */
    public record Shared(RawBatch items, float[] logExpected) {}

    public RawBatch(
            int[] offsets,
            int[][] history,
            float[] historyNumbers,
            long[] gaps,
            boolean[] hidden,
            int[][] candidate,
            float[] candidateNumbers,
            int[][] user,
            float[] userNumbers,
            int[][] context,
            float[] contextNumbers,
            int[][] negatives,
            int negativesPerStep,
            float[] labels) {
        this(
                offsets,
                history,
                historyNumbers,
                gaps,
                hidden,
                candidate,
                candidateNumbers,
                user,
                userNumbers,
                context,
                contextNumbers,
                negatives,
                negativesPerStep,
                labels,
                null,
                null,
                null);
    }

    private RawBatch(
            int[] offsets,
            int[][] history,
            float[] historyNumbers,
            long[] gaps,
            boolean[] hidden,
            int[][] candidate,
            float[] candidateNumbers,
            int[][] user,
            float[] userNumbers,
            int[][] context,
            float[] contextNumbers,
            int[][] negatives,
            int negativesPerStep,
            float[] labels,
            Shared shared,
            Origin origin,
            Places places) {
        this.offsets = offsets;
        this.history = history;
        this.historyNumbers = historyNumbers;
        this.gaps = gaps;
        this.hidden = hidden;
        this.candidate = candidate;
        this.candidateNumbers = candidateNumbers;
        this.user = user;
        this.userNumbers = userNumbers;
        this.context = context;
        this.contextNumbers = contextNumbers;
        this.negatives = negatives;
        this.negativesPerStep = negativesPerStep;
        this.labels = labels;
        this.shared = shared;
        this.origin = origin;
        this.places = places;
        if (offsets.length != labels.length + 1 || offsets[0] != 0) {
            throw new IllegalArgumentException(labels.length + " labels, but " + offsets.length + " offsets");
        }
        requireLength("gaps", gaps.length, length());
        if (origin != null) {
            requireLength("users", origin.users().length, size());
            requireLength("items of histories", origin.history().length, length());
            requireLength("items of candidates", origin.candidates().length, size());
        }
        if (hidden != null) {
            requireLength("hidden", hidden.length, length());
        }
        if ((negatives == null) != (negativesPerStep == 0)) {
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
        return with(flags, shared, origin, places);
    }

    /** The only sample of this batch where of what may be read only some behaviours still may. */
    public RawBatch keeping(boolean[] behaviours) {
        boolean[] flags = new boolean[length()];
        for (int j = 0; j < flags.length; j++) {
            flags[j] = !behaviours[j] || hidden != null && hidden[j];
        }
        return withHidden(flags);
    }

    /** The same batch beside items that its true ones are told apart from. */
    public RawBatch withShared(Shared others) {
        return with(hidden, others, origin, places);
    }

    /** The same batch with the data set's own numbers beside it. */
    public RawBatch withOrigin(Origin of) {
        return with(hidden, shared, of, places);
    }

    /** The same batch with behaviours that were chosen from longer histories. */
    public RawBatch withPlaces(Places chosen) {
        requireLength("after", chosen.after().length, length());
        requireLength("of", chosen.of().length, size());
        return with(hidden, shared, origin, chosen);
    }

    private RawBatch with(boolean[] flagged, Shared beside, Origin known, Places stood) {
        return new RawBatch(
                offsets,
                history,
                historyNumbers,
                gaps,
                flagged,
                candidate,
                candidateNumbers,
                user,
                userNumbers,
                context,
                contextNumbers,
                negatives,
                negativesPerStep,
                labels,
                beside,
                known,
                stood);
    }

    /** Some candidates of this batch, each with an empty history; user and context fields are those that stood beside them. */
    public RawBatch candidates(int[] rows) {
        return of(new int[rows.length + 1], this, new int[0], this, rows, this, rows);
    }

    /** The history, user and context of the only sample of this batch before each candidate of another, whose labels are kept. */
    public RawBatch before(RawBatch candidates) {
        return before(candidates, IntStream.range(0, candidates.size()).toArray());
    }

    /** The same before some candidates of another batch. */
    public RawBatch before(RawBatch candidates, int[] rows) {
        if (size() != 1) {
            throw new IllegalArgumentException(size() + " samples where one history is asked");
        }
        int[] ends = new int[rows.length + 1];
        for (int b = 0; b < rows.length; b++) {
            ends[b + 1] = Math.addExact(ends[b], length());
        }
        int[] kept = new int[ends[rows.length]];
        Arrays.setAll(kept, at -> at % length());
        return of(ends, this, kept, candidates, rows, this, new int[rows.length]);
    }

    /** The first sample of each run of samples with the same history, its numbers not compared. */
    public int[] firstOfEach() {
        int[] first = new int[size()];
        int count = 0;
        for (int b = 0; b < size(); b++) {
            if (b == 0 || !alike(b - 1, b)) {
                first[count++] = b;
            }
        }
        return Arrays.copyOf(first, count);
    }

    /** The first sample of each run of samples that differ in nothing but their candidates. */
    public int[] firstOfEachRequest() {
        int[] first = new int[size()];
        int count = 0;
        for (int b = 0; b < size(); b++) {
            if (b == 0 || !alike(b - 1, b) || !sameSides(b - 1, b)) {
                first[count++] = b;
            }
        }
        return Arrays.copyOf(first, count);
    }

    private boolean sameSides(int one, int other) {
        for (int[][] side : new int[][][] {user, context}) {
            for (int[] ids : side) {
                if (!same(ids, new int[] {one, other}, 1, ids.length / size())) {
                    return false;
                }
            }
        }
        for (float[] numbers : new float[][] {userNumbers, contextNumbers}) {
            int width = numbers.length / size();
            if (!Arrays.equals(numbers, one * width, (one + 1) * width, numbers, other * width, (other + 1) * width)) {
                return false;
            }
        }
        return true;
    }

    private boolean alike(int one, int other) {
        if (length(one) != length(other)) {
            return false;
        }
        int[] from = {offsets[one], offsets[other]};
        int n = length(one);
        if (!Arrays.equals(gaps, from[0], from[0] + n, gaps, from[1], from[1] + n)
                || hidden != null && !Arrays.equals(hidden, from[0], from[0] + n, hidden, from[1], from[1] + n)) {
            return false;
        }
        for (int[] ids : history) {
            int width = ids.length / Math.max(1, length());
            if (!same(ids, from, n, width)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(int[] ids, int[] from, int n, int width) {
        return Arrays.equals(ids, from[0] * width, (from[0] + n) * width, ids, from[1] * width, (from[1] + n) * width);
    }

    /** Some samples, in the given order, without auxiliary negatives. */
    public RawBatch samples(int[] rows) {
        int[] ends = new int[rows.length + 1];
        for (int b = 0; b < rows.length; b++) {
            ends[b + 1] = ends[b] + length(rows[b]);
        }
        int[] kept = new int[ends[rows.length]];
        for (int b = 0; b < rows.length; b++) {
            for (int at = ends[b]; at < ends[b + 1]; at++) {
                kept[at] = offsets[rows[b]] + at - ends[b];
            }
        }
        return of(ends, this, kept, this, rows, this, rows);
    }

    /** Behaviours of one batch, candidates of another, user and context fields of a third; labels are the candidates'. */
    private static RawBatch of(
            int[] ends, RawBatch from, int[] kept, RawBatch items, int[] rows, RawBatch sides, int[] sideRows) {
        boolean[] flags = from.hidden == null ? null : new boolean[kept.length];
        long[] seconds = new long[kept.length];
        for (int at = 0; at < kept.length; at++) {
            seconds[at] = from.gaps[kept[at]];
            if (flags != null) {
                flags[at] = from.hidden[kept[at]];
            }
        }
        return new RawBatch(
                ends,
                picked(from.history, from.length(), kept),
                picked(from.historyNumbers, from.length(), kept),
                seconds,
                flags,
                picked(items.candidate, items.size(), rows),
                picked(items.candidateNumbers, items.size(), rows),
                picked(sides.user, sides.size(), sideRows),
                picked(sides.userNumbers, sides.size(), sideRows),
                picked(sides.context, sides.size(), sideRows),
                picked(sides.contextNumbers, sides.size(), sideRows),
                null,
                0,
                picked(items.labels, items.size(), rows),
                null,
                origin(from, kept, items, rows, sides, sideRows),
                from.pickedPlaces(kept, from == items || from.size() != 1 ? rows : new int[rows.length]));
    }

    private static Origin origin(
            RawBatch from, int[] kept, RawBatch items, int[] rows, RawBatch sides, int[] sideRows) {
        if (from.origin == null || items.origin == null || sides.origin == null) {
            return null;
        }
        return new Origin(
                at(sides.origin.users(), sideRows),
                at(from.origin.history(), kept),
                at(items.origin.candidates(), rows));
    }

    private static int[] at(int[] values, int[] places) {
        return Arrays.stream(places).map(place -> values[place]).toArray();
    }

    private Places pickedPlaces(int[] kept, int[] rows) {
        if (places == null) {
            return null;
        }
        int[] after = new int[kept.length];
        int[] of = new int[rows.length];
        Arrays.setAll(after, at -> places.after()[kept[at]]);
        Arrays.setAll(of, b -> places.of()[rows[b]]);
        return new Places(after, of);
    }

    /** The same batch with those behaviours alone that are chosen; of these it is known where they stood. */
    public RawBatch chosen(HistoryChoice choice) {
        HistoryChoice.Chooser chooser = choice.begin();
        int[][] steps = new int[size()][];
        for (int b = 0; b < size(); b++) {
            steps[b] = chooser.steps(new Before(this, b, this, b, unknown(length(b))));
        }
        return chosen(steps);
    }

    /** The same with the given steps of each history. */
    public RawBatch chosen(int[][] steps) {
        int[] all = IntStream.range(0, size()).toArray();
        return chosen(this, all, this, all, steps);
    }

    /** As {@link #before(RawBatch, int[])}, with those behaviours alone that are chosen for each candidate. */
    public RawBatch before(RawBatch candidates, int[] rows, HistoryChoice choice) {
        HistoryChoice.Chooser chooser = choice.begin();
        int[][] steps = new int[rows.length][];
        int[] keys = alikeItems();
        for (int b = 0; b < rows.length; b++) {
            steps[b] = chooser.steps(new Before(this, 0, candidates, rows[b], keys));
        }
        return chosen(this, new int[rows.length], candidates, rows, steps);
    }

    /** The only sample once for each of some choices of its behaviours. */
    public RawBatch repeatedWith(List<int[]> steps) {
        int[] zeros = new int[steps.size()];
        return chosen(this, zeros, this, zeros, steps.toArray(new int[0][]));
    }

    /**
     * The first sample's history as a search sees it when only some of it may be read.
     *
     * @param kept true where a behaviour may be read, beside what is hidden already
     */
    public HistoryChoice.Past pastOfFirst(boolean[] kept) {
        boolean[] flags = new boolean[length()];
        for (int n = 0; n < kept.length; n++) {
            flags[n] = !kept[n] || hidden != null && hidden[n];
        }
        return new Before(withHidden(flags), 0, this, 0, unknown(length()));
    }

    private static RawBatch chosen(RawBatch from, int[] histories, RawBatch items, int[] rows, int[][] steps) {
        int[] ends = new int[rows.length + 1];
        int[] of = new int[rows.length];
        for (int b = 0; b < rows.length; b++) {
            ends[b + 1] = Math.addExact(ends[b], steps[b].length);
            of[b] = from.length(histories[b]);
        }
        int[] kept = new int[ends[rows.length]];
        int[] after = new int[kept.length];
        for (int b = 0; b < rows.length; b++) {
            for (int i = 0; i < steps[b].length; i++) {
                kept[ends[b] + i] = from.offsets[histories[b]] + steps[b][i];
                after[ends[b] + i] = of[b] - 1 - steps[b][i];
            }
        }
        RawBatch chosen = of(ends, from, kept, items, rows, from, histories);
        return new RawBatch(
                chosen.offsets,
                chosen.history,
                chosen.historyNumbers,
                chosen.gaps,
                chosen.hidden,
                chosen.candidate,
                chosen.candidateNumbers,
                chosen.user,
                chosen.userNumbers,
                chosen.context,
                chosen.contextNumbers,
                from.negatives == null ? null : picked(from.negatives, from.length(), kept),
                from.negativesPerStep,
                chosen.labels,
                from.shared,
                chosen.origin,
                new Places(after, of));
    }

    private static int[] unknown(int length) {
        int[] keys = new int[length];
        Arrays.fill(keys, -1);
        return keys;
    }

    /** A number a behaviour, equal where all its ids are: items that are not known share one id and differ in their other fields. */
    private int[] alikeItems() {
        Map<IntBuffer, Integer> numbers = new HashMap<>();
        int[] keys = new int[length()];
        for (int at = 0; at < keys.length; at++) {
            int width = 0;
            for (int[] field : history) {
                width += field.length / keys.length;
            }
            IntBuffer ids = IntBuffer.allocate(width);
            for (int[] field : history) {
                ids.put(field, at * (field.length / keys.length), field.length / keys.length);
            }
            keys[at] = numbers.computeIfAbsent(ids.flip(), all -> numbers.size());
        }
        return keys;
    }

    /** The history of one sample before the candidate of another. */
    private record Before(RawBatch of, int sample, RawBatch items, int row, int[] keys) implements HistoryChoice.Past {
        @Override
        public int length() {
            return of.length(sample);
        }

        @Override
        public boolean hidden(int step) {
            return of.hidden != null && of.hidden[of.offsets[sample] + step];
        }

        @Override
        public int id(int field, int step, int k) {
            int width = of.history[field].length / of.length();
            return of.history[field][(of.offsets[sample] + step) * width + k];
        }

        @Override
        public int candidate(int field, int k) {
            int width = items.candidate[field].length / items.size();
            return items.candidate[field][row * width + k];
        }
    }

    /** The same batch with at most so many behaviours a history, the most recent ones; itself where none is longer. */
    public RawBatch mostRecent(int most) {
        int[] lengths = new int[size()];
        for (int b = 0; b < size(); b++) {
            lengths[b] = Math.min(most, length(b));
        }
        return withLengths(lengths);
    }

    /** Each history with at most so many behaviours, the oldest ones, as it was before the others; without auxiliary negatives. */
    public RawBatch oldest(int most) {
        int[] ends = new int[offsets.length];
        for (int b = 0; b < size(); b++) {
            ends[b + 1] = ends[b] + Math.min(most, length(b));
        }
        int[] kept = new int[ends[size()]];
        for (int b = 0; b < size(); b++) {
            for (int at = ends[b]; at < ends[b + 1]; at++) {
                kept[at] = offsets[b] + at - ends[b];
            }
        }
        int[] all = IntStream.range(0, size()).toArray();
        return of(ends, this, kept, this, all, this, all);
    }

    /**
     * The same batch with histories of other lengths, itself where none differs: the most recent behaviours, and where more are wanted than there are, all of
     * them again and again before these. A history that is empty stays so.
     */
    public RawBatch withLengths(int[] lengths) {
        int[] ends = new int[offsets.length];
        boolean same = true;
        for (int b = 0; b < size(); b++) {
            ends[b + 1] = ends[b] + (length(b) == 0 ? 0 : lengths[b]);
            same &= ends[b + 1] == offsets[b + 1];
        }
        if (same) {
            return this;
        }
        int[] kept = new int[ends[size()]];
        for (int b = 0; b < size(); b++) {
            for (int at = ends[b]; at < ends[b + 1]; at++) {
                kept[at] = offsets[b + 1] - 1 - (ends[b + 1] - 1 - at) % length(b);
            }
        }
        long[] keptGaps = new long[kept.length];
        boolean[] keptHidden = hidden == null ? null : new boolean[kept.length];
        for (int i = 0; i < kept.length; i++) {
            keptGaps[i] = gaps[kept[i]];
            if (hidden != null) {
                keptHidden[i] = hidden[kept[i]];
            }
        }
        return new RawBatch(
                ends,
                picked(history, length(), kept),
                picked(historyNumbers, length(), kept),
                keptGaps,
                keptHidden,
                candidate,
                candidateNumbers,
                user,
                userNumbers,
                context,
                contextNumbers,
                negatives == null ? null : picked(negatives, length(), kept),
                negativesPerStep,
                labels,
                shared,
                origin == null ? null : new Origin(origin.users(), at(origin.history(), kept), origin.candidates()),
                pickedPlaces(kept, IntStream.range(0, size()).toArray()));
    }

    private static int[][] picked(int[][] fields, int places, int[] kept) {
        int[][] picked = new int[fields.length][];
        for (int f = 0; f < fields.length; f++) {
            int each = places == 0 ? 0 : fields[f].length / places;
            picked[f] = new int[each * kept.length];
            copy(fields[f], picked[f], kept, each);
        }
        return picked;
    }

    private static float[] picked(float[] numbers, int places, int[] kept) {
        int each = places == 0 ? 0 : numbers.length / places;
        float[] picked = new float[each * kept.length];
        copy(numbers, picked, kept, each);
        return picked;
    }

    private static void copy(Object from, Object to, int[] kept, int each) {
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(from, kept[i] * each, to, i * each, each);
        }
    }

    /**
     * Checks every array against the schema: lengths, ids within their field, offsets that only grow, gaps that are not
     * negative. Slow; for tests and for batches that come from outside.
     *
     * @return this batch
     * @throws IllegalArgumentException naming the first array that does not fit
     */
    public RawBatch requireValid(Schema schema) {
        for (int b = 0; b < size(); b++) {
            if (length(b) < 0) {
                throw new IllegalArgumentException("offsets fall at sample " + b);
            }
        }
        for (long gap : gaps) {
            if (gap < 0) {
                throw new IllegalArgumentException("a behaviour lies " + -gap + " s after its candidate");
            }
        }
        List<Field> items = schema.categoricalItemFields();
        requireIds("history", history, items, length());
        requireIds("candidate", candidate, items, size());
        requireIds("user", user, schema.categoricalUserFields(), size());
        requireIds("context", context, schema.categoricalContextFields(), size());
        if (negatives != null) {
            requireIds("negatives", negatives, items, length() * negativesPerStep);
        }
        requireLength("historyNumbers", historyNumbers.length, length() * schema.numericItemFields());
        requireLength("candidateNumbers", candidateNumbers.length, size() * schema.numericItemFields());
        requireLength("userNumbers", userNumbers.length, size() * schema.numericUserFields());
        requireLength("contextNumbers", contextNumbers.length, size() * schema.numericContextFields());
        return this;
    }

    private static void requireIds(String what, int[][] ids, List<Field> fields, int positions) {
        requireLength(what + " fields", ids.length, fields.size());
        for (int f = 0; f < ids.length; f++) {
            Field field = fields.get(f);
            requireLength(what + " " + field.name(), ids[f].length, positions * field.width());
            for (int id : ids[f]) {
                if (id < 0 || id >= field.size()) {
                    throw new IllegalArgumentException(what + " " + field.name() + ": id " + id);
                }
            }
        }
    }

    private static void requireLength(String what, int actual, int expected) {
        if (actual != expected) {
            throw new IllegalArgumentException(what + ": " + actual + " values, expected " + expected);
        }
    }
}
