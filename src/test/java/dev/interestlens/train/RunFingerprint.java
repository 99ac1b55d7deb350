package dev.interestlens.train;

import dev.interestlens.store.Disk;
import dev.interestlens.train.run.RunFolder;

/** SHA-256 of a run's newest weights, statistics and moments. */
public final class RunFingerprint {
    private RunFingerprint() {}

    public static String of(RunFolder run) {
        return new Checkpoints(run, Disk.real(), "", 0)
                .newest()
                .orElseThrow()
                .checkpoint()
                .fingerprint();
    }
}
