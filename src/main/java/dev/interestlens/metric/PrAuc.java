package dev.interestlens.metric;

/**
 * Average precision: the sum over the places of positives of precision times the recall that the place adds, rows with equal scores taken together, as
 * {@code average_precision_score} of scikit-learn. The area under the curve of precision by recall, in steps; of a random order it is the share of
 * positives.
 */
final class PrAuc {
    private PrAuc() {}

    /**
     * Over rows, each counted as often as its weight says.
     *
     * @param byScore the samples, best score first
     * @return NaN where there is no positive
     */
    static double of(ScoredSamples samples, int[] byScore, int[] weights) {
        double[] scores = samples.scores();
        double positives = 0;
        double rows = 0;
        double sum = 0;
        for (int from = 0; from < byScore.length; ) {
            double score = scores[byScore[from]];
            double tied = 0;
            int to = from;
            for (; to < byScore.length && scores[byScore[to]] == score; to++) {
                rows += weights[byScore[to]];
                tied += samples.positive(byScore[to]) ? weights[byScore[to]] : 0;
            }
            positives += tied;
            sum += tied == 0 ? 0 : tied * positives / rows;
            from = to;
        }
        return sum / positives;
    }
}
