package dev.interestlens.explain;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.TrainedModel;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The place of the candidate among random items that the user has not met, with the whole history and without each behaviour. Same sample, same items. */
public final class RankEffect {
    private static final int TRIES = 20;

    private RankEffect() {}

    /**
     * What came out.
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

    /**
     * @param position of the target in the user's own sequence
     * @param others how many random items
     * @return empty where it was cancelled
     */
    public static Optional<Result> of(
            TrainedModel model,
            SampleSet samples,
            Impression impression,
            int position,
            int others,
            BooleanSupplier cancelled) {
        int[] candidates = candidates(samples, impression, others);
        RawBatch batch = samples.single(impression.user(), position, candidates);
        int n = impression.behaviours();
        boolean[] readable = new boolean[n];
        Arrays.fill(readable, true);
        int rank = rank(model.logits(batch));
        int[] without = new int[n];
        for (int j = 0; j < n; j++) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            readable[j] = false;
            without[j] = rank(model.logits(Hiding.hide(batch, readable)));
            readable[j] = true;
        }
        return Optional.of(new Result(candidates.length, rank, without));
    }

    private static int[] candidates(SampleSet samples, Impression impression, int others) {
        int candidate = impression.candidate().number();
        Set<Integer> met = new LinkedHashSet<>();
        met.add(candidate);
        impression.history().forEach(behaviour -> met.add(behaviour.item().number()));
        Set<Integer> chosen = new LinkedHashSet<>();
        chosen.add(candidate);
        Random random = new Random(31L * impression.user() + candidate);
        for (int i = 0; i < others * TRIES && chosen.size() <= others; i++) {
            int item = Field.FIRST + random.nextInt(samples.data().items());
            if (samples.warm(item) && !met.contains(item)) {
                chosen.add(item);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Of the first one; equal scores stand before it. */
    private static int rank(float[] logits) {
        int rank = 1;
        for (int i = 1; i < logits.length; i++) {
            rank += logits[i] >= logits[0] ? 1 : 0;
        }
        return rank;
    }
}
