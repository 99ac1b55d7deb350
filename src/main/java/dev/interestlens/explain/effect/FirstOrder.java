package dev.interestlens.explain.effect;

import dev.interestlens.data.RawBatch;
import dev.interestlens.model.ModelGradients.HistoryGradient;
import dev.interestlens.model.ModelGradients.InterestGradient;
import dev.interestlens.model.Scorer;

/**
 * A first-order estimate of the Effect of every behaviour of a batch by one backward pass, for columns of tables. Where the interest v is a weighted
 * sum of behaviours k, removing one changes it to (v − a·k)/(1 − a) under weights that sum to 1, and to v − a·k under raw weights; the estimate is
 * the gradient of the logit times that change. Other models: gradient times embedding (saliency). What followed what adds its exact part.
 */
public record FirstOrder(Scorer model) {
    private static final double SAME = 1e-4;
    private static final double NEARLY_ALL = 1e-6;

    /**
     * @return for each sample one Δ a behaviour, oldest first
     */
    public double[][] effects(RawBatch batch) {
        double[][] effects = model.gradients()
                .byInterest(batch)
                .filter(gradient -> weightedSum(gradient, batch.size()))
                .map(gradient -> removed(gradient, batch))
                .orElseGet(() -> gradientTimesInput(batch));
        double[] ofTables = model.gradients().ofTables(batch);
        for (int b = 0; b < effects.length; b++) {
            for (int j = 0; j < effects[b].length; j++) {
                effects[b][j] += ofTables[b * (ofTables.length / effects.length) + j];
            }
        }
        return effects;
    }

    private static double[][] removed(InterestGradient of, RawBatch batch) {
        int sums = sums(of, batch.size());
        double[][] effects = new double[batch.size()][];
        for (int b = 0; b < effects.length; b++) {
            effects[b] = new double[batch.length(b)];
            for (int h = 0; h < sums; h++) {
                add(effects[b], of, b * sums + h, b);
            }
        }
        return effects;
    }

    /** @param at the weighted sum, counted over all samples */
    private static void add(double[] effects, InterestGradient of, int at, int sample) {
        double sum = 0;
        for (int j = 0; j < effects.length; j++) {
            sum += of.attention()[at * of.length() + j];
        }
        boolean shares = Math.abs(sum - 1) < SAME;
        for (int j = 0; j < effects.length; j++) {
            double a = of.attention()[at * of.length() + j];
            double alongBehaviour = 0;
            double alongInterest = 0;
            for (int e = 0; e < of.width(); e++) {
                double g = of.gradient()[at * of.width() + e];
                alongBehaviour += g * of.behaviours()[(sample * of.length() + j) * of.width() + e];
                alongInterest += g * of.interest()[at * of.width() + e];
            }
            boolean alone = 1 - a < NEARLY_ALL;
            effects[j] += !shares || alone ? a * alongBehaviour : a / (1 - a) * (alongBehaviour - alongInterest);
        }
    }

    /** How many weighted sums of behaviours there are side by side. */
    private static int sums(InterestGradient of, int samples) {
        return of.attention().length / Math.max(1, samples * of.length());
    }

    /** Whether v = Σ a·k holds for each. */
    private static boolean weightedSum(InterestGradient of, int samples) {
        int sums = sums(of, samples);
        if (of.interest().length != samples * sums * of.width()) {
            return false;
        }
        for (int at = 0; at < samples * sums; at++) {
            for (int e = 0; e < of.width(); e++) {
                double sum = 0;
                for (int j = 0; j < of.length(); j++) {
                    sum += (double) of.attention()[at * of.length() + j]
                            * of.behaviours()[(at / sums * of.length() + j) * of.width() + e];
                }
                double there = of.interest()[at * of.width() + e];
                if (Math.abs(sum - there) > SAME * Math.max(1, Math.abs(there))) {
                    return false;
                }
            }
        }
        return true;
    }

    private double[][] gradientTimesInput(RawBatch batch) {
        HistoryGradient gradient = model.gradients().byHistory(batch);
        double[][] effects = new double[batch.size()][];
        for (int b = 0; b < effects.length; b++) {
            effects[b] = new double[batch.length(b)];
            for (int j = 0; j < effects[b].length; j++) {
                int at = (b * gradient.length() + j) * gradient.width();
                for (int e = 0; e < gradient.width(); e++) {
                    effects[b][j] += (double) gradient.values()[at + e] * gradient.gradient()[at + e];
                }
            }
        }
        return effects;
    }
}
