package dev.interestlens.workspace;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Omission;
import dev.interestlens.data.protocol.Reads;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.Without;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * What the batches of a training read, kept beside a run that was to leave something out.
 *
 * @param fingerprint of the data set
 * @param without what was to be left out
 * @param readEvents how many different events some batch of the training read
 * @param readDigest of them, in the form of {@link Without#digest}
 * @param leftOutRead how many of those that were to be left out are among them
 * @param firstStep the step before the first of those that were recorded: above 0 where the training went on after a stop
 * @param lastStep the last of them
 * @param weights SHA-256 of the best weights; null where there are none
 */
public record ReadCertificate(
        String run,
        String fingerprint,
        Without without,
        long readEvents,
        String readDigest,
        long leftOutRead,
        long firstStep,
        long lastStep,
        String weights) {
    private static final String FILE = "certificate.json";

    /** Writes what was recorded. */
    public static void write(
            RunFolder folder, PreparedDataset data, Omission omission, Reads reads, long firstStep, long lastStep) {
        RunDescription run = folder.read();
        BitSet read = reads.events();
        BitSet both = omission.events();
        both.and(read);
        ReadCertificate certificate = new ReadCertificate(
                run.name(),
                run.fingerprint(),
                run.without(),
                read.cardinality(),
                LeftOut.digest(data, read),
                both.cardinality(),
                firstStep,
                lastStep,
                folder.sums().best().map(folder.sums()::require).orElse(null));
        Json.write(Disk.real(), file(folder), certificate);
    }

    /** Where it stands in the folder of a run. */
    public static Path file(RunFolder folder) {
        return folder.path().resolve(FILE);
    }
}
