package dev.interestlens.ui.common;

import dev.interestlens.job.JobFolder;
import dev.interestlens.train.JournalEntry;
import dev.interestlens.train.RunDescription;
import dev.interestlens.train.RunFolder;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a run's journal on from where it stopped last. For one thread. */
final class RunReader {
    private final RunFolder folder;
    private final List<JournalEntry> entries = new ArrayList<>();
    private RunDescription description;
    private long offset;
    private boolean wasAlive = true;

    RunReader(RunFolder folder) {
        this.folder = folder;
    }

    /** What is new since the last call; empty where nothing is, and before the run is described. */
    Optional<RunProgress> read() {
        if (description == null && !folder.exists()) {
            return Optional.empty();
        }
        boolean first = description == null;
        if (first) {
            description = folder.read();
        }
        boolean alive = new JobFolder(folder.path()).isAlive();
        RunFolder.Tail tail = folder.tail(offset);
        offset = tail.end();
        for (JournalEntry entry : tail.entries()) {
            if (entry instanceof JournalEntry.Started started) {
                entries.removeIf(old -> isBeyond(old, started.fromStep()));
            }
            entries.add(entry);
        }
        if (!first && tail.entries().isEmpty() && alive == wasAlive) {
            return Optional.empty();
        }
        wasAlive = alive;
        return Optional.of(progress(RunSummary.of(folder, description, entries, alive)));
    }

    private static boolean isBeyond(JournalEntry entry, long step) {
        return entry instanceof JournalEntry.Step done && done.step() > step
                || entry instanceof JournalEntry.EpochDone epoch && epoch.step() > step
                || entry instanceof JournalEntry.CheckpointSaved saved && saved.step() > step;
    }

    private RunProgress progress(RunSummary summary) {
        JournalEntry.Started started = null;
        JournalEntry.Step last = null;
        List<JournalEntry.EpochDone> epochs = new ArrayList<>();
        int size = (int)
                entries.stream().filter(JournalEntry.Step.class::isInstance).count();
        double[] steps = new double[size];
        double[] losses = new double[size];
        double[] rates = new double[size];
        double[] seconds = new double[size];
        int at = 0;
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.Started begun) {
                started = begun;
            } else if (entry instanceof JournalEntry.Step step) {
                last = step;
                steps[at] = step.step();
                rates[at] = step.learningRate();
                seconds[at] = step.seconds();
                losses[at++] = step.loss();
            } else if (entry instanceof JournalEntry.EpochDone epoch) {
                epochs.add(epoch);
            }
        }
        return new RunProgress(summary, started, steps, losses, rates, seconds, epochs, last, summary.savedStep());
    }
}
