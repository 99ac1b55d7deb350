package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Logs;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.export.onnx.OnnxExport;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.LogLoss;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.TrendTerm;
import dev.interestlens.model.Weights;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import dev.interestlens.store.Tensor;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log in which an item is taken for five days by whoever comes then, and everyone comes on days at random. */
class TrendTermTest {
    private static final long DAY = 86_400;
    private static final long START = 1_600_000_000;

    @TempDir
    static Path folder;

    private static PreparedDataset data;

    @BeforeAll
    static void prepare() {
        Random random = new Random(5);
        List<String> rows = new ArrayList<>();
        for (int user = 0; user < 200; user++) {
            int[] days = random.ints(6, 0, 300).distinct().sorted().toArray();
            for (int day : days) {
                rows.add("u" + user + ",i" + day / 5 + "," + (START + day * DAY + random.nextInt((int) DAY)) + ",k");
            }
        }
        data = Logs.of(folder, rows.toArray(new String[0]));
    }

    @AfterAll
    static void close() {
        data.close();
    }

    private static RunFolder run(String name, String... settings) {
        ExperimentConfig config = ExperimentConfig.preset("din", Preset.QUICK);
        List<String> all = new ArrayList<>(List.of(
                "model.embeddingSize=4",
                "model.fieldEmbeddingSize=4",
                "model.unit.hidden=4",
                "model.head.hidden=8",
                "training.itemEmbeddingsFrom=",
                "training.threads=1",
                "training.epochs=2",
                "training.batchSize=64"));
        all.addAll(List.of(settings));
        for (String setting : all) {
            config = ConfigJson.set(config, setting);
        }
        RunFolder run = new RunFolder(folder.resolve(name));
        Trainer.describe(
                Disk.real(),
                run,
                new RunDescription(name, 1, data.folder(), data.info().fingerprint(), "test", config));
        return run;
    }

    private static void train(RunFolder run, TrainingControl control) {
        new Trainer(run, samples(run), Disk.real(), Runnable::run, control, entry -> {}).train();
    }

    private static SampleSet samples(RunFolder run) {
        ExperimentConfig config = run.read().config();
        return SampleSet.build(data, config.protocol(), config.evaluationSeed());
    }

    private static <E extends JournalEntry> List<E> entries(RunFolder run, Class<E> kind) {
        return run.entries().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Path best(RunFolder run) {
        return run.checkpoints().resolve("best.safetensors");
    }

    @Test
    void whatIsPopularJustThenIsAddedAsMuchAsTheValidationPartAsksFor() throws IOException {
        RunFolder run = run("whole");
        train(run, TrainingControl.none());

        List<JournalEntry.Trended> trended = entries(run, JournalEntry.Trended.class);
        List<JournalEntry.EpochDone> epochs = entries(run, JournalEntry.EpochDone.class);
        assertThat(trended).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(trended.get(i).ndcg10())
                    .isGreaterThan(trended.get(i).ndcg10Without() + .1)
                    .isEqualTo(epochs.get(i).valid().ndcg10());
        }
        JournalEntry.EpochDone best = epochs.stream()
                .filter(JournalEntry.EpochDone::best)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(ndcg10(run)).isCloseTo(best.valid().ndcg10(), within(1e-12));

        assertScoresAreProbabilities(run, best.valid());

        byte[] before = Files.readAllBytes(best(run));
        byte[] damaged = before.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(best(run), damaged);
        train(run, TrainingControl.none());
        assertThat(Files.readAllBytes(best(run))).isEqualTo(before);
    }

    @Test
    @Tag("thorough")
    void aStoppedAndResumedRunEndsWithTheSameWeights() throws IOException {
        RunFolder whole = run("once");
        train(whole, TrainingControl.none());
        RunFolder parts = run("parts");
        int[] asked = new int[1];
        train(parts, () -> asked[0]++ < 9 ? TrainingControl.Wish.GO_ON : TrainingControl.Wish.STOP);
        train(parts, TrainingControl.none());
        assertThat(Files.readAllBytes(best(parts))).isEqualTo(Files.readAllBytes(best(whole)));
    }

    @Test
    @Tag("thorough")
    void aGraphAsksForTheDayOnlyWhereItCounts() {
        RunFolder run = run("graph", "training.epochs=1");
        train(run, TrainingControl.none());
        assertThat(inputs(run, weights -> {})).contains("day");
        assertThat(inputs(run, weights -> weights.put(TrendTerm.WEIGHT, Tensor.of(new float[] {0}, 1, 1))))
                .isNotEmpty()
                .doesNotContain("day");
        RunFolder without = run("without", "training.epochs=1", "model.neighbours.trend=false");
        train(without, TrainingControl.none());
        assertThat(entries(without, JournalEntry.Trended.class)).isEmpty();
        assertThat(inputs(without, weights -> {})).isNotEmpty().doesNotContain("day");
    }

