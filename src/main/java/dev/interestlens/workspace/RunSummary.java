package dev.interestlens.workspace;

import dev.interestlens.store.FolderLock;
import dev.interestlens.store.ProblemException;
import dev.interestlens.train.JournalEntry;
import dev.interestlens.train.RunDescription;
import dev.interestlens.train.RunFolder;
import dev.interestlens.train.RunState;
import dev.interestlens.train.StopReason;
import java.util.List;

/**
 * A run in one line.
 *
 * @param description null where {@code run.json} cannot be read
 * @param stopReason null while it runs and where it was killed
 * @param epoch the last finished one
 * @param best measures of the best epoch, null before the first
 */
public record RunSummary(
        RunFolder folder,
        RunDescription description,
        Status status,
        StopReason stopReason,
        long created,
        int epoch,
        int bestEpoch,
        JournalEntry.Valid best,
        long step) {

    /** Where a run stands. */
    public enum Status {
        /** Described, but no trainer has begun. */
        NEW,
        RUNNING,
        PAUSED,
        /** Ended by itself or by a person. */
        ENDED,
        /** Diverged, or the disk refused. */
        FAILED,
        /** Its process is gone without a word: it can be resumed. */
        KILLED,
        /** Its description cannot be read. */
        UNREADABLE
    }

    /** Of what its folder says now. */
    public static RunSummary of(RunFolder folder) {
        RunDescription description;
        try {
            description = folder.read();
        } catch (ProblemException e) {
            return new RunSummary(folder, null, Status.UNREADABLE, null, 0, 0, 0, null, 0);
        }
        return of(folder, description, folder.entries(), FolderLock.isHeld(folder.path()));
    }

    /** Of a journal that was read already. */
    public static RunSummary of(
            RunFolder folder, RunDescription description, List<JournalEntry> entries, boolean alive) {
        Status status = Status.NEW;
        StopReason reason = null;
        int epoch = 0;
        int bestEpoch = 0;
        JournalEntry.Valid best = null;
        long step = 0;
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.Started started) {
                status = Status.KILLED;
                reason = null;
                step = started.fromStep();
            } else if (entry instanceof JournalEntry.Step done) {
                step = done.step();
            } else if (entry instanceof JournalEntry.EpochDone done) {
                epoch = done.epoch();
                step = done.step();
                bestEpoch = done.best() ? epoch : bestEpoch;
                best = done.best() ? done.valid() : best;
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
                description.created(),
                epoch,
                bestEpoch,
                best,
                step);
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

    /** Whether there is more to train and nobody trains it. */
    public boolean canResume() {
        return status == Status.KILLED
                || status == Status.FAILED
                || status == Status.ENDED && stopReason == StopReason.USER;
    }
}
