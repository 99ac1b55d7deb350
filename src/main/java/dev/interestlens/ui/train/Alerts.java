package dev.interestlens.ui.train;

import dev.interestlens.train.JournalEntry;
import dev.interestlens.train.StopReason;
import dev.interestlens.ui.common.RunProgress;
import dev.interestlens.workspace.RunSummary;
import java.util.List;
import java.util.Optional;

/** The likely cause behind curves that do not look as they should, as a key of the bundles. */
final class Alerts {
    private static final double CHANCE = 0.53;
    private static final double DROP = 0.01;
    private static final double SPIKE = 1.5;
    private static final int SOME = 3;

    /** Epochs without a gain after which one may speak of a plateau. */
    private static final int LEVEL = 4;

    private static final double GAIN = 0.001;
    private static final double FALL = 0.05;

    private Alerts() {}

    static Optional<String> of(RunProgress run) {
        List<JournalEntry.EpochDone> epochs = run.epochs();
        if (run.summary().stopReason() == StopReason.DIVERGED) {
            return Optional.of("train.alert.diverged");
        }
        if (run.summary().status() == RunSummary.Status.KILLED) {
            return Optional.of("train.alert.killed");
        }
        if (rising(run.losses())) {
            return Optional.of("train.alert.rising");
        }
        if (epochs.size() >= 2 && run.summary().bestEpoch() == 1 && dropsAfterFirst(epochs)) {
            return Optional.of("train.alert.oneEpoch");
        }
        if (gap(epochs)) {
            return Optional.of("train.alert.gap");
        }
        if (epochs.size() >= SOME
                && run.summary().best() != null
                && auc(run.summary().best()) < CHANCE) {
            return Optional.of("train.alert.chance");
        }
        if (run.summary().stopReason() != StopReason.EARLY && level(epochs)) {
            return Optional.of("train.alert.plateau");
        }
        return Optional.empty();
    }

    /**
     * Whether the training loss goes on falling while the validation loss has been rising for two epochs or more. Their levels cannot be set beside each
     * other, since the two parts hold different shares of negatives; their directions can.
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

    /** Whether neither the validation AUC nor the training loss got better in the last epochs. */
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
        if (losses.length < 20) {
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
