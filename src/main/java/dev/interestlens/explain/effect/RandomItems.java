package dev.interestlens.explain.effect;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.look.Behaviour;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.Scorer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Ranks a candidate among random items that occur in training and not in the user's history. The same user and candidate have the same items; a small
 * catalogue gives fewer.
 *
 * @param others how many random items beside the candidate
 */
public record RandomItems(SampleSet samples, int others) implements Ranks {
    private static final int OTHERS = 99;
    private static final int TRIES = 20;

    public RandomItems(SampleSet samples) {
        this(samples, OTHERS);
    }

    /** With the whole history, and with all of it hidden; the items' part is computed once for both. */
    @Override
    public Standing standing(Scorer model, Impression impression) {
        RawBatch single = impression.batch();
        try (CatalogueScorer scorer = model.catalogue(items(impression))) {
            float[] with = scorer.logits(single);
            return Standing.ofFirst(with, impression.behaviours() == 0 ? with : scorer.logits(single.mostRecent(0)));
        }
    }

    /** The candidate, then the random items, without histories. */
    public RawBatch items(Impression impression) {
        return samples.custom(
                new int[0],
                new long[0],
                impression.user(),
                draw(impression.user(), impression.candidate().number(), impression.history()));
    }

    /** The numbers of the candidate and of the random items of a user with a history. */
    public int[] draw(int user, int candidate, List<Behaviour> history) {
        Set<Integer> met = new LinkedHashSet<>();
        met.add(candidate);
        history.forEach(behaviour -> met.add(behaviour.item().number()));
        Set<Integer> chosen = new LinkedHashSet<>();
        chosen.add(candidate);
        Random random = new Random(31L * user + candidate);
        for (int i = 0; i < others * TRIES && chosen.size() <= others; i++) {
            int item = Field.FIRST + random.nextInt(samples.data().items());
            if (samples.warm(item) && !met.contains(item)) {
                chosen.add(item);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }
}
