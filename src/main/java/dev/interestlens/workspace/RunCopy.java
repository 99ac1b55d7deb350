package dev.interestlens.workspace;

import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.FileAccess;
import dev.interestlens.store.Journal;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies a run that nobody trains to a new folder, where it belongs to a data set at another place. */
public final class RunCopy {
    private RunCopy() {}

    /**
     * Copies journal and checkpoints, and describes the run last, since a folder without a description is no run.
     *
     * @param dataset the same data, where they are now
     */
    public static void copy(Disk disk, RunFolder from, RunFolder to, Path dataset, RunLabels labels) {
        RunDescription was = from.read();
        journal(disk, from, to);
        FileAccess.run(() -> {
            for (Path checkpoint : Disk.inside(from.checkpoints())) {
                if (Files.isRegularFile(checkpoint)) {
                    byte[] bytes = Files.readAllBytes(checkpoint);
                    AtomicFile.write(disk, to.checkpoints().resolve(checkpoint.getFileName()), out -> out.write(bytes));
                }
            }
        });
        labels.write(disk, to);
        Trainer.describe(
                disk,
                to,
                new RunDescription(
                        to.folderName(), was.created(), dataset, was.fingerprint(), was.versions(), was.config()));
    }

    /** The journal without the checksum of the description, which changes with the place of the data. */
    static void journal(Disk disk, RunFolder from, RunFolder to) {
        List<JournalEntry> entries = from.tail(0).entries();
        FileAccess.run(() -> {
            disk.createFolders(to.path());
            try (Journal journal = Journal.open(disk, to.journal(), 0)) {
                entries.stream()
                        .filter(entry -> !(entry instanceof JournalEntry.Described))
                        .forEach(entry -> journal.append(entry.encode()));
            }
        });
    }
}
