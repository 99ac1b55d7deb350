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
        if (epochs.size() >= SOME
                && run.summary().best() != null
                && auc(run.summary().best()) < CHANCE) {
            return Optional.of("train.alert.chance");
        }
        return Optional.empty();
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
