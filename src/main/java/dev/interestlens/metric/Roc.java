package dev.interestlens.metric;

/**
 * The ROC curve: share of positives against share of negatives that score above a threshold, for falling thresholds. Equal scores make one step, so that
 * the area under it is {@link Auc}.
 *
 * @param falsePositives ascending from 0 to 1
 * @param truePositives ascending from 0 to 1
 */
public record Roc(double[] falsePositives, double[] truePositives) {
    public Roc {
        if (falsePositives.length != truePositives.length) {
            throw new MetricException(MetricException.Fault.LENGTHS);
        }
    }

    /** At most about {@code most} points, ends included; empty where one class is missing. */
    public static Roc of(ScoredSamples samples, int most) {
        int[] order = samples.byScore();
        double[] scores = samples.scores();
        double[] x = new double[order.length + 1];
        double[] y = new double[order.length + 1];
        int points = 1;
        int positives = 0;
        for (int i = 0; i < order.length; i++) {
            positives += samples.positive(order[i]) ? 1 : 0;
            if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
                y[points] = positives;
                x[points++] = i + 1 - positives;
            }
        }
        int negatives = order.length - positives;
        if (positives == 0 || negatives == 0) {
            return new Roc(new double[0], new double[0]);
        }
        int kept = Math.min(points, Math.max(2, most));
        double[] thinX = new double[kept];
        double[] thinY = new double[kept];
        for (int i = 0; i < kept; i++) {
            int at = (int) ((long) i * (points - 1) / (kept - 1));
            thinX[i] = x[at] / negatives;
            thinY[i] = y[at] / positives;
        }
        return new Roc(thinX, thinY);
    }
}
