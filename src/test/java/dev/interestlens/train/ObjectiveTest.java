package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDScope;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.BatchOptions;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.SharedKind;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.Disk;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Tensor;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step makes smaller, and how a run with another objective trains. */
class ObjectiveTest {
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

    private static ExperimentConfig config(String family, String... settings) {
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.QUICK));
        for (String setting : List.of(
                "model.embeddingSize=4",
                "model.fieldEmbeddingSize=4",
                "training.objective=softmax",
                "training.negativesShared=3",
                "training.negativesKind=mixed",
                "training.threads=1",
                "training.epochs=2",
                "training.validateEverySteps=0",
                "training.batchSize=32",
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
        SampleSet samples = SampleSet.build(data, config.protocol(), config.evaluationSeed());
        return new Trainer(run, samples, Disk.real(), loader, control, entry -> {}).train();
    }

    private static float[] items(RunFolder run) {
        Map<String, Tensor> tensors = new Checkpoints(run, Disk.real(), "", 0)
                .newest()
                .orElseThrow()
                .checkpoint()
                .tensors();
        return tensors.get("item_embedding.weight").floats();
    }

    private static TrainingControl stopAfter(int batches) {
        int[] asked = new int[1];
        return () -> asked[0]++ < batches ? TrainingControl.Wish.GO_ON : TrainingControl.Wish.STOP;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sasrec", "din", "dien"})
    @Tag("thorough")
    void aRunThatGoesOnEndsAsOneThatWasNeverStopped(String family) {
        RunFolder whole = describe("whole-" + family, config(family));
        train(whole, TrainingControl.none());
        RunFolder parts = describe("parts-" + family, config(family));
        train(parts, stopAfter(5));
        train(parts, TrainingControl.none());
        assertThat(RunFingerprint.of(parts)).isEqualTo(RunFingerprint.of(whole));
    }

    @Test
    void theLossOfValidationUsersIsTheOneThatTrainingMakesSmaller() {
        ExperimentConfig config = config("din", "model.head.dropout=0");
        SampleSet samples = SampleSet.build(data, config.protocol(), 7);
        Catalogue catalogue = new Catalogue(samples);
        Catalogue.Query query = catalogue.queries(Part.VALID, 5).all().get(2);
        boolean[] open = catalogue.open(query);
        int[] rivals = Arrays.stream(samples.shared(3, SharedKind.MIXED, samples.seed())
                        .apply(0)
                        .items()
                        .candidate[Schema.ITEM])
                .filter(item -> open[catalogue.place(item)] && catalogue.place(item) != query.truth())
                .toArray();
        int[] items = new int[rivals.length + 1];
        items[0] = catalogue.item(query.truth());
        System.arraycopy(rivals, 0, items, 1, rivals.length);
        RawBatch batch = samples.single(query.user(), query.position(), items);
        try (Tensors tensors = Tensors.onCpu();
                CtrModel model = ModelCatalog.create(config.model(), new ModelInput(data.schema(), 6))) {
            model.create(tensors, 3, true);
            double found;
            try (CatalogueScorer scorer = CatalogueScorer.of(model, catalogue.batch())) {
                found = ValidationLoss.of(samples, config).orElseThrow().mean(scorer, catalogue, List.of(query));
            }
            float[] often = samples.logDraws(SharedKind.MIXED);
            float[] logits = model.logits(batch);
            double sum = 0;
            double labels = 0;
            for (int k = 0; k < items.length; k++) {
                double z = logits[k] - often[items[k]];
                sum += Math.exp(z);
                labels += k == 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) / rivals.length;
            }
            assertThat(rivals).isNotEmpty();
            assertThat(found).isCloseTo(Math.log(sum) - (logits[0] - often[items[0]]) + labels / 2, within(1e-5));
        }
        assertThat(ValidationLoss.of(samples, config("din", "training.objective=bce")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3"})
    void theLossOfSequencesIsMeasuredOfValidationUsersToo(String negatives) {
        RunFolder run = describe("valid-" + negatives, config("sasrec", "training.negativesShared=" + negatives));
        train(run, TrainingControl.none());
        List<Double> losses = run.entries().stream()
                .filter(JournalEntry.EpochDone.class::isInstance)
                .map(entry -> ((JournalEntry.EpochDone) entry).valid().objective())
                .toList();
        assertThat(losses).hasSize(2).allMatch(loss -> loss > 0 && Double.isFinite(loss));
    }

    @Test
    void theSoftmaxOfGroupsIsThatOfTheLogitsLessWhatPopularDrawsGain() {
        ExperimentConfig config = config("din", "model.head.dropout=0", "model.embeddingDropout=0");
        SampleSet samples = SampleSet.build(data, config.protocol(), 7);
        RawBatch batch = samples.groups(32, 5, new BatchOptions(0, NegativeKind.UNIFORM, 0, 3, SharedKind.MIXED))
                .batch(0, 0);
        float[] often = samples.logDraws(SharedKind.MIXED);
        try (Tensors tensors = Tensors.onCpu();
                CtrModel model = ModelCatalog.create(config.model(), new ModelInput(data.schema(), 6))) {
            model.create(tensors, 3, true);
            float[] logits = model.logits(batch);
            double expected = 0;
            int groups = batch.size() / 4;
            for (int g = 0; g < groups; g++) {
                double[] z = new double[4];
                for (int k = 0; k < 4; k++) {
                    int at = 4 * g + k;
                    z[k] = logits[at] - often[batch.candidate[Schema.ITEM][at]];
                }
                double sum = Arrays.stream(z).map(Math::exp).sum();
                double labels = Math.log1p(Math.exp(-z[0]));
                for (int k = 1; k < 4; k++) {
                    labels += Math.log1p(Math.exp(z[k])) / 3;
                }
                expected += (Math.log(sum) - z[0] + labels / 2) / groups;
            }
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                model.parameters().track();
                float loss = new GroupSoftmax(3, often)
                        .of(model, model.features(model.plan(batch), true))
                        .target()
                        .toFloatArray()[0];
                model.parameters().untrack();
                Ops.gradients(false);
                assertThat((double) loss).isCloseTo(expected, within(1e-5));
            }
        }
    }

    @Test
    void aRunBeginsFromTheItemEmbeddingsOfAnother() {
        RunFolder first = describe("first", config("sasrec"));
        train(first, TrainingControl.none());
        RunFolder from = describe("from", config("din", "training.itemEmbeddingsFrom=" + first.path()));
        RunFolder alone = describe("alone", config("din"));
        train(from, stopAfter(0));
        train(alone, stopAfter(0));
        assertThat(RunFingerprint.of(from)).isNotEqualTo(RunFingerprint.of(alone));
    }

    @Test
    @Tag("thorough")
    void embeddingsThatAreTheStartMoveSlowerEvenAfterAStop() {
        RunFolder first = describe("teacher", config("sasrec"));
        train(first, TrainingControl.none());
        String from = "training.itemEmbeddingsFrom=" + first.path();
        RunFolder begun = describe("begun", config("din", from));
        train(begun, stopAfter(0));
        RunFolder fast = describe("fast", config("din", from));
        train(fast, TrainingControl.none());
        RunFolder slow = describe("slow", config("din", from, "training.itemEmbeddingsSlower=100"));
        train(slow, TrainingControl.none());
        RunFolder parts = describe("slow-parts", config("din", from, "training.itemEmbeddingsSlower=100"));
        train(parts, stopAfter(3));
        train(parts, TrainingControl.none());
        assertThat(RunFingerprint.of(parts)).isEqualTo(RunFingerprint.of(slow));
        assertThat(moved(begun, slow)).isLessThan(0.1 * moved(begun, fast)).isPositive();
    }

    /** How far an item embedding moved most. */
    private static double moved(RunFolder from, RunFolder to) {
        float[] a = items(from);
        float[] b = items(to);
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]))
                .max()
                .orElseThrow();
    }

    @Test
    @Tag("thorough")
    void embeddingsThatAreLearntFirstAreTheSameHoweverOftenItIsStopped() {
        RunFolder whole = describe("learnt", config("din", "training.itemEmbeddingsFrom=sasrec"));
        train(whole, TrainingControl.none());
        RunFolder parts = describe("learnt-parts", config("din", "training.itemEmbeddingsFrom=sasrec"));
        assertThat(train(parts, stopAfter(3)).step()).isZero(); // while they are learnt: it begins anew
        train(parts, TrainingControl.none());
        assertThat(RunFingerprint.of(parts)).isEqualTo(RunFingerprint.of(whole));
        RunFolder paused = describe("learnt-paused", config("din", "training.itemEmbeddingsFrom=sasrec"));
        int[] asked = new int[1];
        train(paused, () -> asked[0]++ == 3 ? TrainingControl.Wish.PAUSE : TrainingControl.Wish.GO_ON);
        assertThat(RunFingerprint.of(paused)).isEqualTo(RunFingerprint.of(whole));
        assertThat(paused.entries())
                .filteredOn(e -> e instanceof JournalEntry.StateChanged || e instanceof JournalEntry.Pretrained)
                .extracting(e -> e instanceof JournalEntry.StateChanged changed
                        ? changed.state().name()
                        : "learnt")
                .containsExactly("PAUSED", "RUNNING", "learnt");
        RunFolder random = describe("random", config("din"));
        train(random, TrainingControl.none());
        JournalEntry.Pretrained found = pretrained(whole);
        assertThat(found.trial()).isNotNull(); // of so few users the figures alone decide nothing
        assertThat(found.used())
                .isEqualTo(found.trial().learnt() > found.trial().random());
        assertThat(pretrained(parts)).isEqualTo(found);
        assertThat(RunFingerprint.of(random).equals(RunFingerprint.of(whole))).isNotEqualTo(found.used());
    }

    @Test
    @Tag("thorough")
    void embeddingsThatAreLearntFirstAreUsedWhereTheyRankBetterThanTheBaselines() throws IOException {
        StringBuilder chains = new StringBuilder("user,item,time\n");
        SplittableRandom random = new SplittableRandom(1);
        for (int row = 0; row < 18_000; row += 9) { // an item, then four times one anywhere and what always follows it
            int item = random.nextInt(60);
            for (int step = 0; step < 9; step++) {
                item = step % 2 == 1 ? random.nextInt(60) : (item + 1) % 60;
                chains.append(String.format(Locale.ROOT, "u%d,i%d,%d\n", row / 9, item, 1_700_000_000 + row + step));
            }
            chains.append(String.format(
                    Locale.ROOT,
                    "u%d,i%d,%d\n",
                    row / 9,
                    random.nextInt(60),
                    1_700_000_000 + row + 9)); // for the test part
        }
        Path log = Files.writeString(folder.resolve("chains.csv"), chains);
        try (PreparedDataset chained =
                Sources.prepare(List.of(log), PrepareOptions.defaults(), folder.resolve("chained"), Progress.none())) {
            List<JournalEntry.Pretrained> found = new ArrayList<>();
            List<String> starts = new ArrayList<>();
            for (String from : List.of("sasrec", "")) {
                ExperimentConfig config =
                        config("din", "model.embeddingSize=16", "training.itemEmbeddingsFrom=" + from);
                RunFolder run = new RunFolder(folder.resolve("chained-" + from));
                Trainer.describe(
                        Disk.real(),
                        run,
                        new RunDescription(
                                from, 1, chained.folder(), chained.info().fingerprint(), "test", config));
                SampleSet samples = SampleSet.build(chained, config.protocol(), config.evaluationSeed());
                TrainingControl untilTheStart =
                        () -> from.isEmpty() || !found.isEmpty() // what comes after it is the same
                                ? TrainingControl.Wish.STOP
                                : TrainingControl.Wish.GO_ON;
                new Trainer(run, samples, Disk.real(), loader, untilTheStart, entry -> {
                            if (entry instanceof JournalEntry.Pretrained each) {
                                found.add(each);
                            }
                        })
                        .train();
                starts.add(RunFingerprint.of(run));
            }
            assertThat(found).hasSize(1);
            assertThat(found.get(0).model())
                    .isGreaterThan(
                            Math.max(found.get(0).popularity(), found.get(0).coOccurrence()));
            assertThat(found.get(0).used()).isTrue();
            assertThat(starts.get(0)).isNotEqualTo(starts.get(1));
        }
    }

    private static JournalEntry.Pretrained pretrained(RunFolder run) {
        return run.entries().stream()
                .filter(JournalEntry.Pretrained.class::isInstance)
                .map(JournalEntry.Pretrained.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRankingOfTheCatalogueCanDecideWhichEpochIsBest() {
        RunFolder run = describe("ranked", config("bst", "training.metric=ndcg10"));
        JournalEntry.Ended ended = train(run, TrainingControl.none());
        List<Double> ndcg = run.entries().stream()
                .filter(JournalEntry.EpochDone.class::isInstance)
                .map(entry -> ((JournalEntry.EpochDone) entry).valid().ndcg10())
                .toList();
        assertThat(ndcg).hasSize(2).allMatch(value -> value >= 0 && value <= 1);
        assertThat(ended.bestValue())
                .isEqualTo(ndcg.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    @Test
    void itemEmbeddingsOfAnotherWidthOrFromNowhereAreRefused() {
        RunFolder first = describe("narrow", config("sasrec"));
        train(first, TrainingControl.none());
        String there = "training.itemEmbeddingsFrom=" + first.path();
        RunFolder wide = describe("wide", config("din", there, "model.embeddingSize=8"));
        assertThatThrownBy(() -> train(wide, TrainingControl.none()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("4 wide");
        RunFolder nowhere = describe("nowhere", config("din", "training.itemEmbeddingsFrom=" + wide.path()));
        assertThatThrownBy(() -> train(nowhere, TrainingControl.none())).isInstanceOf(ProblemException.class);
    }

    @Test
    void labelsThatTheDataBringAreLearntWhicheverObjectiveIsChosen() throws IOException {
        StringBuilder rows = new StringBuilder("user,item,time,label\n");
        for (int row = 0; row < 240; row++) {
            rows.append(String.format(
                    Locale.ROOT, "u%d,i%d,%d,%d\n", row / 12, row * 7 % 30, 1_700_000_000 + row, row % 3 == 0 ? 0 : 1));
        }
        Path log = Files.writeString(folder.resolve("log.csv"), rows);
        PrepareOptions options = PrepareOptions.defaults()
                .withMapping(Map.of("user", "user", "item", "item", "time", "time", "label", "label"));
        try (PreparedDataset logged =
                Sources.prepare(List.of(log), options, folder.resolve("logged"), Progress.none())) {
            assertThat(logged.info().labelled()).isTrue();
            List<String> ends = new ArrayList<>();
            for (String objective : List.of("softmax", "bce")) {
                ExperimentConfig config = config("din", "training.objective=" + objective);
                RunFolder run = new RunFolder(folder.resolve("logged-" + objective));
                Trainer.describe(
                        Disk.real(),
                        run,
                        new RunDescription(
                                objective, 1, logged.folder(), logged.info().fingerprint(), "test", config));
                SampleSet samples = SampleSet.build(logged, config.protocol(), config.evaluationSeed());
                new Trainer(run, samples, Disk.real(), loader, TrainingControl.none(), entry -> {}).train();
                ends.add(RunFingerprint.of(run));
                assertThat(run.entries()) // its table was chosen, not learnt from the labels
                        .filteredOn(JournalEntry.Calibrated.class::isInstance)
                        .hasSize(config.training().length().epochs());
            }
            assertThat(ends.get(0)).isEqualTo(ends.get(1));
        }
    }
}
