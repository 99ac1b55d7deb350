package dev.interestlens.explain.effect;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.model.Removal;
import dev.interestlens.model.Scorer;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The fewest behaviours whose removal moves the score across a threshold.
 *
 * @param threshold a score within (0, 1)
 * @param from the score before
 * @param to the score after removing the first set, by a separate forward pass with the behaviours masked; {@code from} where there is none
 * @param found positions that do it
 */
public record SmallestChange(double threshold, double from, double to, SmallestSets.Found found) {
    /** The threshold where none is chosen: as likely as not. */
    public static final double HALF = 0.5;

    /** Those of the set that goes furthest; empty where none was found. */
    public List<Integer> removed() {
        return found.sets().isEmpty() ? List.of() : found.sets().get(0);
    }

    /**
     * @param readable which behaviours are read to begin with
     * @param cancelled called now and then
     * @return empty where it was cancelled
     */
    public static Optional<SmallestChange> find(
            Scorer model, Impression impression, boolean[] readable, double threshold, BooleanSupplier cancelled) {
        return find(model, impression, readable, threshold, SmallestSets.MAX_TRIED, cancelled);
    }

    /** @param most sets that are tried for being all of a size; 0 for a greedy search */
    static Optional<SmallestChange> find(
            Scorer model,
            Impression impression,
            boolean[] readable,
            double threshold,
            int most,
            BooleanSupplier cancelled) {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("threshold " + threshold);
        }
        Removal removal = model.removal(impression.batch());
        double before = removal.logits(List.of(readable))[0];
        double bound = Math.log(threshold / (1 - threshold));
        boolean down = before >= bound;
        return SmallestSets.find(readable, most, sets -> margins(removal, readable, sets, bound, down), cancelled)
                .map(found -> of(model, impression, readable, threshold, before, found));
    }

    /** A score at the threshold itself counts as above it. */
    private static double[] margins(
            Removal removal, boolean[] readable, List<List<Integer>> sets, double bound, boolean down) {
        double[] logits = removal.logits(
                sets.stream().map(set -> SmallestSets.without(readable, set)).toList());
        for (int i = 0; i < logits.length; i++) {
            logits[i] = down ? bound - logits[i] : logits[i] == bound ? Double.MIN_VALUE : logits[i] - bound;
        }
        return logits;
    }

    private static SmallestChange of(
            Scorer model,
            Impression impression,
            boolean[] readable,
            double threshold,
            double before,
            SmallestSets.Found found) {
        double after = found.sets().isEmpty()
                ? before
                : model.logits(MaskedBatch.hide(
                        impression.batch(),
                        SmallestSets.without(readable, found.sets().get(0))))[0];
        return new SmallestChange(threshold, Scores.sigmoid(before), Scores.sigmoid(after), found);
    }
}
