package dev.interestlens.recommend;

import dev.interestlens.metric.FullRanking;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;

/**
 * Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): repeatedly takes the item with the largest (1 − d)·r − d·s, where r is its logit
 * between the worst (0) and the best (1) of the pool and s its largest cosine to the items that are already taken, by their embeddings in the model.
 *
 * @param weight d, from 0 to 1
 */
record Diversity(Recommender recommender, double weight) {
    private static final int POOL = 200;
    private static final int POOL_EACH = 5;

    Diversity {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("diversity " + weight);
        }
    }

    int[] choose(float[] logits, boolean[] open, int count) {
        int[] pool = FullRanking.best(logits, open, Math.max(POOL, POOL_EACH * count));
        float[][] vectors = recommender.vectors(pool);
        double[] nearest = new double[pool.length];
        boolean[] taken = new boolean[pool.length];
        int[] chosen = new int[Math.min(count, pool.length)];
        for (int i = 0; i < chosen.length; i++) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < pool.length; c++) {
                double value = (1 - weight) * relevance(logits, pool, c) - weight * nearest[c];
                if (!taken[c] && value > most) {
                    best = c;
                    most = value;
                }
            }
            taken[best] = true;
            chosen[i] = pool[best];
            for (int c = 0; c < pool.length; c++) {
                nearest[c] = Math.max(nearest[c], cosine(vectors[c], vectors[best]));
            }
        }
        return chosen;
    }

    private static double relevance(float[] logits, int[] pool, int at) {
        double best = logits[pool[0]];
        double worst = logits[pool[pool.length - 1]];
        return best == worst ? 1 : (logits[pool[at]] - worst) / (best - worst);
    }

    static double cosine(float[] a, float[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
        }
        double size = norm(a) * norm(b);
        return size == 0 ? 0 : product / size;
    }

    private static double norm(float[] a) {
        double[] squares = ArrayFill.doubles(a.length, i -> (double) a[i] * a[i]);
        return Math.sqrt(Arrays.stream(squares).sum());
    }
}
