package dev.interestlens.ui.train;

import dev.interestlens.data.protocol.Split;
import dev.interestlens.figure.Numerals;
import dev.interestlens.metric.Interval;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.StopReason;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.workspace.RunSummary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Finds the likely cause of abnormal training curves. */
final class Alerts {
    private static final double CHANCE = 0.53;
    private static final double FAR = 3;
    private static final int ENOUGH = 20;
    private static final double DROP = 0.01;
    private static final double SPIKE = 1.5;
    private static final int SOME = 3;
    private static final int DECIMALS = 3;

    /** Epochs without improvement that count as a plateau. */
    private static final int LEVEL = 4;

    private static final double GAIN = 0.001;
    private static final double FALL = 0.05;

    private Alerts() {}

    static Optional<Alert> of(RunProgress run) {
        List<JournalEntry.EpochDone> epochs = run.epochs();
        RunSummary summary = run.summary();
        boolean ended = !summary.isAlive();
        if (summary.stopReason() == StopReason.DIVERGED) {
            return rate("train.alert.diverged", run);
        }
        if (summary.status() == RunSummary.Status.KILLED) {
            return alert("train.alert.killed");
        }
        if (rising(run.records().losses())) {
            return rate("train.alert.rising", run);
        }
        if (farAboveGuessing(run)) {
            return rate("train.alert.rate", run, Numerals.of(peak(run)), Numerals.fixed(guessing(run), 2));
        }
        if (epochs.size() >= 2 && summary.bestEpoch() == 1 && dropsAfterFirst(epochs)) {
            return alert("train.alert.oneEpoch");
        }
        if (gap(epochs)) {
            return alert(ended ? "train.alert.gap.ended" : "train.alert.gap");
        }
        if (learntNothing(summary)) {
            return alert(ended ? "train.alert.chance.ended" : "train.alert.chance");
        }
        if (summary.stopReason() != StopReason.EARLY && level(epochs)) {
            return alert(ended ? "train.alert.plateau.ended" : "train.alert.plateau");
        }
        return ended ? needsNoModel(run) : Optional.empty();
    }

    /**
     * Says so where the interval of the best epoch's NDCG@10 includes that of a scorer that needs no model, or lies below it. A run whose journal has
     * the paired differences shows these instead.
     */
    private static Optional<Alert> needsNoModel(RunProgress run) {
        if (run.summary().compared() != null) {
            return Optional.empty();
        }
        JournalEntry.Valid best = run.summary().best();
        Interval range =
                best == null || best.ranking() == null ? null : best.ranking().ndcgInterval();
        if (range == null || !(run.simple() >= range.low())) {
            return Optional.empty();
        }
        List<String> values = DoubleStream.of(best.ndcg10(), range.low(), range.high(), run.simple())
                .mapToObj(value -> Numerals.fixed(value, DECIMALS))
                .toList();
        return Optional.of(new Alert("train.alert.simple", values, 0));
    }

    /** Whether some epochs have passed and the best of them ranks hardly better than chance. */
    static boolean learntNothing(RunSummary run) {
        return run.progress().epoch() >= SOME && run.best() != null && auc(run.best()) < CHANCE;
    }

    private static Optional<Alert> alert(String key) {
        return Optional.of(Alert.of(key));
    }

    /** An alert caused by the learning rate: suggests a tenth, or the default if that is lower. */
    private static Optional<Alert> rate(String key, RunProgress run, String... values) {
        RunDescription description = run.summary().description();
        if (description == null) {
            return Optional.of(new Alert(key, List.of(values), 0));
        }
        double rate = description.config().training().updates().learningRate();
        double tenth = BigDecimal.valueOf(rate).movePointLeft(1).doubleValue();
        List<String> all =
                Stream.concat(Stream.of(values), Stream.of(Alert.plain(rate))).toList();
        return Optional.of(new Alert(
                key, all, Math.min(tenth, TrainingConfig.defaults().updates().learningRate())));
    }

