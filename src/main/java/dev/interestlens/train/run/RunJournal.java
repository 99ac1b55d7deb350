package dev.interestlens.train.run;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Journal;
import java.util.function.Consumer;

/** Writes a run's entries to its journal, forcing them once a second, and shows each to a listener. */
public final class RunJournal implements AutoCloseable {
    private static final long FORCE_NANOS = 1_000_000_000L;

    private final Journal journal;
    private final Consumer<JournalEntry> listener;
    private long forced = System.nanoTime();

    public RunJournal(Disk disk, RunFolder folder, Consumer<JournalEntry> listener) {
        journal = Journal.open(disk, folder.journal());
        this.listener = listener;
    }

    public void add(JournalEntry entry) {
        journal.append(entry.encode());
        if (System.nanoTime() - forced > FORCE_NANOS) {
            force();
        }
        listener.accept(entry);
    }

    /** Writes an entry without calling the listener. */
    public void note(JournalEntry entry) {
        journal.append(entry.encode());
    }

    public void force() {
        journal.force();
        forced = System.nanoTime();
    }

    @Override
    public void close() {
        journal.close();
    }
}
