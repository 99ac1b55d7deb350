package dev.interestlens.ui.train;

import dev.interestlens.figure.Numerals;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.ui.common.Durations;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.workspace.RunSummary;
import java.util.function.Function;

/** The figures of a run as it trains, in words. */
record ProgressWords(Messages messages) {
    String epoch(RunProgress now) {
        int epochs = now.started() == null ? 0 : now.started().epochs();
        int running = now.last() == null ? 0 : now.last().epoch();
        return epochs == 0 ? "–" : messages.text("train.of", running, epochs);
    }

    String best(RunProgress now) {
        JournalEntry.Valid best = now.summary().best();
        return figure(best, isRanked(now.summary()) ? JournalEntry.Valid::ndcg10 : JournalEntry.Valid::auc);
    }

    /** @param now null without a run */
    String bestNote(RunProgress now) {
        return now == null || now.summary().bestEpoch() == 0
                ? messages.text("train.best")
                : messages.text(
                        isRanked(now.summary()) ? "train.best.ndcg" : "train.best.epoch",
                        now.summary().bestEpoch());
    }

    private static String figure(JournalEntry.Valid measured, Function<JournalEntry.Valid, Double> of) {
        Double value = measured == null ? null : of.apply(measured);
        return value == null ? "–" : Numerals.fixed(value, 4);
    }

    private static boolean isRanked(RunSummary summary) {
        return summary.best() != null && summary.best().ndcg10() != null;
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
