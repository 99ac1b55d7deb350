package dev.interestlens.explain.effect;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The rank of the candidate among random items, with the whole history and without each behaviour. */
public final class RankEffect {
    private RankEffect() {}

    /**
     * The result.
     *
     * @param among how many items the candidate is ranked with, itself included
     * @param rank from 1, the best
     * @param without the rank without each behaviour
     */
    public record Result(int among, int rank, int[] without) {
        public Result {
            without = without.clone();
        }
    }

    /** Empty where it was cancelled. */
    public static Optional<Result> of(
            Scorer model, RandomItems items, Impression impression, BooleanSupplier cancelled) {
        RawBatch single = impression.batch();
        int n = impression.behaviours();
        boolean[] readable = ArrayFill.flags(n, every -> true);
        int[] without = new int[n];
        try (CatalogueScorer scorer = model.catalogue(items.items(impression))) {
            int rank = rank(scorer.logits(single));
            Arrays.fill(
                    without,
                    rank); // each item has its own search; a behaviour that this candidate does not read does not
            // change the rank
            for (int j : model.readSteps(single)) {
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                readable[j] = false;
                without[j] = rank(scorer.logits(MaskedBatch.hide(single, readable)));
                readable[j] = true;
            }
            return Optional.of(new Result(scorer.items(), rank, without));
        }
    }

    private static int rank(float[] logits) {
        return Standing.Place.ofFirst(logits).rank();
    }
}
