package dev.interestlens.metric;

import dev.interestlens.metric.MetricValue.Undefined;

/**
 * AUC within users: the mean of the users' AUCs, weighted by their numbers of samples. Users with one class are skipped in numerator and
 * denominator.
 *
 * @param usersUsed users with both classes
 */
public record Gauc(MetricValue value, int usersUsed, int usersSkipped) {

    public static Gauc of(ScoredSamples samples) {
        if (samples.size() == 0) {
            return new Gauc(MetricValue.undefined(Undefined.NO_SAMPLES), 0, 0);
        }
        PerUser users = perUser(samples);
        int used = (int) users.counted();
        int skipped = users.size() - used;
        return new Gauc(users.mean(Undefined.NO_USER_WITH_BOTH_CLASSES), used, skipped);
    }

    /** Each user's AUC, weighted by its samples. */
    public static PerUser perUser(ScoredSamples samples) {
        int[][] groups = samples.byUser();
        double[] values = new double[groups.length];
        double[] weights = new double[groups.length];
        for (int u = 0; u < groups.length; u++) {
            double auc = Auc.of(samples, samples.byScore(groups[u]), null);
            if (!Double.isNaN(auc)) {
                values[u] = auc;
                weights[u] = groups[u].length;
            }
        }
        return new PerUser(values, weights);
    }
}
