package dev.interestlens.recommend;

import dev.interestlens.metric.FullRanking;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The Effect of every behaviour on each of some items.
 *
 * @param places of the items, best first
 * @param whole their logits
 * @param left their logits without each behaviour; equal to {@code whole} for a behaviour that is not read
 * @param complete whether these are all items that could be in the list
 */
public record LeaveOneOut(int[] places, float[] whole, float[][] left, boolean complete) {
    /** Number of best items that are used where each removal costs as much as a history. */
    public static final int NEAR = 500;

    /** The most scores to compute where many parts of a history are scored together. */
    private static final long MAX_SCORES = 20_000_000;

    /**
     * For all items that could be in a list where that is fast, else for the best ones.
     *
     * @param cancelled called between behaviours where they are scored one by one
     * @return empty where it was cancelled
     */
    public static Optional<LeaveOneOut> of(Recommender recommender, TopList list, BooleanSupplier cancelled) {
        int candidates = list.candidates();
        boolean all = recommender.scorer().removesTogether()
                && (long) candidates * list.person().behaviours() <= MAX_SCORES;
        return of(recommender, list, all ? candidates : NEAR, cancelled);
    }

    /** For a number of the best items. */
    public static Optional<LeaveOneOut> of(
            Recommender recommender, TopList list, int count, BooleanSupplier cancelled) {
        int[] places = sorted(list, count);
        float[] whole = new float[places.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = list.logits()[places[i]];
        }
        float[][] left = new float[list.person().behaviours()][];
        if (recommender.scorer().removesTogether()) {
            left = recommender.scorer().kept(list.person().batch(), singles(list.readable()), places);
        } else {
            for (int j = 0; j < left.length; j++) {
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                left[j] = list.readable()[j]
                        ? recommender
                                .scorer()
                                .logits(list.person().batch().keeping(without(list.readable(), j)), places)
                        : whole;
            }
        }
        return Optional.of(new LeaveOneOut(places, whole, left, places.length == list.candidates()));
    }

    private static int[] sorted(TopList list, int count) {
        if (count <= NEAR) {
            return FullRanking.best(list.logits(), list.open(), count);
        }
        float[] logits = list.logits();
        int[] open = IntStream.range(0, logits.length)
                .filter(place -> list.open()[place])
                .toArray();
        long[] keys = new long[open.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(logits[open[i]], open[i]);
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).limit(count).mapToInt(key -> (int) key).toArray();
    }

    /** A key that sorts by descending logit, then by place. */
    private static long key(float logit, int place) {
        int bits = Float.floatToIntBits(-logit);
        int ordered = bits < 0 ? ~bits : bits | Integer.MIN_VALUE;
        return ((long) (ordered ^ Integer.MIN_VALUE) << 32) | place;
    }

    private static List<boolean[]> singles(boolean[] readable) {
        return IntStream.range(0, readable.length)
                .mapToObj(j -> without(readable, j))
                .toList();
    }

    static boolean[] without(boolean[] readable, int... behaviours) {
        boolean[] kept = readable.clone();
        for (int j : behaviours) {
            kept[j] = false;
        }
        return kept;
    }

    public int behaviours() {
        return left.length;
    }

    /** z(H) − z(H∖j) of the i-th item. */
    public double effect(int behaviour, int i) {
        return (double) whole[i] - left[behaviour][i];
    }

    /** The score of the i-th item without a behaviour, from 0 to 1. */
    public double score(int behaviour, int i) {
        return TopList.sigmoid(left[behaviour][i]);
    }

    /** The Effects of all behaviours on the i-th item. */
    public double[] effects(int i) {
        return IntStream.range(0, behaviours()).mapToDouble(j -> effect(j, i)).toArray();
    }

    /** The index of an item in {@link #places}; −1 where it is not among them. */
    public int indexOf(int place) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == place) {
                return i;
            }
        }
        return -1;
    }

    /** The list without a behaviour, by score: places, best first. */
    public int[] bestWithout(int behaviour, int count) {
        boolean[] open = new boolean[places.length];
        Arrays.fill(open, true);
        return Arrays.stream(FullRanking.best(left[behaviour], open, count))
                .map(i -> places[i])
                .toArray();
    }
}
