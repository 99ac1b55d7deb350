package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.Lead;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.Weights;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Safetensors;
import dev.interestlens.store.SafetensorsFile;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.RunState;
import dev.interestlens.train.run.StopReason;
import dev.interestlens.workspace.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
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

    private static ExperimentConfig config(String... settings) {
        ExperimentConfig config = ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK));
        for (String setting : List.of(
                "model.embeddingSize=4",
                "model.fieldEmbeddingSize=4",
                "model.unit.hidden=8",
                "model.head.hidden=8",
                "model.head.dropout=0.1",
                "training.threads=1",
                "training.epochs=2",
                "training.validateEverySteps=0",
                "training.batchSize=64",
                "training.checkpointSeconds=3600",
                "data.protocol.history.maxLength=6")) {
            config = ConfigJson.set(config, setting);
        }
        for (String setting : settings) {
            config = ConfigJson.set(config, setting);
        }
        return config;
    }

    private static RunFolder describe(String name, ExperimentConfig config) {
        RunFolder run = new RunFolder(folder.resolve(name));
        Trainer.describe(
                Disk.real(),
                run,
                new RunDescription(name, 1, data.folder(), data.info().fingerprint(), "test", config));
        return run;
    }

    private static JournalEntry.Ended train(RunFolder run, TrainingControl control) {
        ExperimentConfig config = run.read().config();
        SampleSet samples =
                SampleSet.build(data, config.protocol(), config.training().seed());
        return new Trainer(run, samples, Disk.real(), loader, control, entry -> {}).train();
    }

    /** Stops after so many batches of this call. */
    private static TrainingControl stopAfter(int batches) {
        int[] asked = new int[1];
        return () -> asked[0]++ < batches ? TrainingControl.Wish.GO_ON : TrainingControl.Wish.STOP;
    }

    private static List<Long> steps(RunFolder run) {
        List<Long> steps = new ArrayList<>();
        for (JournalEntry entry : run.entries()) {
            if (entry instanceof JournalEntry.Step step) {
                steps.add(step.step());
            }
        }
        return steps;
    }

    @ParameterizedTest
    @ValueSource(strings = {"exact", "lazy"})
    void aStoppedAndResumedRunEndsWithTheSameBits(String tables) {
        RunFolder whole = describe("whole-" + tables, config("training.tables=" + tables));
        train(whole, TrainingControl.none());
        RunFolder parts = describe("parts-" + tables, config("training.tables=" + tables));
        assertThat(train(parts, stopAfter(7)).reason()).isEqualTo(StopReason.USER);
        assertThat(train(parts, stopAfter(21)).reason()).isEqualTo(StopReason.USER);
        assertThat(train(parts, TrainingControl.none()).reason()).isEqualTo(StopReason.COMPLETED);
        assertThat(RunFingerprint.of(parts)).isEqualTo(RunFingerprint.of(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dot", "category"})
    void aStoppedAndResumedRunThatSearchesEndsWithTheSameBits(String reading) {
        String[] settings = {
            "data.protocol.history.maxLength=40",
            "model.reading.kind=" + reading,
            "model.reading.recent=2",
            "model.reading.retrieved=3"
        };
        endsWithTheSameBits(reading, config(settings));
    }

    @Test
    @Tag("thorough")
    void aStoppedAndResumedRunThatReadsNeighboursEndsWithTheSameBits() {
        ExperimentConfig config = ExperimentConfig.of(ModelCatalog.family("bst").preset(Preset.QUICK));
        for (String setting : List.of(
                "model.embeddingSize=4",
                "model.fieldEmbeddingSize=4",
                "model.encoder.width=8",
                "model.encoder.blocks=2",
                "model.encoder.dropout=0.1",
                "model.encoder.attention=window",
                "model.encoder.window=2",
                "model.head.hidden=8",
                "training.threads=1",
                "training.epochs=1",
                "training.validateEverySteps=0",
                "training.batchSize=64",
                "data.protocol.history.maxLength=20")) {
            config = ConfigJson.set(config, setting);
        }
        endsWithTheSameBits("window", config);
    }

    @Test
    @Tag("thorough")
    void theWeightOfWhatFollowedWhatIsTheOneThatIsMeasured() {
        ExperimentConfig config = config("data.protocol.history.maxLength=20");
        endsWithTheSameBits("weighed", config);

        RunFolder run = describe("weighed-again", config);
        train(run, TrainingControl.none());
        List<JournalEntry.Weighed> weighed = entries(run, JournalEntry.Weighed.class);
        List<JournalEntry.EpochDone> epochs = entries(run, JournalEntry.EpochDone.class);
        assertThat(weighed).hasSameSizeAs(epochs).isNotEmpty();
        for (int i = 0; i < epochs.size(); i++) {
            assertThat(weighed.get(i).chosen())
                    .isGreaterThanOrEqualTo(weighed.get(i).learnt());
            assertThat(weighed.get(i).ndcg10())
                    .isGreaterThanOrEqualTo(0.99 * weighed.get(i).learntNdcg10())
                    .isEqualTo(epochs.get(i).valid().ndcg10());
        }
    }

    /** The differences are paired over the users whose NDCG@10 decides, with the table that the epoch's model ranks with. */
    @Test
    void everyEpochStandsBesideWhatIsSimpler() {
        ExperimentConfig config = config("data.protocol.history.maxLength=20", "training.itemEmbeddingsFrom=");
        RunFolder run = describe("compared", config);
        train(run, TrainingControl.none());
        List<JournalEntry.Compared> compared = entries(run, JournalEntry.Compared.class);
        List<JournalEntry.EpochDone> epochs = entries(run, JournalEntry.EpochDone.class);
        assertThat(compared).hasSameSizeAs(epochs).isNotEmpty();
        for (int i = 0; i < epochs.size(); i++) {
            JournalEntry.Compared each = compared.get(i);
            assertThat(each.ndcg10()).isEqualTo(epochs.get(i).valid().ndcg10());
            assertThat(each.users()).isEqualTo(epochs.get(i).valid().ranking().users());
            assertThat(each.rivals())
                    .extracting(JournalEntry.Rival::name)
                    .containsExactly("table", "popularity", "coOccurrence");
            for (JournalEntry.Rival rival : each.rivals()) {
                assertThat(rival.difference()).isCloseTo(each.ndcg10() - rival.ndcg10(), within(1e-12));
                assertThat(rival.difference()).isBetween(rival.low(), rival.high());
                assertThat(rival.lead())
                        .isEqualTo(Lead.of(
                                new CatalogueRanking.Difference(rival.difference(), rival.low(), rival.high()),
                                rival.ndcg10()));
            }
        }
        int best = entries(run, JournalEntry.Ended.class).get(0).bestEpoch();
        assertThat(RunSummary.of(run).compared()).isEqualTo(compared.get(best - 1));
    }

    /** What was chosen for the epoch's model is not what is trained further: neither beside it nor from its checkpoint. */
    @Test
    void aRunThatIsResumedAtTheEndOfAnEpochEndsWithTheSameBits() {
        ExperimentConfig config = config(
                "data.protocol.history.maxLength=20", "training.itemEmbeddingsFrom=", "training.learningRate=0.01");
        RunFolder whole = describe("whole-epoch", config);
        train(whole, TrainingControl.none());
        JournalEntry.Weighed first = entries(whole, JournalEntry.Weighed.class).get(0);
        assertThat(first.chosen()).isNotEqualTo(first.learnt());

        RunFolder parts = describe("parts-epoch", config);
        SampleSet samples =
                SampleSet.build(data, config.protocol(), config.training().seed());
        AtomicBoolean finished = new AtomicBoolean();
        TrainingControl control = () -> finished.get() ? TrainingControl.Wish.STOP : TrainingControl.Wish.GO_ON;
        new Trainer(
                        parts,
                        samples,
                        Disk.real(),
                        loader,
                        control,
                        entry -> finished.set(finished.get() || entry instanceof JournalEntry.EpochDone))
                .train();
        assertThat(epochs(parts)).hasSize(1);
        train(parts, TrainingControl.none());
        assertThat(RunFingerprint.of(parts)).isEqualTo(RunFingerprint.of(whole));
    }

    private static <T extends JournalEntry> List<T> entries(RunFolder run, Class<T> kind) {
        return run.entries().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static void endsWithTheSameBits(String name, ExperimentConfig config) {
        RunFolder whole = describe("whole-" + name, config);
        train(whole, TrainingControl.none());
        RunFolder parts = describe("parts-" + name, config);
        assertThat(train(parts, stopAfter(7)).reason()).isEqualTo(StopReason.USER);
        assertThat(train(parts, TrainingControl.none()).reason()).isEqualTo(StopReason.COMPLETED);
        assertThat(RunFingerprint.of(parts)).isEqualTo(RunFingerprint.of(whole));
    }

    private static List<JournalEntry.EpochDone> epochs(RunFolder run) {
        return run.entries().stream()
                .filter(JournalEntry.EpochDone.class::isInstance)
                .map(JournalEntry.EpochDone.class::cast)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"din", "dien", "bst", "pool", "sasrec"})
    void validationRanksTheCatalogueAsAFullRankingDoes(String family) {
        ExperimentConfig base = ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.QUICK));
        ExperimentConfig config = base;
        for (String setting : List.of(
                "model.embeddingSize=8",
                "training.threads=1",
                "training.epochs=1",
                "training.validateEverySteps=0",
                "training.metric=ndcg10",
                "data.protocol.history.maxLength=6")) {
            config = ConfigJson.set(config, setting);
        }
        RunFolder run = describe("ranked-" + family, config);
        JournalEntry.Ended ended = train(run, TrainingControl.none());
        JournalEntry.Ranked ranked = epochs(run).get(0).valid().ranking();
        assertThat(ended.bestValue()).isEqualTo(ranked.ndcg10());
        SampleSet samples =
                SampleSet.build(data, config.protocol(), config.training().seed());
        Catalogue catalogue = new Catalogue(samples);
        ModelInput input =
                new ModelInput(data.schema(), config.protocol().history().maxLength());
        List<FullRanking.Rank> ranks = new ArrayList<>();
        List<Catalogue.Query> queries =
                catalogue.queries(Part.VALID, Integer.MAX_VALUE).all();
        try (SafetensorsFile best = Safetensors.map(run.checkpoints().resolve("best.safetensors"));
                TrainedModel model = TrainedModel.of(config.model(), input, new Weights(best.tensors()));
                CatalogueScorer scorer = model.catalogue(catalogue.batch())) {
            queries.forEach(query -> ranks.add(
                    FullRanking.rank(scorer.logits(catalogue.sample(query)), query.truth(), catalogue.open(query))));
        }
        FullRanking whole =
                new FullRanking(queries.stream().mapToInt(Catalogue.Query::user).toArray(), ranks);
        assertThat(ranked.users()).isEqualTo(whole.ndcg(10).size()).isPositive();
        assertThat(ranked.figures().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        RankingMetric.ofEpochs().stream().map(RankingMetric::id).toList());
        assertThat(RankingMetric.ofEpochs()).allSatisfy(metric -> assertThat(
                        ranked.figures().get(metric.id()))
                .isCloseTo(FullRanking.mean(whole.of(metric, catalogue.size())).value(), within(1e-12)));
    }

    @Test
    void aJournalOfBeforeTheCatalogueWasRankedStillOpens() {
        String before = "{\"event\":\"epoch\",\"epoch\":1,\"step\":9,\"loss\":0.5,\"valid\":{\"auc\":0.7,\"gauc\":null,"
                + "\"logLoss\":0.6},\"best\":true,\"seconds\":1.5}";
        JournalEntry.EpochDone epoch = (JournalEntry.EpochDone)
                JournalEntry.decode(before.getBytes(java.nio.charset.StandardCharsets.UTF_8), Path.of("journal.log"));
        assertThat(epoch.valid().auc()).isEqualTo(0.7);
        assertThat(epoch.valid().ndcg10()).isNull();
        assertThat(epoch.valid().ranking()).isNull();
    }

    @Test
    void aResumedRunRanksTheSameUsersToTheSameFigures() {
        RunFolder whole = describe("ranked-whole", config());
        train(whole, TrainingControl.none());
        RunFolder parts = describe("ranked-parts", config());
        train(parts, stopAfter(9));
        train(parts, TrainingControl.none());
        assertThat(epochs(parts).stream().map(JournalEntry.EpochDone::valid).toList())
                .isEqualTo(epochs(whole).stream()
                        .map(JournalEntry.EpochDone::valid)
                        .toList());
    }

    private static List<JournalEntry.Validated> validated(RunFolder run) {
        return run.entries().stream()
                .filter(JournalEntry.Validated.class::isInstance)
                .map(JournalEntry.Validated.class::cast)
                .toList();
    }

    @Test
    @Tag("thorough")
    void whatIsMeasuredWithinAnEpochChangesNoBitAndGoesOnAfterAStop() {
        RunFolder without = describe("within-not", config("training.validateEverySteps=0"));
        train(without, TrainingControl.none());
        RunFolder often = describe("within-often", config("training.validateEverySteps=-1"));
        train(often, TrainingControl.none());
        assertThat(RunFingerprint.of(often)).isEqualTo(RunFingerprint.of(without));
        assertThat(validated(often)).hasSizeGreaterThanOrEqualTo(12);
        RunFolder whole = describe("within-whole", config("training.validateEverySteps=4"));
        train(whole, TrainingControl.none());
        RunFolder parts = describe("within-parts", config("training.validateEverySteps=4"));
        train(parts, stopAfter(4));
        train(parts, stopAfter(5));
        train(parts, TrainingControl.none());
        assertThat(RunFingerprint.of(whole))
                .isEqualTo(RunFingerprint.of(without))
                .isEqualTo(RunFingerprint.of(parts));
        assertThat(epochs(whole).stream().map(JournalEntry.EpochDone::valid))
                .containsExactlyElementsOf(epochs(without).stream()
                        .map(JournalEntry.EpochDone::valid)
                        .toList());
        assertThat(validated(without)).isEmpty();
        assertThat(validated(parts).stream().map(JournalEntry.Validated::valid))
                .containsExactlyElementsOf(validated(whole).stream()
                        .map(JournalEntry.Validated::valid)
                        .toList());
        long epoch = epochs(whole).get(0).step();
        assertThat(validated(whole).stream().map(JournalEntry.Validated::step))
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(4L, 8L, epoch, 2 * epoch);
    }

    @Test
    void theJournalOfAResumedRunHasEachStepOnce() {
        RunFolder run = describe("journal", config());
        train(run, stopAfter(13));
        train(run, TrainingControl.none());
        assertThat(steps(run)).isSorted().doesNotHaveDuplicates();
        assertThat(run.entries().stream().filter(JournalEntry.EpochDone.class::isInstance))
                .hasSize(2);
    }

    @Test
    void aDamagedCheckpointGivesWayToTheOneBefore() throws IOException {
        RunFolder whole = describe("undamaged", config());
        train(whole, TrainingControl.none());
        RunFolder run = describe("damaged", config());
        train(run, stopAfter(5));
        train(run, stopAfter(5));
        try (Stream<Path> files = Files.list(run.checkpoints())) {
            Path newest = files.filter(f -> f.getFileName().toString().startsWith("step-"))
                    .sorted()
                    .reduce((a, b) -> b)
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(newest);
            bytes[bytes.length - 3] ^= 1;
            Files.write(newest, bytes);
        }
        train(run, TrainingControl.none());
        assertThat(RunFingerprint.of(run)).isEqualTo(RunFingerprint.of(whole));
    }

    @Test
    void numbersThatAreNotFiniteStopTheRunAtItsLastGoodState() {
        RunFolder run = describe(
                "diverging", config("training.learningRate=1e9", "training.optimizer=sgd", "training.epochs=9"));
        assertThatThrownBy(() -> train(run, TrainingControl.none()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.DIVERGED));
        List<JournalEntry> entries = run.entries();
        assertThat(entries.get(entries.size() - 1))
                .isInstanceOfSatisfying(
                        JournalEntry.Ended.class, e -> assertThat(e.reason()).isEqualTo(StopReason.DIVERGED));
        assertThat(RunFingerprint.of(run)).isNotEmpty();
    }

    @Test
    void anotherDataSetIsRefused() {
        RunFolder run = new RunFolder(folder.resolve("other-data"));
        Trainer.describe(Disk.real(), run, new RunDescription("x", 1, data.folder(), "another", "test", config()));
        assertThatThrownBy(() -> train(run, TrainingControl.none())).hasMessageContaining("another data set");
    }

    @Test
    void attentionThatIsNotLearntStaysUniformWhileTheRestLearns() {
        RunFolder run = describe("uniform", config("training.attention=uniform", "training.weightDecay=0.01"));
        RunFolder learnt = describe("learnt", config("training.weightDecay=0.01"));
        train(run, TrainingControl.none());
        train(learnt, TrainingControl.none());
        assertThat(steered(run)).isPositive().isEqualTo(held(run));
        assertThat(held(learnt)).isLessThan(steered(learnt));
        assertThat(RunFingerprint.of(run)).isNotEqualTo(RunFingerprint.of(learnt));
    }

    /** Numbers that decide where a model looks. */
    private static long steered(RunFolder run) {
        return elements(run).length;
    }

    private static long held(RunFolder run) {
        return Arrays.stream(elements(run)).filter(value -> value == 0).count();
    }

    private static double[] elements(RunFolder run) {
        try (SafetensorsFile file = Safetensors.map(run.checkpoints().resolve("best.safetensors"))) {
            return file.tensors().entrySet().stream()
                    .flatMapToDouble(entry -> {
                        float[] values = entry.getValue().floats();
                        int leading = leading(entry.getKey(), values.length);
                        return IntStream.range(0, leading).mapToDouble(i -> values[i]);
                    })
                    .toArray();
        }
    }

    /** Elements of an activation unit's arrays, and queries and keys of a projection, which hold them in the order q, k, v. */
    private static int leading(String name, int size) {
        boolean unit = name.startsWith("attention") || name.contains(".attention_");
        return name.contains("running") ? 0 : unit ? size : name.contains("in_proj") ? size / 3 * 2 : 0;
    }

    @Test
    void thePausedRunSaysSoAndGoesOn() {
        RunFolder run = describe("paused", config("training.epochs=1"));
        int[] asked = new int[1];
        train(run, () -> asked[0]++ >= 3 && asked[0] < 8 ? TrainingControl.Wish.PAUSE : TrainingControl.Wish.GO_ON);
        List<RunState> states = run.entries().stream()
                .filter(JournalEntry.StateChanged.class::isInstance)
                .map(e -> ((JournalEntry.StateChanged) e).state())
                .toList();
        assertThat(states).containsExactly(RunState.PAUSED, RunState.RUNNING);
    }

    @Test
    void trainingLowersTheLoss() {
        RunFolder run = describe("learning", config("training.epochs=6", "training.learningRate=0.01"));
        train(run, TrainingControl.none());
        List<JournalEntry.EpochDone> epochs = run.entries().stream()
                .filter(JournalEntry.EpochDone.class::isInstance)
                .map(JournalEntry.EpochDone.class::cast)
                .toList();
        assertThat(epochs.get(epochs.size() - 1).loss())
                .isLessThan(epochs.get(0).loss());
    }
}
