package dev.interestlens.workspace;

import dev.interestlens.store.Components;
import dev.interestlens.store.FolderLock;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunState;
import dev.interestlens.train.run.RunSums;
import dev.interestlens.train.run.StopReason;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run in one line.
 *
 * @param description null where {@code run.json} or the journal is damaged
 * @param stopReason null while it runs and where it was killed
 * @param progress how far it has come
 * @param best measures of the best epoch, null before the first
 * @param weights checksum in the journal of the weights that it is opened with: of the best epoch, before the first one of the newest state; empty where
 *     there are none. Two summaries with the same one open the same model.
 * @param calibrated whether the scores of the best epoch were fitted to the validation part
 * @param compared the best epoch beside simpler scorers; null where that was not measured, as in journals of older versions
 * @param labels name, note and tags
 */
public record RunSummary(
        RunFolder folder,
        RunDescription description,
        Status status,
        StopReason stopReason,
        Progress progress,
        int bestEpoch,
        JournalEntry.Valid best,
        String weights,
        boolean calibrated,
        JournalEntry.Compared compared,
        RunLabels labels) {
    private static final Logger LOG = LoggerFactory.getLogger(RunSummary.class);

    /** One that was not compared with simpler scorers. */
    public RunSummary(
            RunFolder folder,
            RunDescription description,
            Status status,
            StopReason stopReason,
            Progress progress,
            int bestEpoch,
            JournalEntry.Valid best,
            String weights,
            boolean calibrated,
            RunLabels labels) {
        this(folder, description, status, stopReason, progress, bestEpoch, best, weights, calibrated, null, labels);
    }

    /** The status of a run. */
    public enum Status {
        /** Described, but no trainer has begun. */
        NEW,
        RUNNING,
        PAUSED,
        /** Completed, or stopped by a person. */
        ENDED,
        /** Diverged, or the disk could not be written. */
        FAILED,
        /** Its process ended unexpectedly: it can be resumed. */
        KILLED,
        /** Its description or its journal is damaged. */
        UNREADABLE
    }

    /**
     * How far a training has come.
     *
     * @param epoch the last finished one
     * @param last its measures, null before the first
     * @param savedStep step of the newest checkpoint, 0 without one
     * @param seconds of training so far
     */
    public record Progress(int epoch, JournalEntry.Valid last, long step, long savedStep, double seconds) {
        public static final Progress NONE = new Progress(0, null, 0, 0, 0);
    }

    /** Reads a run's folder. */
    public static RunSummary of(RunFolder folder) {
        boolean alive =
                FolderLock.isHeld(folder.path()); // checked first: a run that ends meanwhile has its end in the journal
        RunDescription description;
        List<JournalEntry> entries;
        try {
            description = folder.read();
            entries = folder.entries();
        } catch (ProblemException e) {
            return new RunSummary(
                    folder, null, Status.UNREADABLE, null, Progress.NONE, 0, null, "", false, RunLabels.NONE);
        }
        return of(folder, description, entries, alive);
    }

    /** Of a journal that was read already. */
    public static RunSummary of(
            RunFolder folder, RunDescription description, List<JournalEntry> entries, boolean alive) {
        Status status = Status.NEW;
        StopReason reason = null;
        int epoch = 0;
        int bestEpoch = 0;
        JournalEntry.Valid best = null;
        String weights = "";
        String saving = "";
        String state = "";
        boolean calibrated = false;
        JournalEntry.Valid last = null;
        long step = 0;
        long savedStep = 0;
        double seconds = 0;
        int lastCalibrated = 0;
        JournalEntry.Compared compared = null;
        JournalEntry.Compared lastCompared = null;
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.Calibrated each) {
                lastCalibrated = each.epoch();
            } else if (entry instanceof JournalEntry.Compared each) {
                lastCompared = each;
            } else if (entry instanceof JournalEntry.Started started) {
                status = Status.KILLED;
                reason = null;
                step = started.fromStep();
            } else if (entry instanceof JournalEntry.Step done) {
                step = done.step();
                seconds = done.seconds();
            } else if (entry instanceof JournalEntry.EpochDone done) {
                epoch = done.epoch();
                step = done.step();
                seconds = done.seconds();
                bestEpoch = done.best() ? epoch : bestEpoch;
                best = done.best() ? done.valid() : best;
                weights = done.best() ? saving : weights;
                calibrated = done.best() ? lastCalibrated == epoch : calibrated;
                compared = !done.best() ? compared : ofEpoch(lastCompared, epoch);
                last = done.valid();
            } else if (entry instanceof JournalEntry.CheckpointSaved saved) {
                savedStep = saved.step();
                saving = RunSums.isBest(saved.file()) ? saved.sha256() : saving;
                state = RunSums.isBest(saved.file()) ? state : saved.sha256();
            } else if (entry instanceof JournalEntry.Ended ended) {
                reason = ended.reason();
                status = reason.isFailure() ? Status.FAILED : Status.ENDED;
            }
        }
        return new RunSummary(
                folder,
                description,
                alive ? living(entries) : status,
                alive ? null : reason,
                new Progress(epoch, last, step, savedStep, seconds),
                bestEpoch,
                best,
                weights.isEmpty() ? state : weights,
                calibrated,
                compared,
                labelsOf(folder));
    }

    private static JournalEntry.Compared ofEpoch(JournalEntry.Compared compared, int epoch) {
        return compared != null && compared.epoch() == epoch ? compared : null;
    }

    /** Unreadable labels do not hide a run: it then has its folder's name. */
    private static RunLabels labelsOf(RunFolder folder) {
        try {
            return RunLabels.read(folder);
        } catch (ProblemException unreadable) {
            LOG.warn("labels of {} cannot be read", folder.path(), unreadable);
            return RunLabels.NONE;
        }
    }

    /** When it was described, milliseconds since 1970; 0 where that is damaged. */
    public long created() {
        return description == null ? 0 : description.created();
    }

    /** Its label, or its folder's name. */
    public String name() {
        return labels.name().isEmpty() ? folder.folderName() : labels.name();
    }

    /** The same with other labels. */
    public RunSummary with(RunLabels now) {
        return Components.of(this).with("labels", now);
    }

    private static Status living(List<JournalEntry> entries) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i) instanceof JournalEntry.StateChanged changed) {
                return changed.state() == RunState.PAUSED ? Status.PAUSED : Status.RUNNING;
            }
            if (entries.get(i) instanceof JournalEntry.Started) {
                return Status.RUNNING;
            }
        }
        return Status.RUNNING;
    }

    public boolean isAlive() {
        return status == Status.RUNNING || status == Status.PAUSED;
    }

    /** Whether there are weights to open: of an epoch, or of a training that ended before its first one. */
    public boolean hasModel() {
        return description != null && (progress.epoch > 0 || progress.savedStep > 0 && !isAlive());
    }

    /** Whether there is more to train and no process trains it. */
    public boolean canResume() {
        return status == Status.KILLED
                || status == Status.FAILED
                || status == Status.ENDED && stopReason == StopReason.USER;
    }
}
