package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.job.ChildProcess;
import dev.interestlens.job.JobFolder;
import dev.interestlens.store.Sha256;
import dev.interestlens.testing.Patience;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.testing.TinyShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment with planted causes that is killed while it plants, trains and measures: it goes on, to the bytes of one that was left alone. */
@Tag("thorough")
class KilledTrustTest {
    private static final List<String> STAGES = List.of("plant", "train", "planted", "measure");
    private static final List<String> SETTINGS = List.of(
            "model.embeddingSize=4",
            "model.fieldEmbeddingSize=4",
            "model.head.hidden=8",
            "model.neighbours.kind=none",
            "training.threads=1",
            "training.epochs=1",
            "training.batchSize=512",
            "training.negativesShared=1",
            "training.itemEmbeddingsFrom=",
            "training.checkpointSeconds=1",
            "data.protocol.history.maxLength=10");

    @TempDir
    Path folder;

    private ChildProcess start(String data) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("trust", "--data", folder.resolve(data).toString(), "--seeds", "1"));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        arguments.addAll(List.of("--progress", "json"));
        Path job = folder.resolve(data + "-job");
        Files.createDirectories(job);
        Files.deleteIfExists(new JobFolder(job).output());
        return ChildProcess.start(QuickProgram.launcher().with("-Xmx512m"), job, arguments, true);
    }

    private void end(String data) throws IOException {
        ChildProcess child = start(data);
        int code = child.end().join().exitCode();
        assertThat(code).as(child.folder().lastOutput(4000)).isZero();
    }

    private void killAt(String stage) throws IOException {
        ChildProcess child = start("killed");
        Patience patience = new Patience(() -> stage + ":\n" + child.folder().lastOutput(4000));
        while (!child.folder().lastOutput(1 << 20).contains("\"stage\":\"" + stage + "\"") && child.isAlive()) {
            LockSupport.parkNanos(5_000_000L);
            patience.hope();
        }
        child.kill();
    }

    @Test
    void whatWasKilledGoesOnToTheSameBytes() throws IOException {
        Path data = TinyShop.prepare(folder, 300);
        copy(data, folder.resolve("alone"));
        copy(data, folder.resolve("killed"));
        end("alone");
        for (String stage : STAGES) {
            killAt(stage);
            assertThat(written("killed")).doesNotContainKey("report.2.json");
        }
        end("killed");
        assertThat(written("alone"))
                .containsKey("report.2.json")
                .containsKey("same-7/measured.3.json")
                .containsKey("same-7/data/causes.csv")
                .containsKey("same-7/run/checkpoints/best.safetensors")
                .containsKey("log-7/checkpoints/best.safetensors");
        assertThat(written("killed")).isEqualTo(written("alone"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Sums of everything but journals and descriptions, which hold times, and states of training. */
    private Map<String, String> written(String data) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        Path trust = folder.resolve(data).resolve("trust");
        if (!Files.exists(trust)) {
            return sums;
        }
        try (Stream<Path> families = Files.list(trust)) {
            for (Path family : families.toList()) {
                try (Stream<Path> all = Files.walk(family)) {
                    for (Path file : all.filter(Files::isRegularFile).toList()) {
                        String name = family.relativize(file).toString();
                        if (name.endsWith("report.2.json")
                                || name.endsWith("measured.3.json")
                                || name.endsWith("best.safetensors")
                                || name.contains("/data/")) {
                            sums.put(name, Sha256.of(file));
                        }
                    }
                }
            }
        }
        return sums;
    }
}
