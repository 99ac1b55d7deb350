package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.Weights;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Sha256;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.train.run.BestEpoch;
import dev.interestlens.train.run.Cursor;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunJournal;
import dev.interestlens.train.run.RunSums;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a run's states, and what is taken where one is damaged. */
class CheckpointsTest extends NineItems {
    private static final TrainingConfig CONFIG = ConfigJson.set(
                    ExperimentConfig.of(ModelCatalog.family("pool").preset(Preset.QUICK)), "training.averaged=0.5")
            .training();

    @TempDir
    private Path home;

    private RunFolder run;
    private Checkpoints checkpoints;

    @BeforeEach
    void begin() throws IOException {
        run = new RunFolder(home.resolve("run"));
        Files.createDirectories(run.checkpoints());
        checkpoints = new Checkpoints(run, Disk.real(), "data", 0);
    }

    /** After a step; every value differs from the others. */
    private static Cursor cursor(long step) {
        return new Cursor(2, 3, step, .25, 5, new BestEpoch(1, .7, .1, .75), 6, .5, 8.5);
    }

    private Optimizer optimizer() {
        return new Optimizer(model.parameters(), CONFIG);
    }

    private MeanWeights mean(int steps) {
        MeanWeights mean = new MeanWeights(model.parameters(), CONFIG, steps);
        mean.begin(true);
        return mean;
    }

