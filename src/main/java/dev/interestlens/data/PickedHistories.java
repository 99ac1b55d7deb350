package dev.interestlens.data;

import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * New histories made from the behaviours of a batch.
 *
 * @param from N behaviours in B histories
 * @param histories for each new history, the one of {@code from} that it is made from
 * @param offsets the new history b is the range offsets[b] … offsets[b + 1]
 * @param kept for each behaviour of the new histories, its position among the N
 */
record PickedHistories(RawBatch from, int[] histories, int[] offsets, int[] kept) {

    /** @param step the behaviour of the source history, counted from its oldest, at position i of the new history b */
    private static PickedHistories of(RawBatch from, int[] histories, IntUnaryOperator length, IntBinaryOperator step) {
        int[] offsets = new int[histories.length + 1];
        for (int b = 0; b < histories.length; b++) {
            offsets[b + 1] = Math.addExact(offsets[b], length.applyAsInt(b));
        }
        int[] kept = new int[offsets[histories.length]];
        for (int b = 0; b < histories.length; b++) {
            int first = from.offsets[histories[b]];
            for (int at = offsets[b]; at < offsets[b + 1]; at++) {
                kept[at] = first + step.applyAsInt(b, at - offsets[b]);
            }
        }
        return new PickedHistories(from, histories, offsets, kept);
    }

    /** Some histories with all their behaviours. */
    static PickedHistories whole(RawBatch from, int[] histories) {
        return of(from, histories, b -> from.length(histories[b]), (b, i) -> i);
    }

    /** Some histories without any behaviour. */
    static PickedHistories empty(RawBatch from, int[] histories) {
        return of(from, histories, b -> 0, (b, i) -> i);
    }

    /** All histories, each with its oldest behaviours only. */
    static PickedHistories oldest(RawBatch from, int most) {
        return of(from, all(from), b -> Math.min(most, from.length(b)), (b, i) -> i);
    }

    /** All histories with other lengths: their newest behaviours; where a history is too short, it is repeated in front. */
    static PickedHistories newest(RawBatch from, int[] lengths) {
        return of(from, all(from), b -> from.length(b) == 0 ? 0 : lengths[b], (b, i) -> {
            int length = from.length(b);
            return length - 1 - (lengths[b] - 1 - i) % length;
        });
    }

    /** Some histories with the given steps of each, 0 being the oldest behaviour. */
    static PickedHistories steps(RawBatch from, int[] histories, int[][] steps) {
        return of(from, histories, b -> steps[b].length, (b, i) -> steps[b][i]);
    }

    private static int[] all(RawBatch from) {
        return IntStream.range(0, from.size()).toArray();
    }

    /** These histories with the candidates of another batch, whose labels are kept; without auxiliary negatives. */
    RawBatch before(RawBatch items, int[] rows) {
        return before(items, rows, null, 0, null, places());
    }

    /** The same with the auxiliary negatives of the behaviours and the shared items. */
    RawBatch withNegativesBefore(RawBatch items, int[] rows) {
        return withNegativesBefore(items, rows, places());
    }

    /** The same, recording the positions of the behaviours in the original histories. */
    RawBatch chosenBefore(RawBatch items, int[] rows) {
        int[] after = new int[kept.length];
        int[] of = new int[histories.length];
        for (int b = 0; b < histories.length; b++) {
            of[b] = from.length(histories[b]);
            for (int at = offsets[b]; at < offsets[b + 1]; at++) {
                after[at] = from.offsets[histories[b] + 1] - 1 - kept[at];
            }
        }
        return withNegativesBefore(items, rows, new RawBatch.Places(after, of));
    }

    private RawBatch withNegativesBefore(RawBatch items, int[] rows, RawBatch.Places places) {
        int[][] negatives = from.negatives == null ? null : picked(from.negatives, from.length(), kept);
        return before(items, rows, negatives, from.negativesPerStep, from.shared, places);
    }

    private RawBatch before(
            RawBatch items,
            int[] rows,
            int[][] negatives,
            int negativesPerStep,
            RawBatch.Shared shared,
            RawBatch.Places places) {
        return new RawBatch(
                new RawBatch.Histories(
                        offsets,
                        fields(new RawBatch.Fields(from.history, from.historyNumbers), from.length(), kept),
                        gaps(),
                        hidden()),
                fields(new RawBatch.Fields(items.candidate, items.candidateNumbers), items.size(), rows),
                fields(new RawBatch.Fields(from.user, from.userNumbers), from.size(), histories),
                fields(new RawBatch.Fields(from.context, from.contextNumbers), from.size(), histories),
                new RawBatch.Negatives(negatives, negativesPerStep),
                picked(items.labels, items.size(), rows),
                shared,
                origin(items, rows),
                places,
                from.days == null ? null : at(from.days, histories));
    }

    private long[] gaps() {
        return Arrays.stream(kept).mapToLong(at -> from.gaps[at]).toArray();
    }

    private boolean[] hidden() {
        if (from.hidden == null) {
            return null;
        }
        return ArrayFill.flags(kept.length, at -> from.hidden[kept[at]]);
    }

    private RawBatch.Origin origin(RawBatch items, int[] rows) {
        return from.origin == null || items.origin == null
                ? null
                : new RawBatch.Origin(
                        at(from.origin.users(), histories),
                        at(from.origin.history(), kept),
                        at(items.origin.candidates(), rows));
    }

    /** The known positions of behaviours in the original histories. */
    private RawBatch.Places places() {
        return from.places == null
                ? null
                : new RawBatch.Places(at(from.places.after(), kept), at(from.places.of(), histories));
    }

    static int[] at(int[] values, int[] places) {
        return Arrays.stream(places).map(place -> values[place]).toArray();
    }

    /** The fields of some places. */
    static RawBatch.Fields fields(RawBatch.Fields of, int places, int[] kept) {
        return new RawBatch.Fields(picked(of.ids(), places, kept), picked(of.numbers(), places, kept));
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
}
