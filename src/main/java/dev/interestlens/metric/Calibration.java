package dev.interestlens.metric;

import dev.interestlens.metric.MetricException.Fault;
import dev.interestlens.metric.MetricValue.Undefined;
import java.util.ArrayList;
import java.util.List;

/** Calibration: how far predicted probabilities differ from observed frequencies. */
public final class Calibration {

    /** The default number of bins, of equal width. */
    public static final int BINS = 10;

    /**
     * One bin that is not empty, closed on the left; a score of 1 falls into the last.
     *
     * @param from lower border
     * @param to upper border
     * @param score mean score
     * @param positives share of positives
     */
    public record Bin(double from, double to, int samples, double score, double positives) {}

    private Calibration() {}

    /** Expected calibration error: the bins' gaps between mean score and share of positives, weighted by their samples. */
    public static MetricValue error(ScoredSamples samples, int bins) {
        List<Bin> filled = bins(samples, bins);
        if (samples.size() == 0) {
            return MetricValue.undefined(Undefined.NO_SAMPLES);
        }
        double sum = 0;
        for (Bin bin : filled) {
            sum += (double) bin.samples() / samples.size() * Math.abs(bin.score() - bin.positives());
        }
        return MetricValue.of(sum);
    }

    /**
     * The bins that are not empty, for a reliability diagram.
     *
     * @throws MetricException if a score lies outside of [0, 1]
     */
    public static List<Bin> bins(ScoredSamples samples, int bins) {
        requireProbabilities(samples);
        double[] scores = samples.scores();
        int[] count = new int[bins];
        double[] score = new double[bins];
        double[] positives = new double[bins];
        for (int i = 0; i < scores.length; i++) {
            int bin = Math.min(bins - 1, (int) Math.floor(scores[i] * bins));
            count[bin]++;
            score[bin] += scores[i];
            positives[bin] += samples.positive(i) ? 1 : 0;
        }
        List<Bin> filled = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            if (count[b] > 0) {
                filled.add(new Bin(
                        (double) b / bins, (b + 1.0) / bins, count[b], score[b] / count[b], positives[b] / count[b]));
            }
        }
        return filled;
    }

    static void requireProbabilities(ScoredSamples samples) {
        for (double score : samples.scores()) {
            if (score < 0 || score > 1) {
                throw new MetricException(Fault.RANGE);
            }
        }
    }
}