    private void save(long... steps) {
        try (RunJournal journal = new RunJournal(Disk.real(), run, entry -> {})) {
            for (long step : steps) {
                checkpoints.save(model.parameters(), mean(10), optimizer(), cursor(step), journal);
            }
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(run.checkpoints())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String name(int step) {
        return "step-000000000" + step + ".safetensors";
    }

    private void damage(String name) throws IOException {
        Path file = run.checkpoints().resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1]++;
        Files.write(file, bytes);
    }

    private Checkpoints reopened() {
        return new Checkpoints(run, Disk.real(), "data", 0);
    }

    @Test
    void aStateComesBackWithEveryNumber() {
        MeanWeights mean = mean(2);
        mean.after(2);
        Path file = run.checkpoints().resolve(name(2));
        Checkpoint state = Checkpoint.of(Weights.of(model.parameters()), mean, optimizer(), cursor(2));
        String sum = Checkpoint.write(Disk.real(), file, state, 17, "data");
        try (RunJournal journal = new RunJournal(Disk.real(), run, entry -> {})) {
            journal.add(new JournalEntry.CheckpointSaved(2, 2, name(2), sum, 1));
        }

        Checkpoint.Loaded loaded = Checkpoint.read(file, run.sums());
        assertThat(loaded.applied()).isEqualTo(17);
        assertThat(loaded.checkpoint().cursor()).isEqualTo(cursor(2));
        assertThat(loaded.checkpoint().tensors().keySet())
                .containsExactlyInAnyOrderElementsOf(state.tensors().keySet())
                .anyMatch(each -> each.startsWith("mean."))
                .hasSizeGreaterThan(Weights.of(model.parameters()).tensors().size()
                        + mean.state().size());
        state.tensors()
                .forEach((each, tensor) ->
                        assertThat(loaded.checkpoint().tensors().get(each)).isEqualTo(tensor));
    }

    @Test
    void aStateOfAnOlderVersionDidNotDecideByItsRanking() throws IOException {
        save(1);
        Path file = run.checkpoints().resolve(name(1));
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String older = text.replace("bestRanking", "bestRankinx").replace("maxValue", "maxValux");
        Files.writeString(file, older, StandardCharsets.ISO_8859_1);
        RunFolder copy = new RunFolder(home.resolve("older"));
        Files.createDirectories(copy.checkpoints());
        Files.copy(file, copy.checkpoints().resolve(name(1)));
        try (RunJournal journal = new RunJournal(Disk.real(), copy, entry -> {})) {
            journal.add(new JournalEntry.CheckpointSaved(
                    1, 1, name(1), Sha256.of(copy.checkpoints().resolve(name(1))), 1));
        }
        BestEpoch best = Checkpoint.read(copy.checkpoints().resolve(name(1)), copy.sums())
                .checkpoint()
                .cursor()
                .best();
        assertThat(best.value()).isEqualTo(.7);
        assertThat(best.ranking()).isNaN();
        assertThat(best.max()).isNaN();
    }

    @Test
    void theLastThreeStatesAreKeptAndWhatAnInterruptionLeftIsRemoved() throws IOException {
        Files.writeString(run.checkpoints().resolve(".step.safetensors.0.tmp"), "half");
        Files.writeString(run.checkpoints().resolve("notes.txt"), "mine");
        save(1, 2, 3, 4, 5);
        assertThat(files()).contains(name(3), name(4), name(5), "notes.txt").doesNotContain(name(1), name(2));
        assertThat(run.entries()).hasSize(5).allSatisfy(entry -> {
            JournalEntry.CheckpointSaved saved = (JournalEntry.CheckpointSaved) entry;
            Path file = run.checkpoints().resolve(saved.file());
            assertThat(saved.bytes())
                    .isEqualTo(Files.exists(file) ? Files.size(file) : saved.bytes())
                    .isPositive();
        });
        save(5);
        assertThat(files()).contains(name(3), name(4), name(5));
    }

    @Test
    void aTrainerThatGoesOnKeepsThreeWithThoseThatItFinds() throws IOException {
        save(1, 2, 3);
        checkpoints = reopened();
        assertThat(checkpoints.newest())
                .get()
                .matches(loaded -> loaded.checkpoint().cursor().step() == 3);
        save(4);
        assertThat(files()).containsExactly(name(2), name(3), name(4));
    }

    @Test
    void aDamagedStateIsPassedOverAndNamed() throws IOException {
        save(1, 2, 3);
        damage(name(3));
        Checkpoints again = reopened();
        assertThat(again.newest().orElseThrow().checkpoint().cursor().step()).isEqualTo(2);
        assertThat(again.damaged()).containsExactly(name(3));
        damage(name(1));
        damage(name(2));
        assertThat(again.newest()).isEmpty();
        assertThat(again.damaged()).containsExactly(name(3), name(2), name(1));
        assertThatThrownBy(() -> Checkpoint.read(run.checkpoints().resolve(name(2)), run.sums()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void damagedBestWeightsComeBackWithTheSameBitsFromTheStateOfTheirStep() throws IOException {
        try (RunJournal journal = new RunJournal(Disk.real(), run, entry -> {})) {
            Cursor cursor = cursor(4);
            checkpoints.saveBest(model.parameters(), cursor, journal);
            journal.add(new JournalEntry.EpochDone(2, 4, .5, ValidFigures.of(.7, .7, .5), true, 1));
            checkpoints.save(model.parameters(), mean(10), optimizer(), cursor, journal);
            byte[] before = Files.readAllBytes(run.checkpoints().resolve(RunSums.BEST));
            checkpoints.mendBest(model.parameters(), journal, weights -> weights);
            assertThat(run.entries()).as("nothing to mend").noneMatch(JournalEntry.Damaged.class::isInstance);

            damage(RunSums.BEST);
            checkpoints.mendBest(model.parameters(), journal, weights -> weights);
            assertThat(run.checkpoints().resolve(RunSums.BEST)).hasBinaryContent(before);
            assertThat(run.entries()).contains(new JournalEntry.Damaged(RunSums.BEST, true));

            damage(RunSums.BEST);
            damage(name(4));
            checkpoints.mendBest(model.parameters(), journal, weights -> weights);
            assertThat(run.entries()).contains(new JournalEntry.Damaged(RunSums.BEST, false));
        }
        assertThat(files()).contains(RunSums.BEST);
    }

    @Test
    void otherWeightsThanThoseThatWereSavedAreNotPutInTheirPlace() throws IOException {
        try (RunJournal journal = new RunJournal(Disk.real(), run, entry -> {})) {
            checkpoints.saveBest(model.parameters(), cursor(4), journal);
            journal.add(new JournalEntry.EpochDone(2, 4, .5, ValidFigures.of(.7, .7, .5), true, 1));
            checkpoints.save(model.parameters(), mean(10), optimizer(), cursor(4), journal);
            damage(RunSums.BEST);
            byte[] damaged = Files.readAllBytes(run.checkpoints().resolve(RunSums.BEST));
            checkpoints.mendBest(model.parameters(), journal, weights -> new Weights(Map.of()));
            assertThat(run.entries()).contains(new JournalEntry.Damaged(RunSums.BEST, false));
            assertThat(run.checkpoints().resolve(RunSums.BEST)).hasBinaryContent(damaged);
        }
    }

    @Test
    void aStateIsDueAfterEachStepOrAfterItsSeconds() {
        assertThat(checkpoints.due()).isTrue();
        assertThat(new Checkpoints(run, Disk.real(), "data", 86_400).due()).isFalse();
    }
}
