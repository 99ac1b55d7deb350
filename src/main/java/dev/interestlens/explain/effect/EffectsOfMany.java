package dev.interestlens.explain.effect;

import dev.interestlens.data.RawBatch;
import dev.interestlens.model.Scorer;
import dev.interestlens.store.ArrayFill;

/** Effects of many predictions at once, for models that read whole histories: those of {@link Effects} as one forward pass a place. */
public final class EffectsOfMany {
    private EffectsOfMany() {}

    /**
     * z(H) − z(H∖j) of each sample and behaviour.
     *
     * @param batch with histories of the same length
     */
    public static double[][] of(Scorer model, RawBatch batch) {
        int n = batch.length(0);
        float[] whole = model.logits(batch);
        double[][] effects = new double[batch.size()][n];
        for (int j = 0; j < n; j++) {
            int removed = j;
            float[] without = model.logits(batch.withHidden(ArrayFill.flags(batch.length(), at -> at % n == removed)));
            for (int b = 0; b < effects.length; b++) {
                effects[b][j] = whole[b] - without[b];
            }
        }
        return effects;
    }
}
