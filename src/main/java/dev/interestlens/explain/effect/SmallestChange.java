package dev.interestlens.explain.effect;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Searches for the fewest behaviours whose removal moves the score across a threshold. All sets of one and, where there are not too many, of two are
 * tried, so that such a result is the smallest; beyond that the search is greedy and finally puts back what is not needed.
 */
public final class SmallestChange {
    private static final int MAX_PAIRS = 2_500;
    private static final int MAX_STEPS = 12;

    /**
     * What was found.
     *
     * @param removed positions, as few as were found
     * @param from the score before
     * @param to the score after, by a separate forward pass with the behaviours masked
     * @param smallest whether no smaller set does it
     */
    public record Found(List<Integer> removed, double from, double to, boolean smallest) {
        public Found {
            removed = List.copyOf(removed);
        }
    }

    private final Removal removal;
    private final boolean[] readable;
    private final double threshold;
    private final double before;
    private final boolean down;

    private SmallestChange(Removal removal, boolean[] readable, double threshold) {
        this.removal = removal;
        this.readable = readable;
        this.threshold = Math.log(threshold / (1 - threshold));
        before = removal.logits(List.of(readable))[0];
        down = before >= this.threshold;
    }

    /**
     * @param readable which behaviours are read to begin with
     * @param threshold a score within (0, 1)
     * @param cancelled called now and then
     * @return empty where no removal was found, or it was cancelled
     */
    public static Optional<Found> find(
            Scorer model, Impression impression, boolean[] readable, double threshold, BooleanSupplier cancelled) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("threshold " + threshold);
        }
        SmallestChange search = new SmallestChange(model.removal(impression.batch()), readable, threshold);
        return search.search(cancelled).flatMap(found -> search.verified(model, impression, found));
    }

    private record Set(List<Integer> removed, boolean smallest) {}

    private Optional<Set> search(BooleanSupplier cancelled) {
        List<Integer> all = IntStream.range(0, readable.length)
                .filter(j -> readable[j])
                .boxed()
                .toList();
        List<List<Integer>> single = all.stream().map(List::of).toList();
        Optional<List<Integer>> one = best(single);
        if (one.isPresent()) {
            return Optional.of(new Set(one.get(), true));
        }
        boolean pairs = all.size() * (all.size() - 1) / 2 <= MAX_PAIRS;
        if (pairs && !cancelled.getAsBoolean()) {
            Optional<List<Integer>> found = best(pairs(all));
            if (found.isPresent()) {
                return Optional.of(new Set(found.get(), true));
            }
        }
        return greedy(all, cancelled).map(found -> new Set(found, pairs && found.size() == 3));
    }

    /** Of the sets that cross the threshold the one that goes furthest. */
    private Optional<List<Integer>> best(List<List<Integer>> sets) {
        if (sets.isEmpty()) {
            return Optional.empty();
        }
        double[] logits = removal.logits(sets.stream().map(this::without).toList());
        int found = -1;
        for (int i = 0; i < logits.length; i++) {
            if (crosses(logits[i]) && (found < 0 || further(logits[i], logits[found]))) {
                found = i;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(sets.get(found));
    }

    private Optional<List<Integer>> greedy(List<Integer> all, BooleanSupplier cancelled) {
        List<Integer> removed = new ArrayList<>();
        while (removed.size() < Math.min(MAX_STEPS, all.size())) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            List<Integer> left = all.stream().filter(j -> !removed.contains(j)).toList();
            double[] logits = removal.logits(
                    left.stream().map(j -> without(with(removed, j))).toList());
            int best = 0;
            for (int i = 1; i < logits.length; i++) {
                best = further(logits[i], logits[best]) ? i : best;
            }
            removed.add(left.get(best));
            if (crosses(logits[best])) {
                return Optional.of(needed(removed, fewer -> crosses(removal.logits(List.of(without(fewer)))[0])));
            }
        }
        return Optional.empty();
    }

    /** All sets of two. */
    public static List<List<Integer>> pairs(List<Integer> of) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            for (int j = i + 1; j < of.size(); j++) {
                pairs.add(List.of(of.get(i), of.get(j)));
            }
        }
        return pairs;
    }

    /** Puts back what is not needed, beginning with the earliest one. */
    public static List<Integer> needed(List<Integer> removed, Predicate<List<Integer>> suffices) {
        List<Integer> kept = new ArrayList<>(removed);
        for (int j : removed) {
            List<Integer> fewer = kept.stream().filter(i -> i != j).toList();
            if (!fewer.isEmpty() && suffices.test(fewer)) {
                kept.remove(Integer.valueOf(j));
            }
        }
        return kept;
    }

    private Optional<Found> verified(Scorer model, Impression impression, Set found) {
        boolean[] left = without(found.removed());
        double after = model.logits(MaskedBatch.hide(impression.batch(), left))[0];
        return crosses(after)
                ? Optional.of(new Found(
                        found.removed().stream().sorted().toList(),
                        Scores.sigmoid(before),
                        Scores.sigmoid(after),
                        found.smallest()))
                : Optional.empty();
    }

    /** The set with one more. */
    public static List<Integer> with(List<Integer> removed, int one) {
        List<Integer> more = new ArrayList<>(removed);
        more.add(one);
        return more;
    }

    private boolean[] without(List<Integer> removed) {
        boolean[] kept = readable.clone();
        removed.forEach(j -> kept[j] = false);
        return kept;
    }

    private boolean crosses(double logit) {
        return down ? logit < threshold : logit >= threshold;
    }

    private boolean further(double logit, double other) {
        return down ? logit < other : logit > other;
    }
}
