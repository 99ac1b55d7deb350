package dev.interestlens.ui.train;

import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.export.report.FigureWords;
import dev.interestlens.export.report.RivalWords;
import dev.interestlens.figure.Numerals;
import dev.interestlens.metric.ScoreKinds;
import dev.interestlens.train.EpochRule;
import dev.interestlens.train.config.TrainingConfig.StopMetric;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.ui.common.Durations;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.workspace.RunSummary;
import java.util.List;

/** The figures of a run as it trains, in words. */
record ProgressWords(Messages messages) {
    String epoch(RunProgress now) {
        int epochs = now.started() == null ? 0 : now.started().epochs();
        int running = now.last() == null ? 0 : now.last().epoch();
        return epochs == 0 ? "–" : messages.text("train.of", running, epochs);
    }

    String best(RunProgress now) {
        JournalEntry.Valid best = now.summary().best();
        double value = best == null
                ? Double.NaN
                : now.rule().map(rule -> rule.value(best)).orElse(Double.NaN);
        return Double.isNaN(value) ? "–" : Numerals.fixed(value, 4);
    }

    /**
     * The rule that kept an epoch, and which one.
     *
     * @param now null without a run
     */
    String bestNote(RunProgress now) {
        return now == null || now.summary().bestEpoch() == 0
                ? messages.text("train.best")
                : messages.text(
                        "train.best.kept",
                        now.rule().map(rule -> name(rule.metric().first())).orElse(""),
                        now.summary().bestEpoch());
    }

    /**
     * What the rule is.
     *
     * @param now null without a run
     */
    String rule(RunProgress now) {
        return now == null
                ? messages.text("training.metric.help")
                : now.rule()
                        .map(rule -> messages.text(
                                rule.metric() == rule.metric().first() ? "train.rule" : "train.rule.two",
                                name(rule.metric().first())))
                        .orElse("");
    }

    /** The name of a metric by which epochs are compared. */
    String name(StopMetric metric) {
        return EpochRule.rows(metric)
                .map(rows -> MetricWords.name(rows).in(messages.locale()))
                .orElseGet(() -> messages.text("train.ndcg"));
    }

    String speed(RunProgress now) {
        return now.last() == null ? "–" : Numerals.count(Math.round(now.last().samplesPerSecond()));
    }

    String left(RunProgress now) {
        return !now.summary().isAlive() || Double.isNaN(now.secondsLeft())
                ? "–"
                : Durations.range(now.secondsLeft(), messages);
    }

    String steps(RunProgress now) {
        return now.totalSteps() == 0
                ? "–"
                : messages.text(
                        "train.of", Numerals.count(now.summary().progress().step()), Numerals.count(now.totalSteps()));
    }

    String machine(RunProgress now) {
        return now.started() == null
                ? ""
                : messages.text(
                        "train.machine", now.started().device(), now.started().threads());
    }

    /** How the best epoch of an ended run stands to what is simpler; nothing while it trains, or where that was not measured. */
    String rivals(RunProgress now) {
        RunSummary summary = now.summary();
        return summary.isAlive() || summary.compared() == null
                ? ""
                : RivalWords.line(summary.compared()).in(messages.locale());
    }

    /** Why log losses of runs are not to be compared; nothing where all were fitted afterwards, or none. */
    String kinds(List<RunProgress> runs) {
        ScoreKinds found = ScoreKinds.of(
                runs.stream().map(RunProgress::summary).toList(), RunSummary::name, RunSummary::calibrated);
        return FigureWords.kinds(found).map(text -> text.in(messages.locale())).orElse("");
    }

    /** Up to where the run is kept; before its first step, what is learnt first. */
    String keptOrFirst(RunProgress now) {
        if (now.summary().progress().savedStep() > 0) {
            return messages.text(
                    "train.kept", Numerals.count(now.summary().progress().savedStep()));
        }
        return now.first() == null || now.last() != null
                ? ""
                : messages.text(
                        "train.first",
                        Durations.of(now.first().seconds() * (1 - now.first().share()), messages));
    }
}