    /** Of the day of every row the most popular items of the days before are held. */
    @Test
    void theTableHasTheCountsOfTheDaysBefore() {
        SampleSet samples = samples(run("table"));
        var trend = samples.trend().orElseThrow();
        int width = 3;
        var table = trend.table(400, width);
        assertThat(Arrays.stream(table.ids()).limit(width)).containsOnly(0);
        double unit = 0;
        for (int row = 1; row < 400; row++) {
            int day = table.first() + row;
            int[] counts = new int[data.items() + 2];
            for (int user = 0; user < data.users(); user++) {
                long first = data.firstEvent(user);
                for (long event = first; event < first + samples.seenEvents(user); event++) {
                    long age = day - Math.floorDiv(data.eventTime(event), DAY);
                    counts[data.eventItem(event)] += age > 0 && age <= trend.days() ? 1 : 0;
                }
            }
            int[] highest = Arrays.stream(counts)
                    .sorted()
                    .skip(counts.length - width)
                    .filter(c -> c > 0)
                    .toArray();
            List<Integer> held = new ArrayList<>();
            for (int at = row * width; at < (row + 1) * width; at++) {
                if (table.ids()[at] != 0) {
                    held.add(counts[table.ids()[at]]);
                    double each = table.values()[at] / Math.sqrt(counts[table.ids()[at]]);
                    unit = unit == 0 ? each : unit;
                    assertThat(each).isCloseTo(unit, within(1e-6));
                }
            }
            assertThat(held.stream().mapToInt(Integer::intValue).sorted())
                    .containsExactly(Arrays.stream(highest).boxed().toArray(Integer[]::new));
        }
        assertThat(unit).isPositive();
    }

    private static ModelInput input(RunFolder run) {
        return new ModelInput(
                data.schema(), run.read().config().protocol().history().maxLength());
    }

    private static List<String> inputs(RunFolder run, Consumer<Map<String, Tensor>> change) {
        try (SafetensorsFile file = Safetensors.map(best(run))) {
            Map<String, Tensor> weights = new LinkedHashMap<>(file.tensors());
            change.accept(weights);
            try (TrainedModel model = TrainedModel.of(run.read().config().model(), input(run), new Weights(weights))) {
                return new OnnxExport(Disk.real())
                        .writeUnchecked(model, folder.resolve(run.read().name() + ".onnx")).stream()
                                .map(GraphInput::name)
                                .toList();
            }
        }
    }

    /** Their mean is the share of true items of the validation part, and their log loss that of the journal. */
    private static void assertScoresAreProbabilities(RunFolder run, JournalEntry.Valid valid) {
        SampleSet samples = samples(run);
        float[] labels = samples.labels(Part.VALID);
        try (SafetensorsFile file = Safetensors.map(best(run));
                TrainedModel model =
                        TrainedModel.of(run.read().config().model(), input(run), new Weights(file.tensors()))) {
            double[] scores = Evaluator.probabilities(Evaluator.logits(model::logits, samples, Part.VALID));
            double positives = 0;
            for (float label : labels) {
                positives += label;
            }
            assertThat(Arrays.stream(scores).average().orElseThrow())
                    .isCloseTo(positives / labels.length, within(2.0 / labels.length));
            assertThat(LogLoss.of(scores, labels).value()).isCloseTo(valid.logLoss(), within(1e-6));
        }
    }

    private static double ndcg10(RunFolder run) {
        Catalogue catalogue = new Catalogue(samples(run));
        List<Catalogue.Query> queries =
                catalogue.queries(Part.VALID, Integer.MAX_VALUE).all();
        List<FullRanking.Rank> ranks = new ArrayList<>();
        try (SafetensorsFile file = Safetensors.map(best(run));
                TrainedModel model =
                        TrainedModel.of(run.read().config().model(), input(run), new Weights(file.tensors()));
                CatalogueScorer scorer = model.catalogue(catalogue.batch())) {
            queries.forEach(query -> ranks.add(
                    FullRanking.rank(scorer.logits(catalogue.sample(query)), query.truth(), catalogue.open(query))));
        }
        int[] users = queries.stream().mapToInt(Catalogue.Query::user).toArray();
        return FullRanking.mean(new FullRanking(users, ranks).ndcg(10)).value();
    }
}
