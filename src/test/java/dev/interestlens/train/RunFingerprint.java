package dev.interestlens.train;

import dev.interestlens.store.Disk;
import dev.interestlens.store.Sha256;
import dev.interestlens.train.run.RunFolder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** SHA-256 of a run's newest weights, statistics and moments, by name: equal for runs that agree in every bit. */
public final class RunFingerprint {
    private RunFingerprint() {}

    public static String of(RunFolder run) {
        Checkpoint newest =
                new Checkpoints(run, Disk.real(), "", 0).newest().orElseThrow().checkpoint();
        Sha256 sum = new Sha256();
        new TreeMap<>(newest.tensors()).forEach((name, tensor) -> {
            sum.update(name.getBytes(StandardCharsets.UTF_8));
            for (ByteBuffer part : tensor.parts()) {
                sum.update(part.duplicate());
            }
        });
        return sum.hex();
    }
}
