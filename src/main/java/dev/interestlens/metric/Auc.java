package dev.interestlens.metric;

import dev.interestlens.metric.MetricValue.Undefined;

/**
 * Area under the ROC curve: the share of (positive, negative) pairs in which the positive has the higher score, equal scores counting
 * half.
 */
public final class Auc {

    private Auc() {}

    public static MetricValue of(double[] scores, float[] labels) {
        return of(ScoredSamples.of(scores, labels));
    }

    /** Over all samples of all users. */
    public static MetricValue of(ScoredSamples samples) {
        if (samples.size() == 0) {
            return MetricValue.undefined(Undefined.NO_SAMPLES);
        }
        double auc = of(samples, samples.byScore(), null);
        return Double.isNaN(auc) ? MetricValue.undefined(Undefined.ONE_CLASS) : MetricValue.of(auc);
    }

    /**
     * Over some samples, each counted as often as its weight says.
     *
     * @param byScore the samples, best score first
     * @param weights by sample, or null for one each
     * @return NaN where one class is missing
     */
    static double of(ScoredSamples samples, int[] byScore, int[] weights) {
        double[] scores = samples.scores();
        float[] labels = samples.labels();
        double above = 0; // positives with a higher score
        double negatives = 0;
        double pairs = 0;
        for (int from = 0; from < byScore.length; ) {
            double score = scores[byScore[from]];
            double tiedPositives = 0;
            double tiedNegatives = 0;
            int to = from;
            for (; to < byScore.length && scores[byScore[to]] == score; to++) {
                double weight = weights == null ? 1 : weights[byScore[to]];
                if (labels[byScore[to]] == 1) {
                    tiedPositives += weight;
                } else {
                    tiedNegatives += weight;
                }
            }
            pairs += tiedNegatives * (above + tiedPositives / 2);
            above += tiedPositives;
            negatives += tiedNegatives;
            from = to;
        }
        return pairs / (above * negatives); // 0/0 where one class is missing
    }
}