    /**
     * Whether the loss is or was far above that of guessing, and not only because of the initialisation: it did not decrease from there, or nothing was
     * learnt. A loss with further terms may start high without a problem.
     */
    private static boolean farAboveGuessing(RunProgress run) {
        double first = run.records().losses().length > 0
                ? run.records().losses()[0]
                : run.epochs().isEmpty() ? 0 : run.epochs().get(0).loss();
        double now = lately(run);
        double far = FAR * guessing(run);
        return now > far && now >= first || peak(run) > far && learntNothing(run.summary());
    }

    /** The loss of guessing, which depends on the objective; of a run that does not tell its own that of a label. */
    private static double guessing(RunProgress run) {
        RunDescription description = run.summary().description();
        if (description == null) {
            return Math.log(2);
        }
        ExperimentConfig config = description.config();
        return config.lossOfGuessing(config.data().protocol().split() == Split.LOGGED);
    }

    private static double peak(RunProgress run) {
        return DoubleStream.concat(
                        DoubleStream.of(run.records().losses()),
                        run.epochs().stream().mapToDouble(JournalEntry.EpochDone::loss))
                .max()
                .orElse(0);
    }

    private static double lately(RunProgress run) {
        double[] losses = run.records().losses();
        if (losses.length >= ENOUGH) {
            return mean(losses, losses.length * 3 / 4, losses.length);
        }
        return run.epochs().isEmpty()
                ? 0
                : run.epochs().get(run.epochs().size() - 1).loss();
    }

    /**
     * Whether the training loss still falls while the validation loss has been rising for two epochs or more. Their levels are not comparable, since
     * the two parts have different shares of negatives; their directions are.
     */
    private static boolean gap(List<JournalEntry.EpochDone> epochs) {
        int lowest = -1;
        for (int i = 0; i < epochs.size(); i++) {
            if (epochs.get(i).valid().logLoss() == null) {
                return false;
            }
            lowest = lowest < 0 || logLoss(epochs, i) < logLoss(epochs, lowest) ? i : lowest;
        }
        int last = epochs.size() - 1;
        return lowest >= 0
                && last - lowest >= 2
                && logLoss(epochs, last) > (1 + FALL) * logLoss(epochs, lowest)
                && epochs.get(last).loss() < (1 - FALL) * epochs.get(lowest).loss();
    }

    private static double logLoss(List<JournalEntry.EpochDone> epochs, int at) {
        return epochs.get(at).valid().logLoss();
    }

    /** Whether neither the validation AUC nor the training loss improved in the last epochs. */
    private static boolean level(List<JournalEntry.EpochDone> epochs) {
        int from = epochs.size() - LEVEL;
        if (from < 1) {
            return false;
        }
        double before = epochs.subList(0, from).stream()
                .mapToDouble(epoch -> auc(epoch.valid()))
                .max()
                .orElseThrow();
        double since = epochs.subList(from, epochs.size()).stream()
                .mapToDouble(epoch -> auc(epoch.valid()))
                .max()
                .orElseThrow();
        double fell =
                epochs.get(from - 1).loss() - epochs.get(epochs.size() - 1).loss();
        return since < before + GAIN
                && fell < FALL / LEVEL * epochs.get(from - 1).loss();
    }

    private static boolean rising(double[] losses) {
        if (losses.length < ENOUGH) {
            return false;
        }
        double early = mean(losses, 0, losses.length / 4);
        double late = mean(losses, losses.length * 3 / 4, losses.length);
        return late > SPIKE * early;
    }

    private static boolean dropsAfterFirst(List<JournalEntry.EpochDone> epochs) {
        return auc(epochs.get(0).valid()) - auc(epochs.get(epochs.size() - 1).valid()) > DROP;
    }

    private static double auc(JournalEntry.Valid measured) {
        return measured.auc() == null ? Double.NaN : measured.auc();
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / Math.max(1, to - from);
    }
}
