package dev.interestlens.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.measurement.compare.StoredScores;
import dev.interestlens.measurement.quality.TestRows;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.Trainer;
import dev.interestlens.train.TrainingControl;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.workspace.RunSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class MeasurementQueueTest {
    @TempDir
    Path folder;

    private final List<MeasurementQueue.Task> tasks = new ArrayList<>();
    private RunSummary run;

    @BeforeEach
    void train() {
        RunFolder target = new RunFolder(folder.resolve("run"));
        ExecutorService loader = Executors.newSingleThreadExecutor();
        try (PreparedDataset data = PreparedDataset.open(TinyShop.prepare(folder))) {
            ExperimentConfig config =
                    ExperimentConfig.of(ModelCatalog.family("pool").preset(Preset.QUICK));
            for (String setting : List.of("training.threads=1", "training.epochs=1")) {
                config = ConfigJson.set(config, setting);
            }
            RunDescription description =
                    new RunDescription("run", 1, data.folder(), data.info().fingerprint(), "test", config);
            Trainer.describe(Disk.real(), target, description);
            SampleSet samples =
                    SampleSet.build(data, config.protocol(), config.training().seed());
            new Trainer(target, samples, Disk.real(), loader, TrainingControl.none(), entry -> {}).train();
            run = RunSummary.of(target, description, target.entries(), false);
        } finally {
            loader.shutdown();
        }
    }

    private MeasurementQueue queue(boolean stores) {
        MeasurementQueue queue = new MeasurementQueue(Background.inline(new ErrorPresenter()), () -> stores);
        tasks.clear();
        queue.currentProperty().addListener((observed, before, now) -> {
            if (now != null) {
                tasks.add(now);
            }
        });
        return queue;
    }

    private RunScores measured(boolean stores) {
        MeasurementQueue queue = queue(stores);
        queue.measure(List.of(run), null);
        queue.closing().run();
        return queue.scores().get(run.folder());
    }

    private List<MeasurementQueue.Step> steps() {
        return tasks.stream().map(MeasurementQueue.Task::step).toList();
    }

    @Test
    void whatWasMeasuredOnceIsReadButItsTimesAreTakenAgain() {
        RunScores first = measured(true);
        assertThat(steps()).containsExactly(MeasurementQueue.Step.values());
        RunScores again = measured(true);
        assertThat(steps()).containsExactly(MeasurementQueue.Step.READ, MeasurementQueue.Step.TIMES);
        assertThat(again.figures()).usingRecursiveComparison().isEqualTo(first.figures());
        assertThat(again.references()).isEqualTo(first.references());
        assertThat(again.references().figure("auc").keySet())
                .containsExactlyElementsOf(first.references().figure("auc").keySet());
        assertThat(again.notes()).isEqualTo(first.notes());
        assertThat(again.sharesRowsWith(first)).isTrue();
        assertThat(again.ranking().model().values())
                .isEqualTo(first.ranking().model().values());
        assertThat(again.ranking().model().intervals())
                .isEqualTo(first.ranking().model().intervals());
        assertThat(again.latency().oneMillis().median()).isPositive();
        assertThat(RunFolder.KIND.contents().matcher(onlyFile(".rows.json")).matches())
                .isTrue();
    }

    private String onlyFile(String ending) {
        try (Stream<Path> files = Files.walk(run.folder().path())) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).hasSize(1);
            return run.folder().path().relativize(found.get(0)).toString().replace('\\', '/');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsKnownStaysWhenTheSameIsMeasuredAgain() {
        MeasurementQueue queue = queue(false);
        queue.measure(List.of(run), null);
        RunScores first = queue.scores().get(run.folder());
        tasks.clear();
        queue.measure(List.of(run), null);
        queue.closing().run();
        assertThat(tasks).isEmpty();
        assertThat(queue.scores()).containsEntry(run.folder(), first);
    }

    @Test
    void aReaderStoresNothing() {
        measured(false);
        assertThat(run.folder().path().resolve("measured")).doesNotExist();
        measured(false);
        assertThat(steps()).containsExactly(MeasurementQueue.Step.values());
    }

    @Test
    void aDamagedFileIsMeasuredAgain() throws IOException {
        RunScores first = measured(true);
        Path file = run.folder().path().resolve(onlyFile(".rows.json"));
        Files.writeString(file, Files.readString(file).replaceFirst("\"labels\" : \\[\\s+[01]", "\"labels\" : [ 7"));
        assertThat(measured(true).figures()).usingRecursiveComparison().isEqualTo(first.figures());
        assertThat(steps()).containsExactly(MeasurementQueue.Step.values());
        measured(true);
        assertThat(steps()).containsExactly(MeasurementQueue.Step.READ, MeasurementQueue.Step.TIMES);
    }

    @Test
    void scoresOfEarlierWeightsAreDeleted() throws IOException {
        Path earlier = Files.createDirectories(run.folder().path().resolve("measured"))
                .resolve("0123456789ab-0123456789ab.rows.json");
        Files.writeString(earlier, "{}");
        measured(true);
        assertThat(earlier).doesNotExist();
    }

    @Test
    void storedScoresAreTakenAsTheyAre() throws IOException {
        RunScores first = measured(true);
        TestRows rows = TestRows.of(run.description());
        float[] opposite = new float[first.ranked().size()];
        for (int i = 0; i < opposite.length; i++) {
            opposite[i] = -(float) first.ranked().scores()[i];
        }
        double[] nothing = new double[opposite.length];
        StoredScores.of(run.folder(), rows)
                .orElseThrow()
                .write(
                        Disk.real(),
                        new RunScores.Raw(
                                run.folder(),
                                rows,
                                opposite,
                                first.ranked().labels(),
                                Arrays.stream(first.ranked().users())
                                        .mapToInt(user -> (int) user)
                                        .toArray(),
                                Map.of(
                                        "popularity", nothing,
                                        "categoryMatch", nothing,
                                        "neighbours", nothing,
                                        "alreadyInHistory", nothing),
                                first.latency(),
                                List.of()));
        assertThat(measured(true).figures().value(RankMetric.AUC))
                .isCloseTo(1 - first.figures().value(RankMetric.AUC), within(1e-9));
    }
}
