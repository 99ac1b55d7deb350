package dev.interestlens.ui.common.run;

import dev.interestlens.job.JobFolder;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a run's journal on from where it stopped last. For one thread. */
final class RunReader {
    private static final double MILLIS = 1000;

    private final RunFolder folder;
    private final List<JournalEntry> entries = new ArrayList<>();
    private RunDescription description;
    private long offset;
    private boolean wasAlive = true;

    RunReader(RunFolder folder) {
        this.folder = folder;
    }

    /**
     * What is new since the last call; empty where nothing is, and before the run is described.
     *
     * @throws dev.interestlens.store.ProblemException where the folder is gone, or the run is damaged
     */
    Optional<RunProgress> read() {
        boolean first = description == null;
        boolean there = folder.exists();
        if (first && !there && Files.isDirectory(folder.path())) {
            return Optional.empty();
        }
        if (first || !there) {
            description = folder.read();
        }
        boolean alive = new JobFolder(folder.path()).isAlive();
        RunFolder.Tail tail = folder.tail(offset);
        offset = tail.end();
        for (JournalEntry entry : tail.entries()) {
            if (entry instanceof JournalEntry.Started started) {
                entries.removeIf(old -> JournalEntry.superseded(old, started.fromStep()));
            }
            entries.add(entry);
        }
        if (!first && tail.entries().isEmpty() && alive == wasAlive) {
            return Optional.empty();
        }
        wasAlive = alive;
        return Optional.of(progress(RunSummary.of(folder, description, entries, alive)));
    }

    private RunProgress progress(RunSummary summary) {
        JournalEntry.Started started = null;
        JournalEntry.Pretraining first = null;
        List<JournalEntry.Step> steps = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        List<JournalEntry.EpochDone> epochs = new ArrayList<>();
        List<JournalEntry.Validated> validated = new ArrayList<>();
        double simple = Double.NaN;
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.Started begun) {
                started = begun;
            } else if (entry instanceof JournalEntry.Pretraining before) {
                first = before;
            } else if (entry instanceof JournalEntry.Neighboured table) {
                simple = better(simple, table.ndcg10());
            } else if (entry instanceof JournalEntry.Popular table) {
                simple = better(simple, table.ndcg10());
            } else if (entry instanceof JournalEntry.Step step) {
                times.add(time(started, secondsAt(steps, started), step));
                steps.add(step);
            } else if (entry instanceof JournalEntry.EpochDone epoch) {
                epochs.add(epoch);
            } else if (entry instanceof JournalEntry.Validated within) {
                validated.add(within);
            }
        }
        return new RunProgress(
                summary,
                started,
                first,
                RunProgress.Records.of(steps, times),
                epochs,
                validated,
                simple,
                steps.isEmpty() ? null : steps.get(steps.size() - 1));
    }

    private static double better(double known, Double other) {
        return other == null || known >= other ? known : other;
    }

    /** Seconds of training that were done when a trainer went on. */
    private static double secondsAt(List<JournalEntry.Step> steps, JournalEntry.Started started) {
        for (int i = steps.size() - 1; i >= 0 && started != null; i--) {
            if (steps.get(i).step() <= started.fromStep()) {
                return steps.get(i).seconds();
            }
        }
        return 0;
    }

    private static double time(JournalEntry.Started started, double secondsBefore, JournalEntry.Step step) {
        if (step.time() != null) {
            return step.time() / MILLIS;
        }
        return started == null ? Double.NaN : started.time() / MILLIS + step.seconds() - secondsBefore;
    }
}
