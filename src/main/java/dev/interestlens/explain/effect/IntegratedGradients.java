package dev.interestlens.explain.effect;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.model.ModelGradients.PathGradient;
import dev.interestlens.model.Scorer;
import java.util.Arrays;

/**
 * Integrated gradients (Sundararajan, Taly and Yan 2017, arXiv 1703.01365) on the embeddings of the behaviours: the path from the embedding of
 * padding to theirs, at the midpoints of {@value #STEPS} equal steps. The model always reads all positions, unlike with a removal: it is another
 * attribution, which answers another question. What followed what is added by ids and not by embeddings: its parts are added as they are.
 */
public final class IntegratedGradients {
    static final int STEPS = 50;

    private IntegratedGradients() {}

    /**
     * The result.
     *
     * @param values one number a behaviour, in logits
     * @param gap difference between their sum and z(history) − z(baseline); the sum is exact in the limit of small steps
     * @param whole z(history) − z(baseline), where nothing of the baseline followed anything
     */
    public record Result(double[] values, double gap, double whole) {
        public Result {
            values = values.clone();
        }
    }

    public static Result of(Scorer model, Impression impression) {
        int n = impression.behaviours();
        if (n == 0) {
            return new Result(new double[0], 0, 0);
        }
        double[] shares = new double[STEPS + 2];
        for (int k = 0; k < STEPS; k++) {
            shares[k] = (k + 0.5) / STEPS;
        }
        shares[STEPS + 1] = 1; // preceded by the baseline itself
        PathGradient path = model.gradients().alongPath(impression.batch().samples(new int[STEPS + 2]), shares);
        double[] values = model.gradients().ofTables(impression.batch());
        double whole = path.logits()[STEPS + 1]
                - path.logits()[STEPS]
                + Arrays.stream(values).sum();
        double sum = 0;
        for (int j = 0; j < n; j++) {
            for (int e = 0; e < path.width(); e++) {
                double mean = 0;
                for (int k = 0; k < STEPS; k++) {
                    mean += path.gradient()[(k * path.length() + j) * path.width() + e] / (double) STEPS;
                }
                values[j] += mean * (path.values()[j * path.width() + e] - path.baseline()[e]);
            }
            sum += values[j];
        }
        return new Result(values, whole - sum, whole);
    }
}
