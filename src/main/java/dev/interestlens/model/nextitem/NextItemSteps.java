package dev.interestlens.model.nextitem;

import dev.interestlens.data.Schema;
import dev.interestlens.model.BatchPlan;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The targets of a batch of sequences: each readable position predicts the next behaviour, the newest one the candidate, and the state of an empty
 * history the first behaviour. N positions.
 *
 * @param from rows of the states: a position, or N for the empty history
 * @param to rows of the targets: a position, or N + the place of a candidate
 */
public record NextItemSteps(int[] from, int[] to) {
    public static NextItemSteps of(BatchPlan plan) {
        RaggedBatch layout = plan.layout();
        float[] mask = layout.mask();
        int n = layout.positions();
        int[] from = new int[n + layout.samples()];
        int[] to = new int[from.length];
        int count = 0;
        int at = 0;
        int sample = 0;
        for (int g = 0; g < layout.groups(); g++) {
            for (int k = 0; k < layout.groupSize(g); k++, sample++, at += layout.groupLength(g)) {
                int before = n;
                for (int position = at; position < at + layout.lengthAt(sample); position++) {
                    from[count] = before;
                    to[count++] = position; // a hidden behaviour is a target, but predicts nothing
                    before = mask[position] == 0 ? before : position;
                }
                from[count] = before;
                to[count++] = n + sample;
            }
        }
        return new NextItemSteps(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
    }

    /** Those of a behaviour that predicts a behaviour. */
    public NextItemSteps amongBehaviours(int positions) {
        int[] chosen = IntStream.range(0, to.length)
                .filter(i -> from[i] < positions && to[i] < positions)
                .toArray();
        return new NextItemSteps(
                ArrayFill.ints(chosen.length, i -> from[chosen[i]]), ArrayFill.ints(chosen.length, i -> to[chosen[i]]));
    }

    /** The id of the item that comes next at each step. */
    public int[] items(BatchPlan plan) {
        int n = plan.layout().positions();
        int[] behaviours = plan.itemIds();
        int[] candidates = plan.raw().candidate[Schema.ITEM];
        int[] items = new int[to.length];
        Arrays.setAll(
                items,
                i -> to[i] < n ? behaviours[to[i]] : candidates[plan.layout().sampleAt(to[i] - n)]);
        return items;
    }
}
