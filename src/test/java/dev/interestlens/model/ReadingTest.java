package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.bst.BstConfig;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.PositionKind;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.config.ReadingConfig.Kind;
import dev.interestlens.model.dien.DienConfig;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.model.reading.TopSteps;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Tensors;
import dev.interestlens.store.Components;
import dev.interestlens.store.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingTest {
    private static final int LONG = 60;
    private static final ModelInput INPUT = new ModelInput(TinyBatches.SCHEMA, LONG);
    private static final Tensors TENSORS = Tensors.onCpu();

    @BeforeAll
    static void computeOnOneThread() {
        Ops.threads(1);
    }

    @AfterAll
    static void free() {
        TENSORS.close();
    }

    private static ReadingConfig reading(Kind kind) {
        return new ReadingConfig(kind, 5, 7, 8, 0.2);
    }

    private static DinConfig din(Kind kind) {
        DinConfig c = DinConfig.preset(Preset.QUICK);
        return Components.of(c)
                .with("embeddingSize", 4, "fieldEmbeddingSize", 4, "embeddingDropout", 0, "reading", reading(kind));
    }

    private static DienConfig dien(Kind kind) {
        DienConfig c = DienConfig.preset(Preset.QUICK);
        return Components.of(c)
                .with(
                        "embeddingSize",
                        4,
                        "fieldEmbeddingSize",
                        4,
                        "hiddenSize",
                        6,
                        "scored",
                        DienConfig.Scored.STATES_AND_BEHAVIOURS,
                        "position",
                        PositionKind.INDEX_AND_TIME,
                        "embeddingDropout",
                        0,
                        "reading",
                        reading(kind));
    }

    private static BstConfig bst(Kind kind) {
        BstConfig c = BstConfig.preset(Preset.QUICK);
        return Components.of(c)
                .with("embeddingSize", 4, "fieldEmbeddingSize", 4, "embeddingDropout", 0, "reading", reading(kind));
    }

    static List<ModelConfig> configs() {
        List<ModelConfig> all = new ArrayList<>();
        for (Kind kind : List.of(Kind.RECENT, Kind.CATEGORY, Kind.DOT)) {
            all.addAll(List.of(din(kind), dien(kind), bst(kind)));
        }
        return all;
    }

    private static CtrModel model(ModelConfig config) {
        CtrModel model = ModelCatalog.create(config, INPUT);
        model.create(TENSORS, 11, true);
        return model;
    }

    /** The set by its definition: sort everything. */
    private static int[] brute(CtrModel model, RawBatch batch, int b) {
        ReadingConfig config = model.reading().config();
        int n = batch.length(b);
        int recent = Math.min(config.recent(), n);
        List<Integer> older =
                new ArrayList<>(IntStream.range(0, n - recent).boxed().toList());
        ToDoubleFunction<Integer> score = step -> score(model, batch, b, step);
        older.removeIf(step -> config.kind() == Kind.RECENT || score.applyAsDouble(step) == Double.NEGATIVE_INFINITY);
        older.sort(Comparator.comparingDouble((Integer s) -> -score.applyAsDouble(s))
                .thenComparing(s -> -s));
        return IntStream.concat(
                        older.stream().limit(config.retrieved()).mapToInt(s -> s), IntStream.range(n - recent, n))
                .sorted()
                .toArray();
    }

    private static double score(CtrModel model, RawBatch batch, int b, int step) {
        int at = batch.offsets[b] + step;
        if (model.reading().config().kind() == Kind.CATEGORY) {
            return batch.history[Schema.CATEGORY][at] == batch.candidate[Schema.CATEGORY][b]
                    ? 0
                    : Double.NEGATIVE_INFINITY;
        }
        double[] q = projected(model, Reading.QUERY, batch.candidate, b);
        double[] k = projected(model, Reading.KEY, batch.history, at);
        double sum = 0;
        for (int s = 0; s < q.length; s++) {
            sum += q[s] * k[s];
        }
        return Math.round(sum * 1e9); // items alike must tie here too
    }

    private static double[] projected(CtrModel model, String name, int[][] ids, int place) {
        List<Double> embedding = new ArrayList<>();
        for (int f = 0; f < ids.length; f++) {
            int width = TinyBatches.SCHEMA.categoricalItemFields().get(f).width();
            float[] table = model.embeddings().items().get(f).values();
            int size = model.embeddings().items().get(f).width();
            int[] real = new int[width];
            int count = 0;
            for (int k = 0; k < width; k++) {
                if (ids[f][place * width + k] != 0) {
                    real[count++] = ids[f][place * width + k];
                }
            }
            for (int e = 0; e < size; e++) {
                double sum = 0;
                for (int k = 0; k < count; k++) {
                    sum += table[real[k] * size + e];
                }
                embedding.add(count == 0 ? 0 : sum / count);
            }
        }
        double[] out = new double[model.reading().config().width()];
        int from = 0;
        for (int f = 0; f < ids.length; f++) {
            int size = model.embeddings().items().get(f).width();
            float[] weight = model.parameters()
                    .denseNamed(name + model.embeddings().items().get(f).name())
                    .value()
                    .toFloatArray();
            for (int s = 0; s < out.length; s++) {
                for (int e = 0; e < size; e++) {
                    out[s] += weight[s * size + e] * embedding.get(from + e);
                }
            }
            from += size;
        }
        return out;
    }

    private static int[] steps(RawBatch read, int b) {
        return IntStream.range(read.offsets[b], read.offsets[b + 1])
                .map(at -> read.places.of()[b] - 1 - read.places.after()[at])
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("configs")
    void whatIsReadIsWhatTheDefinitionSays(ModelConfig config) {
        RawBatch batch = TinyBatches.of(3, 0, 60, 40, 12, 5, 3, 0, 60);
        try (CtrModel model = model(config)) {
            RawBatch read = model.read(batch);
            for (int b = 0; b < batch.size(); b++) {
                assertThat(steps(read, b)).isEqualTo(brute(model, batch, b));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void placesAndTimesAreThoseOfTheWholeHistory(ModelConfig config) {
        RawBatch batch = TinyBatches.of(3, 0, 60, 40);
        try (CtrModel model = model(config)) {
            BatchPlan whole = BatchPlan.plain(batch, TinyBatches.SCHEMA, 60);
            BatchPlan read = model.plainPlan(batch);
            int[] back = PositionIndex.back(whole, 1);
            int[] kept = PositionIndex.back(read, 1);
            for (int at = 0; at < kept.length; at++) {
                int sample = read.layout().sampleOf()[at];
                if (read.layout().mask()[at] > 0) {
                    int step = batch.length(sample) - kept[at];
                    assertThat(read.steps()[at]).isEqualTo(step);
                    assertThat(back[sample * 60 + step]).isEqualTo(kept[at]);
                    assertThat(read.gaps()[at]).isEqualTo(whole.gaps()[sample * 60 + step]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void neitherMatesNorTheirOrderChangeWhatIsRead(ModelConfig config) {
        RawBatch batch = TinyBatches.of(9, 0, 60, 7, 33);
        try (CtrModel model = model(config)) {
            float[] together = model.logits(batch);
            float[] turned = model.logits(TinyBatches.pick(batch, 2, 0, 1));
            assertThat(steps(model.read(batch), 2)).isEqualTo(steps(model.read(TinyBatches.pick(batch, 2)), 0));
            assertThat(turned[1]).isCloseTo(together[0], within(2e-6f));
            assertThat(turned[0]).isCloseTo(together[2], within(2e-6f));
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void removingWhatIsNotReadChangesNothingAtAllAndTheRestIsAFreshPass(ModelConfig config) {
        RawBatch single = TinyBatches.of(21, 0, 60);
        try (CtrModel model = model(config)) {
            int[] read = steps(model.read(single), 0);
            List<boolean[]> kept = new ArrayList<>();
            for (int j = 0; j <= 60; j++) {
                boolean[] all = new boolean[60];
                Arrays.fill(all, true);
                if (j < 60) {
                    all[j] = false;
                }
                kept.add(all);
            }

            double[] logits = model.removal(single).logits(kept);

            int moved = 0;
            for (int j = 0; j < 60; j++) {
                boolean[] hidden = new boolean[60];
                hidden[j] = true;
                int step = j;
                if (Arrays.stream(read).noneMatch(r -> r == step)) {
                    assertThat(logits[j]).isEqualTo(logits[60]); // not nearly: exactly
                } else {
                    moved += logits[j] != logits[60] ? 1 : 0;
                }
                assertThat(logits[j]).isCloseTo(model.logits(single.withHidden(hidden))[0], within(1e-5));
            }
            assertThat(moved).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"RECENT", "CATEGORY", "DOT"})
    void aHistoryThatFitsIsReadAsAWhole(Kind kind) {
        RawBatch batch = TinyBatches.of(4, 0, 5, 3, 0);
        try (CtrModel all = model(din(Kind.ALL));
                CtrModel some = model(din(kind))) {
            assertThat(some.logits(batch)).containsExactly(all.logits(batch));
        }
    }

    @Test
    void ofEqualScoresTheNewerStaysAndNothingElseIsTakenInstead() {
        TopSteps top = new TopSteps(3);
        for (int step = 9; step >= 0; step--) {
            top.offer(step, step == 2 ? 5 : 1);
        }
        int[] steps = new int[3];
        top.copy(steps, 0);
        Arrays.sort(steps);

        assertThat(steps).containsExactly(2, 8, 9);
        top.clear();
        top.offer(4, 1);
        assertThat(top.count()).isOne();
    }

    @ParameterizedTest
    @MethodSource("configs")
    void aCandidateOfACatalogueReadsWhatItReadsAlone(ModelConfig config) {
        RawBatch batch = TinyBatches.of(5, 0, 60);
        RawBatch items = TinyBatches.of(6, 0, 0, 0, 0, 0, 0, 0);
        try (CtrModel model = model(config);
                CatalogueScorer scorer = new CatalogueScorer(model, items)) {
            float[] all = scorer.logits(batch);
            for (int i = 0; i < items.size(); i++) {
                assertThat(all[i]).isCloseTo(model.logits(batch.before(items, new int[] {i}))[0], within(2e-6f));
            }
        }
    }

    @Test
    void attentionTeachesTheSearch() {
        RawBatch batch = TinyBatches.of(5, 1, 60, 40, 20);
        for (ModelConfig config : List.of(din(Kind.DOT), dien(Kind.DOT), bst(Kind.DOT))) {
            try (CtrModel model = model(config)) {
                for (String name :
                        List.of(Reading.QUERY + "item_embedding.weight", Reading.KEY + "cate_embedding.weight")) {
                    assertThat(gradient(model, batch, name)).as(config.id()).isPositive();
                }
            }
        }
    }

    /** The largest size of a gradient of a training step. */
    private static double gradient(CtrModel model, RawBatch batch, String name) {
        BatchPlan plan = model.plan(batch);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            model.parameters().track();
            CtrOutput output = model.learn(model.features(plan, true));
            output.backward(Ops.add(Ops.mean(output.logits()), output.auxiliaryLoss()));
            assertThat(output.auxiliaryLoss().getDataType()).isEqualTo(DataType.FLOAT32);
            Parameter parameter = model.parameters().denseNamed(name);
            float[] all = Ops.gradient(model.parameters().flat()).toFloatArray();
            model.parameters().untrack();
            double most = 0;
            for (int i = 0; i < parameter.size(); i++) {
                most = Math.max(most, Math.abs(all[parameter.offset() + i]));
            }
            return most;
        }
    }

    @Test
    void whatCannotWorkIsRefusedWithTheReason() {
        assertThatThrownBy(() -> {
                    BstConfig paper = BstConfig.preset(Preset.PAPER);
                    Components.of(paper).with("embeddingDropout", 0, "reading", reading(Kind.CATEGORY));
                })
                .isInstanceOf(ProblemException.class);
        ModelInput bare =
                new ModelInput(new Schema(TinyBatches.SCHEMA.itemFields().subList(0, 1), List.of(), List.of()), LONG);
        assertThatThrownBy(() -> ModelCatalog.create(din(Kind.CATEGORY), bare)).isInstanceOf(ProblemException.class);
    }
}
