package dev.interestlens.measurement.compare;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RankingMetric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A figure by which runs are compared, paired by user. */
public sealed interface PairedFigure {
    /** Of the ranking of the whole catalogue: those that decide. */
    record Ranked(RankingMetric metric) implements PairedFigure {
        @Override
        public String id() {
            return metric.id();
        }

        @Override
        public double of(RunScores scores) {
            return scores.ranking() == null
                    ? Double.NaN
                    : scores.ranking().model().value(metric);
        }

        @Override
        public Optional<Interval> overUsers(RunScores first, RunScores second) {
            return first.ranking()
                    .above(second.ranking(), metric)
                    .map(found -> new Interval(found.low(), found.high(), CONFIDENCE));
        }
    }

    /** AUC of the test rows. */
    record Auc() implements PairedFigure {
        @Override
        public String id() {
            return RankMetric.AUC.id();
        }

        @Override
        public double of(RunScores scores) {
            return scores.figures().value(RankMetric.AUC);
        }

        @Override
        public Optional<Interval> overUsers(RunScores first, RunScores second) {
            return Bootstrap.of(1).aucDifference(first.ranked(), second.ranked());
        }
    }

    double CONFIDENCE = 0.95;

    PairedFigure AUC = new Auc();

    /** The first of the catalogue's, by which configurations are ordered where it was measured. */
    static PairedFigure first() {
        return all().get(0);
    }

    /** All, the deciding ones first. */
    static List<PairedFigure> all() {
        return Stream.concat(RankingMetric.deciding().stream().map(Ranked::new), Stream.of(AUC))
                .toList();
    }

    /** By its name in JSON. */
    static PairedFigure of(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    /** Its name for people. */
    default Text name() {
        return this instanceof Ranked ranked ? MetricWords.name(ranked.metric()) : MetricWords.full(RankMetric.AUC);
    }

    /** Its name in JSON. */
    String id();

    /** NaN where it was not measured. */
    double of(RunScores scores);

    /** The 95 % bootstrap interval of the first minus the second over users, paired; both are measured on the same rows. */
    Optional<Interval> overUsers(RunScores first, RunScores second);
}
