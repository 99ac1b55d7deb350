package dev.interestlens.measurement.quality;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.probe.Baseline;
import dev.interestlens.data.protocol.probe.Baselines;
import dev.interestlens.data.protocol.probe.LeakProbes;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.References;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.train.EngineInverse;
import dev.interestlens.train.Evaluator;
import dev.interestlens.workspace.OpenRun;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * The quality of a model on a part, with baselines.
 *
 * @param ranked the rows with their logits, for figures that a person asks for
 * @param figures each {@link RowMetric} by its name; NaN where one is not defined
 * @param intervals 95 % bootstrap intervals over users, of some of the figures
 * @param references baselines and random scores on the same rows
 * @param probes leak probes of the protocol
 * @param chosen the share of positives here and in training; empty where that of training is unknown
 */
public record Evaluation(
        Part part,
        int samples,
        int users,
        ScoredSamples ranked,
        Map<String, Double> figures,
        Map<String, Interval> intervals,
        References references,
        Map<String, Double> probes,
        Optional<ChosenShare> chosen) {

    /** Measures a run's model on other samples of its data than the run's own. */
    public static Evaluation of(OpenRun run, SampleSet samples, Part part) {
        return of(run, samples, part, share -> {});
    }

    /**
     * The same.
     *
     * @param scored called after each batch with the share of scored rows; an exception ends the work
     */
    public static Evaluation of(OpenRun run, SampleSet samples, Part part, DoubleConsumer scored) {
        int all = samples.size(part);
        int[] done = {0};
        float[] logits = Evaluator.logits(
                batch -> {
                    float[] some = run.model().logits(batch);
                    done[0] += some.length;
                    scored.accept((double) done[0] / all);
                    return some;
                },
                samples.reading(run.model().choice().orElse(null)),
                part);
        return of(logits, run.calibrated(), samples, part);
    }

    /** Measures logits of a part's rows. */
    private static Evaluation of(float[] logits, boolean calibrated, SampleSet samples, Part part) {
        ScoredSamples ranked = ScoredSamples.of(logits, samples.labels(part), samples.users(part));
        ScoredSamples scored =
                ScoredSamples.of(Evaluator.probabilities(logits), samples.labels(part), samples.users(part));
        return new Evaluation(
                part,
                logits.length,
                (int) Arrays.stream(samples.users(part)).distinct().count(),
                ranked,
                RowMetric.values(ranked, scored),
                RowMetric.intervals(ranked),
                references(samples, part),
                LeakProbes.of(samples).figures(),
                ChosenShare.of(samples.config(), calibrated, scored));
    }

    /** AUC of each baseline. */
    public Map<String, Double> baselines() {
        return references.figure(RankMetric.AUC.id());
    }

    private static References references(SampleSet samples, Part part) {
        Baselines all = new Baselines(samples, new EngineInverse());
        Map<String, double[]> scores = new LinkedHashMap<>();
        Baselines.of(samples).forEach(baseline -> scores.put(name(baseline), all.scores(baseline, part)));
        return References.of(scores, samples.labels(part), samples.users(part));
    }

    /** The name of a baseline's figures. */
    public static String name(Baseline baseline) {
        return switch (baseline) {
            case POPULARITY -> "popularity";
            case TREND -> CatalogueRanking.TREND;
            case CATEGORY_MATCH -> "categoryMatch";
            case NEIGHBOURS -> CatalogueRanking.NEIGHBOURS;
            case ALREADY_IN_HISTORY -> "alreadyInHistory";
        };
    }
}
