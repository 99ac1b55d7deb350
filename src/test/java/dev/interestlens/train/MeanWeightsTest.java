package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.DType;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs whose weights are averaged over the last part of training. */
@Tag("thorough")
class MeanWeightsTest {
    private static final String BEST = "best.safetensors";

    /** Without a scale of the logits that is chosen afterwards. */
    private static final List<String> AS_TRAINED =
            List.of("training.objective=bce", "model.neighbours.kind=none", "model.neighbours.trend=false");

    @TempDir
    static Path folder;

    private static PreparedDataset data;
    private static ExecutorService loader;

    @BeforeAll
    static void prepare() {
        data = PreparedDataset.open(TinyShop.prepare(folder));
        loader = Executors.newSingleThreadExecutor();
    }

    @AfterAll
    static void close() {
        loader.shutdown();
        data.close();
    }

    /** With a batch normalisation, whose running statistics are averaged too. */
    private static RunFolder describe(String name, String... settings) {
        ExperimentConfig config = ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK));
        for (String setting : List.of(
                "model.embeddingSize=4",
                "model.fieldEmbeddingSize=4",
                "model.unit.hidden=8",
                "model.head.hidden=8",
                "model.head.activation=dice",
                "model.neighbours.kind=rules", // nothing is added to the table that is trained beside
                "training.averaged=0.5",
                "training.threads=1",
                "training.epochs=1",
                "training.batchSize=64",
                "data.protocol.history.maxLength=6")) {
            config = ConfigJson.set(config, setting);
        }
        for (String setting : settings) {
            config = ConfigJson.set(config, setting);
        }
        RunFolder run = new RunFolder(folder.resolve(name));
        Trainer.describe(
                Disk.real(),
                run,
                new RunDescription(name, 1, data.folder(), data.info().fingerprint(), "test", config));
        return run;
    }

    private static RunFolder asTrained(String name, String... settings) {
        return describe(
                name, Stream.concat(AS_TRAINED.stream(), Stream.of(settings)).toArray(String[]::new));
    }

    private static JournalEntry.Ended train(RunFolder run, TrainingControl control, Consumer<JournalEntry> listener) {
        ExperimentConfig config = run.read().config();
        SampleSet samples = SampleSet.build(data, config.protocol(), config.evaluationSeed());
        return new Trainer(run, samples, Disk.real(), loader, control, listener).train();
    }

    private static JournalEntry.Ended train(RunFolder run) {
        return train(run, TrainingControl.none(), entry -> {});
    }

    private static TrainingControl stopAfter(int batches) {
        int[] asked = new int[1];
        return () -> asked[0]++ < batches ? TrainingControl.Wish.GO_ON : TrainingControl.Wish.STOP;
    }

    private static Map<String, float[]> numbers(Path file) {
        Map<String, float[]> numbers = new HashMap<>();
        try (SafetensorsFile opened = Safetensors.map(file)) {
            opened.tensors().forEach((name, tensor) -> {
                if (tensor.dtype() == DType.F32) {
                    numbers.put(name, tensor.floats());
                }
            });
        }
        return numbers;
    }

    private static Path best(RunFolder run) {
        return run.checkpoints().resolve(BEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exact", "lazy"})
    void whatIsSavedIsTheMeanOfTheLastStates(String tables) {
        RunFolder run = asTrained("mean-" + tables, "training.tables=" + tables, "training.checkpointSeconds=0");
        Map<Long, Map<String, float[]>> states = new HashMap<>();
        long steps = train(run, TrainingControl.none(), entry -> {
                    if (entry instanceof JournalEntry.CheckpointSaved saved
                            && !saved.file().equals(BEST)) {
                        states.put(saved.step(), numbers(run.checkpoints().resolve(saved.file())));
                    }
                })
                .step();
        long from = steps - Math.round(0.5 * steps);
        assertThat(steps - from).isBetween(5L, 100L); // each step is one of the states
        numbers(best(run)).forEach((name, mean) -> {
            for (int i = 0; i < mean.length; i++) {
                double sum = 0;
                for (long step = from + 1; step <= steps; step++) {
                    sum += states.get(step).get(name)[i];
                }
                assertThat(mean[i]).as(name).isCloseTo((float) (sum / (steps - from)), within(1e-6f));
            }
        });
        assertThat(states.get(from)).doesNotContainKey("mean.item_embedding.weight");
    }

    @Test
    void theStepsAreThoseOfARunWithoutIt() {
        RunFolder with = asTrained("with");
        RunFolder without = asTrained("without", "training.averaged=0");
        long steps = train(with).step();
        train(without);
        String newest = String.format(Locale.ROOT, "step-%010d.safetensors", steps);
        Map<String, float[]> numbers = numbers(with.checkpoints().resolve(newest));
        Map<String, float[]> expected = numbers(without.checkpoints().resolve(newest));
        assertThat(numbers).containsAllEntriesOf(expected);
        assertThat(expected.keySet()).noneMatch(name -> name.startsWith("mean."));
        numbers(best(without)).forEach((name, last) -> assertThat(last).containsExactly(expected.get(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exact", "lazy"})
    void aStoppedAndResumedRunEndsWithTheSameBits(String tables) throws IOException {
        String[] settings = {"training.tables=" + tables, "training.epochs=3", "training.validateEverySteps=4"};
        RunFolder whole = describe("whole-" + tables, settings);
        long steps = train(whole).step();
        RunFolder parts = describe("parts-" + tables, settings);
        train(parts, stopAfter((int) (0.4 * steps)), entry -> {});
        train(parts, stopAfter((int) (0.3 * steps)), entry -> {});
        train(parts);
        assertThat(RunFingerprint.of(parts)).isEqualTo(RunFingerprint.of(whole));
        assertThat(best(parts)).hasSameBinaryContentAs(best(whole));
        assertThat(validated(parts)).containsExactlyElementsOf(validated(whole));
    }

    private static List<JournalEntry.Valid> validated(RunFolder run) {
        return run.entries().stream()
                .filter(JournalEntry.Validated.class::isInstance)
                .map(entry -> ((JournalEntry.Validated) entry).valid())
                .toList();
    }

    @Test
    void aModelThatBeginsAtRandomIsAveragedOverTheSecondHalfAtMost() {
        RunFolder random = describe("random", "training.averaged=1", "training.checkpointSeconds=0");
        List<Long> averaged = averaged(random);
        long steps = averaged.get(averaged.size() - 1);
        assertThat(averaged.get(0)).isEqualTo(steps - Math.round(0.5 * steps) + 1);
        String from = "training.itemEmbeddingsFrom=" + random.path();
        RunFolder learnt = describe("learnt", "training.averaged=1", "training.checkpointSeconds=0", from);
        train(learnt, stopAfter(0), entry -> {});
        assertThat(averaged(learnt).get(0)).isEqualTo(1);
    }

    /** Goes on with a run: the steps whose states hold a mean. */
    private static List<Long> averaged(RunFolder run) {
        List<Long> steps = new ArrayList<>();
        train(run, TrainingControl.none(), entry -> {
            if (entry instanceof JournalEntry.CheckpointSaved saved
                    && !saved.file().equals(BEST)
                    && numbers(run.checkpoints().resolve(saved.file())).containsKey("mean.item_embedding.weight")) {
                steps.add(saved.step());
            }
        });
        return steps;
    }

    @Test
    void damagedBestWeightsAreRestoredFromTheMeanOfTheState() throws IOException {
        RunFolder run = describe("damaged");
        train(run);
        byte[] sound = Files.readAllBytes(best(run));
        byte[] damaged = sound.clone();
        damaged[damaged.length - 3] ^= 1;
        Files.write(best(run), damaged);
        train(run);
        assertThat(best(run)).hasBinaryContent(sound);
    }
}
