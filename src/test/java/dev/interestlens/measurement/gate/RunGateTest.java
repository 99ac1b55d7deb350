package dev.interestlens.measurement.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.ProblemException;
import dev.interestlens.testing.WrittenRun;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunSums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs count as further seeds. */
class RunGateTest {
    @TempDir
    Path folder;

    private RunFolder before;
    private RunFolder after;

    @BeforeEach
    void write() throws IOException {
        before = run("before", "din", 7, "a");
        after = run("after", "pool", 7, "b");
    }

    private RunFolder run(String name, String family, long seed, String weights) throws IOException {
        ExperimentConfig config = Verdict.withSeed(ExperimentConfig.preset(family, Preset.QUICK), seed);
        JournalEntry started = new JournalEntry.Started(WrittenRun.CREATED, 0, 2, 2, 1234, 100, "cpu", 1, "1.0");
        RunFolder run = WrittenRun.of(folder.resolve(name), config, List.of(started));
        Files.createDirectories(run.checkpoints());
        Files.writeString(run.checkpoints().resolve(RunSums.BEST), weights);
        return run;
    }

    private void refused(RunFolder... seeds) {
        assertThatThrownBy(() -> new RunGate(before, after, List.of(seeds)).requireComparable())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().key()).isEqualTo("gateTwice"));
    }

    @Test
    void seedsThatDifferFromEachOtherAndFromBothRunsCount() throws IOException {
        RunGate gate = new RunGate(before, after, List.of(run("8", "din", 8, "c"), run("9", "din", 9, "d")));
        assertThatCode(gate::requireComparable).doesNotThrowAnyException();
    }

    @Test
    void aRunThatIsGivenTwiceIsNoFurtherSeed() throws IOException {
        RunFolder seed = run("8", "din", 8, "c");
        refused(seed, seed);
        refused(seed, new RunFolder(folder.resolve("./8")));
        refused(seed, run("8 again", "din", 8, "e"));
    }

    @Test
    void aCopyWithAnotherSeedInItsDescriptionIsNone() throws IOException {
        refused(run("8", "din", 8, "c"), run("copy", "din", 9, "c"));
        refused(run("copy of before", "din", 10, "a"));
    }

    @Test
    void theRunsThatAreComparedAreNone() throws IOException {
        refused(before);
        after = run("candidate", "din", 8, "c");
        refused(after);
    }

    @Test
    void amongManyRunsEachOtherSeedIsTakenOnce() throws IOException {
        after = run("candidate", "din", 8, "c");
        List<RunDescription> all = List.of(
                before.read(),
                after.read(),
                run("9", "din", 9, "d").read(),
                run("9 again", "din", 9, "e").read(),
                run("pool 10", "pool", 10, "f").read());
        assertThat(RunGate.otherSeeds(all, Function.identity(), before.read(), after.read()))
                .extracting(RunDescription::name)
                .containsExactly("9");
    }

    @Test
    void aGateKnowsItsRuns() throws IOException {
        RunFolder seed = run("seed", "din", 8, "c");
        RunGate gate = new RunGate(before, after, List.of(seed));
        assertThat(gate.all()).containsExactly(before, after, seed);
    }
}
