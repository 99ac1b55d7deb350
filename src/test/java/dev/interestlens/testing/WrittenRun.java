package dev.interestlens.testing;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Journal;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.JournalEntry.EpochDone;
import dev.interestlens.train.run.JournalEntry.Step;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A run as its files tell it, without weights: nothing was trained. */
public final class WrittenRun {
    public static final long CREATED = 1_700_000_000_000L;

    private WrittenRun() {}

    /** Of a model's quick preset, with a journal of two epochs. */
    public static RunFolder of(Path folder, String family) {
        return of(
                folder,
                family,
                List.of(
                        new JournalEntry.Started(CREATED, 0, 2, 2, 1234, 100, "cpu", 1, "1.0"),
                        new Step(1, 1, 0.7, 0, 0.01, 100, 1, null),
                        new Step(1, 2, 0.6, 0, 0.01, 100, 2, null),
                        new EpochDone(
                                1,
                                2,
                                0.65,
                                ValidFigures.of(0.7, 0.68, 0.6, ValidFigures.ranked(10, 50, 0.2, 0.3, null), null),
                                false,
                                2.5),
                        new Step(2, 3, 0.5, 0, 0.005, 100, 3, null),
                        new EpochDone(
                                2,
                                3,
                                0.5,
                                ValidFigures.of(0.8, null, 0.5, ValidFigures.ranked(10, 50, 0.25, 0.4, null), null),
                                true,
                                4)));
    }

    public static RunFolder of(Path folder, String family, List<JournalEntry> entries) {
        return of(folder, ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.QUICK)), entries);
    }

    /** Of a training with these settings. */
    public static RunFolder of(Path folder, ExperimentConfig config, List<JournalEntry> entries) {
        RunFolder run = new RunFolder(folder);
        try {
            Files.createDirectories(run.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Trainer.describe(
                Disk.real(),
                run,
                new RunDescription(
                        folder.getFileName().toString(), CREATED, folder.resolveSibling("data"), "f00", "1.0", config));
        try (Journal journal = Journal.open(Disk.real(), run.journal())) {
            entries.forEach(entry -> journal.append(entry.encode()));
        }
        return run;
    }
}
