package dev.interestlens.workspace;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.AtomicFile;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.store.Scratch;
import dev.interestlens.store.SealedJson;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.data.SampleData;
import java.nio.file.Path;
import java.util.List;

/**
 * The small trained model that is part of the program, so that an explanation can be seen without training. Made by {@code sample-data/make-run.sh}
 * from the bundled shop.
 */
public final class SampleRun {
    private static final String NAME = "din-bundled";
    private static final String SHOP = "sample-data";
    private static final String RUN = "run/";
    private static final String WEIGHTS = "best.safetensors";

    private SampleRun() {}

    /** Whether a run of a workspace is this one. */
    public static boolean is(RunFolder folder) {
        return folder.folderName().equals(NAME);
    }

    /** Copies it to the runs of a workspace, preparing the shop as a data set first; existing ones are used. */
    public static RunFolder bring(Disk disk, Workspace workspace) {
        Path dataset = workspace.listDatasets().stream()
                .filter(folder -> folder.getFileName().toString().startsWith(SHOP))
                .findFirst()
                .orElseGet(() -> prepare(disk, workspace));
        return unpack(disk, workspace, dataset, RunLabels.NONE);
    }

    private static Path prepare(Disk disk, Workspace workspace) {
        Path source = SampleData.unpack(disk, workspace.root().resolve(SHOP));
        try (PreparedDataset data = Sources.prepare(
                List.of(source), PrepareOptions.defaults(), workspace.newDataset(SHOP), Progress.none())) {
            return data.folder();
        }
    }

    /**
     * Copies it to the runs, where it does not exist yet.
     *
     * @param dataset the bundled shop, prepared
     * @throws dev.interestlens.store.ProblemException where the data set is not the one that it was trained on
     */
    public static RunFolder unpack(Disk disk, Workspace workspace, Path dataset, RunLabels labels) {
        RunFolder folder = new RunFolder(workspace.runs().resolve(NAME));
        if (folder.exists()) {
            return folder;
        }
        RunDescription made = description(disk, dataset);
        copyJournal(disk, folder);
        copy(disk, WEIGHTS, folder.checkpoints().resolve(WEIGHTS));
        copy(disk, "fidelity.json", folder.path().resolve("fidelity.json"));
        copy(disk, "attention.json", AttentionLog.file(folder));
        labels.write(disk, folder);
        Trainer.describe(disk, folder, made); // last: a folder without a description is not a run
        return folder;
    }

    private static void copyJournal(Disk disk, RunFolder folder) {
        try (Scratch scratch = Scratch.create()) {
            RunFolder made = new RunFolder(scratch.folder());
            copy(disk, "journal.log", made.journal());
            RunCopy.journal(disk, made, folder);
        }
    }

    /** Its attention during training. */
    public static AttentionLog attention() {
        return SealedJson.read(SampleData.bytes(RUN + "attention.json"), AttentionLog.class);
    }

    private static RunDescription description(Disk disk, Path dataset) {
        try (Scratch scratch = Scratch.create()) {
            RunFolder read = new RunFolder(scratch.folder());
            copy(disk, "run.json", read.description());
            RunDescription found = read.read();
            String actual;
            try (PreparedDataset data = PreparedDataset.open(dataset)) {
                actual = data.info().fingerprint();
            }
            if (!actual.equals(found.fingerprint())) {
                throw Problem.usage(SampleRun.class, "otherShop", dataset).exception();
            }
            return new RunDescription(
                    NAME, found.created(), dataset, found.fingerprint(), found.versions(), found.config());
        }
    }

    private static void copy(Disk disk, String name, Path target) {
        byte[] bytes = SampleData.bytes(RUN + name);
        AtomicFile.write(disk, target, out -> out.write(bytes));
    }
}
