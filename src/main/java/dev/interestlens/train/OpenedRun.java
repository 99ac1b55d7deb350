package dev.interestlens.train;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunJournal;
import dev.interestlens.train.run.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A run whose model is given as a file: its journal marks it as complete, like that of a finished training. */
public final class OpenedRun {
    private OpenedRun() {}

    /**
     * Records the files of the run's folder with their checksums.
     *
     * @param model below the checkpoints, the file itself last
     * @param valid measures on rows of the validation part
     */
    public static void note(Disk disk, RunFolder folder, List<Path> model, long parameters, JournalEntry.Valid valid) {
        long now = System.currentTimeMillis();
        try (RunJournal journal = new RunJournal(disk, folder, entry -> {})) {
            journal.note(new JournalEntry.Described(Sha256.of(Json.bytes(folder.description()))));
            journal.note(new JournalEntry.Started(now, 0, 0, 1, parameters, 0, "cpu", 1, Versions.line()));
            for (Path file : model) {
                journal.note(new JournalEntry.CheckpointSaved(
                        1, 0, file.getFileName().toString(), Sha256.of(file), Files.size(file)));
            }
            double loss = valid.logLoss() == null ? 0 : valid.logLoss();
            journal.note(new JournalEntry.EpochDone(1, 0, loss, valid, true, 0));
            journal.note(new JournalEntry.Ended(now, StopReason.COMPLETED, 1, 0, 1, valid.auc()));
            journal.force();
        } catch (IOException e) {
            throw Problem.resource(Json.class, "read", folder.path())
                    .with("reason", e.getMessage())
                    .exception(e);
        }
    }
}
