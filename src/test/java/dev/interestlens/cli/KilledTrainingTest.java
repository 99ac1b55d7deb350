package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.job.ChildProcess;
import dev.interestlens.testing.Patience;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.RunFingerprint;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainers that are killed at random instants, many of them inside a save: the resumed run ends with the bits of one that was left alone. */
@Tag("thorough")
class KilledTrainingTest {
    private static final int KILLS = Integer.getInteger("interestlens.kills", 1);

    @TempDir
    static Path folder;

    private static Path dataset;

    @BeforeAll
    static void prepare() {
        dataset = TinyShop.prepare(folder, 20);
    }

    private static List<String> train(String model, Path run, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "train", "--data", dataset.toString(), "--model", model, "--preset", "quick", "--run", run.toString()));
        Map<String, String> settings = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(
                                "model.embeddingSize=4",
                                "model.fieldEmbeddingSize=4",
                                "model.head.hidden=8",
                                "model.head.dropout=0.1",
                                "training.threads=1",
                                "training.epochs=2",
                                "training.batchSize=64",
                                "training.negativesShared=1",
                                "training.checkpointSeconds=0",
                                "training.validateEverySteps=7",
                                "training.averaged=0.7",
                                "data.protocol.history.maxLength=5"),
                        Stream.of(more))
                .forEach(setting -> settings.put(setting.substring(0, setting.indexOf('=')), setting));
        settings.values().forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return arguments;
    }

    private static ChildProcess start(RunFolder run, List<String> arguments) {
        return ChildProcess.start(QuickProgram.launcher().with("-Xmx512m"), run.path(), arguments, true);
    }

    private static long step(RunFolder run) {
        long step = 0;
        for (JournalEntry entry : run.entries()) {
            step = entry instanceof JournalEntry.CheckpointSaved saved ? Math.max(step, saved.step()) : step;
        }
        return step;
    }

    /** Waits until the run has moved on by a random bit, then kills it. */
    private static void killSoon(RunFolder run, ChildProcess child, SplittableRandom random) {
        long target = step(run) + 1 + random.nextInt(12);
        Patience patience =
                new Patience(() -> "step " + target + ":\n" + child.folder().lastOutput(4000));
        while (step(run) < target && child.isAlive()) {
            LockSupport.parkNanos(5_000_000L);
            patience.hope();
        }
        LockSupport.parkNanos(random.nextInt(8_000_000));
        child.kill();
    }

    @ParameterizedTest
    @ValueSource(strings = {"din", "dien", "bst"})
    void aKilledRunEndsWithTheBitsOfOneLeftAlone(String model) {
        RunFolder alone = new RunFolder(folder.resolve(model + "-alone"));
        assertThat(start(alone, train(model, alone.path())).end().join().exitCode())
                .as(new dev.interestlens.job.JobFolder(alone.path()).lastOutput(4000))
                .isZero();

        SplittableRandom random = new SplittableRandom(model.hashCode());
        RunFolder killed = new RunFolder(folder.resolve(model + "-killed"));
        List<String> arguments = train(model, killed.path());
        for (int k = 0; k < KILLS; k++) {
            killSoon(killed, start(killed, arguments), random);
            assertThat(RunSummary.of(killed).status()).isEqualTo(RunSummary.Status.KILLED);
            arguments = List.of("resume", "--run", killed.path().toString());
        }
        assertThat(start(killed, arguments).end().join().exitCode()).isZero();

        assertThat(RunFingerprint.of(killed)).isEqualTo(RunFingerprint.of(alone));
        assertThat(steps(killed)).isEqualTo(steps(alone));
    }

    /** Saved at the ends of epochs alone, so that it resumes there, and the mean of weights does not hide what an epoch's end left behind. */
    @ParameterizedTest
    @ValueSource(strings = {"Neighboured", "Weighed", "saved"})
    void aRunKilledAtAStageEndsWithTheBitsOfOneLeftAlone(String stage) {
        String[] settings = {
            "training.checkpointSeconds=86400", "training.averaged=0", "data.protocol.history.maxLength=20"
        };
        RunFolder alone = new RunFolder(folder.resolve("stages-alone"));
        if (!alone.exists()) {
            assertThat(start(alone, train("dien", alone.path(), settings))
                            .end()
                            .join()
                            .exitCode())
                    .isZero();
        }
        RunFolder killed = new RunFolder(folder.resolve("stage-" + stage));
        ChildProcess child = start(killed, train("dien", killed.path(), settings));
        Patience patience = new Patience(() -> stage + ":\n" + child.folder().lastOutput(4000));
        while (!reached(killed, stage) && child.isAlive()) {
            LockSupport.parkNanos(5_000_000L);
            patience.hope();
        }
        child.kill();
        assertThat(RunSummary.of(killed).status()).isEqualTo(RunSummary.Status.KILLED);
        List<String> resume = List.of("resume", "--run", killed.path().toString());
        assertThat(start(killed, resume).end().join().exitCode()).isZero();
        assertThat(RunFingerprint.of(killed)).isEqualTo(RunFingerprint.of(alone));
        assertThat(steps(killed)).isEqualTo(steps(alone));
    }

    private static boolean reached(RunFolder run, String stage) {
        return run.entries().stream()
                .anyMatch(entry -> stage.equals("saved")
                        ? entry instanceof JournalEntry.CheckpointSaved saved
                                && saved.step() > 0
                                && saved.file().startsWith("step-")
                        : entry.getClass().getSimpleName().equals(stage));
    }

    /** The effective journal: every step and epoch once, with its loss. */
    private static List<String> steps(RunFolder run) {
        List<String> steps = new ArrayList<>();
        for (JournalEntry entry : run.entries()) {
            if (entry instanceof JournalEntry.EpochDone epoch) {
                steps.add("epoch " + epoch.epoch() + " " + epoch.step() + " " + epoch.loss() + " " + epoch.valid());
            } else if (entry instanceof JournalEntry.Validated within) {
                steps.add("within " + within.epoch() + " " + within.step() + " " + within.valid());
            }
        }
        return steps;
    }
}
