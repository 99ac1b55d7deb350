package dev.interestlens.model.dien;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.golden.ModelRun;
import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.config.HeadConfig.Products;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.config.UnitConfig;
import dev.interestlens.model.dien.AuxiliaryConfig.AuxiliaryKind;
import dev.interestlens.model.dien.AuxiliaryConfig.LastTarget;
import dev.interestlens.model.dien.AuxiliaryConfig.Reduction;
import dev.interestlens.model.dien.DienConfig.Beside;
import dev.interestlens.model.dien.DienConfig.InterestScore;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TimeMajor;
import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.ActivationUnit;
import dev.interestlens.store.Components;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The loops of TorchScript with their hand-written backward pass against the plain form, over batches of several shapes one after the other. */
@Tag("thorough")
class DienKernelsTest {
    private static final Tensors TENSORS = Tensors.onCpu();
    private static final Schema SCHEMA = new Schema(
            List.of(Field.categorical("item", 40), Field.categorical("category", 9)),
            List.of(Field.categorical("country", 5)),
            List.of());
    private static final int LENGTH = 9;
    private static final double CLOSE = 1e-5;

    @AfterAll
    static void free() {
        TENSORS.close();
    }

    static Stream<DienConfig> withinReach() {
        return Stream.of(
                config(InterestScore.MLP, 10, AuxiliaryKind.INNER_PRODUCT, Reduction.PER_PAIR, 1),
                config(InterestScore.MLP, 7, AuxiliaryKind.INNER_PRODUCT, Reduction.PER_CELL, 1),
                config(InterestScore.MLP, 10, AuxiliaryKind.INNER_PRODUCT, Reduction.PER_SAMPLE, 3),
                config(InterestScore.MLP, 6, AuxiliaryKind.NONE, Reduction.PER_PAIR, 1),
                config(InterestScore.BILINEAR, 10, AuxiliaryKind.INNER_PRODUCT, Reduction.PER_SAMPLE, 2),
                config(InterestScore.BILINEAR, 5, AuxiliaryKind.INNER_PRODUCT, Reduction.PER_PAIR, 1),
                config(InterestScore.DOT, 10, AuxiliaryKind.INNER_PRODUCT, Reduction.PER_PAIR, 1),
                config(
                        InterestScore.BILINEAR,
                        512,
                        AuxiliaryKind.INNER_PRODUCT,
                        Reduction.PER_PAIR,
                        1), // several chunks
                matched(InterestScore.BILINEAR, 7, Beside.MEAN),
                matched(InterestScore.MLP, 10, Beside.MEAN),
                matched(InterestScore.BILINEAR, 7, Beside.ATTENDED),
                matched(InterestScore.MLP, 10, Beside.ATTENDED));
    }

    /** Items are 6 + 4 = 10 wide. */
    private static DienConfig config(
            InterestScore attention, int hidden, AuxiliaryKind kind, Reduction reduction, int negatives) {
        return config(
                attention,
                hidden,
                new AuxiliaryConfig(kind, 0.7, reduction, negatives, LastTarget.RESOLVED),
                Beside.NONE,
                Products.NONE);
    }

    /** The head reads of the behaviours themselves, and products with the candidate. */
    private static DienConfig matched(InterestScore attention, int hidden, Beside beside) {
        return config(
                attention,
                hidden,
                new AuxiliaryConfig(AuxiliaryKind.INNER_PRODUCT, 0.7, Reduction.PER_PAIR, 1, LastTarget.RESOLVED),
                beside,
                Products.MATCH);
    }

    private static DienConfig config(
            InterestScore attention, int hidden, AuxiliaryConfig auxiliary, Beside beside, Products products) {
        return Components.of(DienConfig.preset(Preset.PAPER))
                .with(
                        "embeddingSize",
                        6,
                        "fieldEmbeddingSize",
                        4,
                        "hiddenSize",
                        hidden,
                        "attention",
                        attention,
                        "unit",
                        new UnitConfig(ActivationUnit.Inputs.CONCAT, List.of(8), Activation.Kind.RELU, 0),
                        "auxiliary",
                        auxiliary,
                        "diceEpsilon",
                        1e-5,
                        "beside",
                        beside,
                        "head",
                        new HeadConfig(List.of(12), Activation.Kind.RELU, true, 0, products));
    }

    @ParameterizedTest
    @MethodSource("withinReach")
    void theKernelsGiveTheLossAndTheGradientsOfThePlainForm(DienConfig config) {
        try (Dien plain = model(config);
                Dien fast = model(config)) {
            long seed = 0;
            for (RawBatch batch : batches(config)) {
                agree(plain, fast, batch, "batch " + seed++);
                move(plain, seed);
                move(fast, seed);
            }
        }
    }

    @Test
    void samplesThatFollowEachOtherWithOneHistoryReadItOnce() {
        RawBatch once = batch(1, 2, 4, 0, 9, 1);
        BatchPlan plan = BatchPlan.grouped(repeated(once, 3), SCHEMA);
        TimeMajor all = TimeMajor.of(plan.layout());
        SharedHistories shared = SharedHistories.of(plan.raw(), plan.layout(), all);

        assertThat(shared.steps().rows()).isEqualTo(once.length());
        assertThat(all.rows()).isEqualTo(3 * once.length());
        assertThat(SharedHistories.of(once, RaggedBatch.grouped(new int[] {4, 0, 9, 1}, 8, 120), all))
                .isNull();
    }

    /** Ragged, hidden, empty and full histories, a single sample; larger ones behind smaller ones, so that the kept arrays must grow. */
    private static List<RawBatch> batches(DienConfig config) {
        int k = config.auxiliaryNegatives();
        RawBatch ragged = batch(1, k, 4, 0, 9, 1, 4, 6, 3);
        boolean[] hidden = new boolean[ragged.length()];
        boolean[] most = new boolean[ragged.length()];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = i % 3 == 0;
            most[i] = i > 2;
        }
        return List.of(
                ragged,
                ragged.withHidden(hidden),
                ragged.withHidden(most),
                batch(2, k, 5),
                batch(3, k, 1, 1, 1),
                batch(4, k, 0, 0, 2, 0),
                batch(5, k, 0, 0),
                batch(6, k, 9, 9, 9, 9, 9, 9, 9, 9, 9),
                batch(7, k, 2, 7, 0, 5),
                repeated(ragged, 3),
                repeated(ragged.withHidden(hidden), 2),
                repeated(batch(8, k, 0, 5, 3), 4),
                ragged);
    }

    /** Each sample so many times one after another, with other candidates: a true item beside those it is told apart from. */
    private static RawBatch repeated(RawBatch once, int times) {
        int b = once.size() * times;
        int[] offsets = new int[b + 1];
        int[] from = new int[b + 1];
        for (int i = 0; i < b; i++) {
            offsets[i + 1] = offsets[i] + once.length(i / times);
            from[i] = once.offsets[i / times];
        }
        int n = offsets[b];
        int[] position = new int[n];
        for (int i = 0; i < b; i++) {
            for (int at = offsets[i]; at < offsets[i + 1]; at++) {
                position[at] = from[i] + at - offsets[i];
            }
        }
        boolean[] hidden = once.hidden == null ? null : new boolean[n];
        float[] labels = new float[b];
        for (int at = 0; hidden != null && at < n; at++) {
            hidden[at] = once.hidden[position[at]];
        }
        for (int i = 0; i < b; i++) {
            labels[i] = i % times == 0 ? 1 : 0;
        }
        SplittableRandom random = new SplittableRandom(times);
        return new RawBatch(
                new RawBatch.Histories(
                        offsets, RawBatch.Fields.ofIds(picked(once.history, position, 1)), new long[n], hidden),
                RawBatch.Fields.ofIds(items(random, b)),
                RawBatch.Fields.ofIds(new int[][] {ids(random, b, 5)}),
                RawBatch.Fields.NONE,
                new RawBatch.Negatives(
                        once.negatives == null ? null : picked(once.negatives, position, once.negativesPerStep),
                        once.negativesPerStep),
                labels);
    }

    private static int[][] picked(int[][] fields, int[] position, int each) {
        int[][] picked = new int[fields.length][];
        for (int f = 0; f < fields.length; f++) {
            picked[f] = new int[position.length * each];
            for (int at = 0; at < position.length; at++) {
                System.arraycopy(fields[f], position[at] * each, picked[f], at * each, each);
            }
        }
        return picked;
    }

    private static Dien model(DienConfig config) {
        config.check(new ModelInput(SCHEMA, LENGTH));
        Dien model = new Dien(config, new ModelInput(SCHEMA, LENGTH));
        model.create(TENSORS, 3, true);
        for (RowTable table : model.parameters().tables()) {
            float[] values = table.values();
            for (int i = 0; i < values.length; i++) {
                values[i] *= 12; // embeddings start near zero, where a model is nearly constant
            }
        }
        return model;
    }

    private static void move(Dien model, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = model.parameters().denseValues();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (0.1 * (random.nextDouble() - 0.5));
        }
        model.parameters().denseValues(values);
    }

    private static void agree(Dien plain, Dien fast, RawBatch batch, String name) {
        Map<String, double[]> expected = new ModelRun(plain).run(batch, true, ModelRun.Form.PLAIN);
        Map<String, double[]> actual = new ModelRun(fast).run(batch, true, ModelRun.Form.FAST);
        assertThat(actual).containsKeys("logit", "loss_total", "grad/interest_extractor.weight_hh_l0");
        actual.forEach((key, values) -> {
            double[] wanted = expected.get(key);
            assertThat(values).as("%s %s", name, key).hasSameSizeAs(wanted);
            for (int i = 0; i < values.length; i++) {
                double scale = Math.max(1, Math.abs(wanted[i]));
                assertThat(Math.abs(values[i] - wanted[i]) / scale)
                        .as("%s %s[%d]: %s, plain %s", name, key, i, values[i], wanted[i])
                        .isLessThan(CLOSE);
            }
        });
    }

    private static RawBatch batch(long seed, int negatives, int... lengths) {
        SplittableRandom random = new SplittableRandom(seed);
        int b = lengths.length;
        int[] offsets = new int[b + 1];
        for (int i = 0; i < b; i++) {
            offsets[i + 1] = offsets[i] + lengths[i];
        }
        float[] labels = new float[b];
        for (int i = 0; i < b; i++) {
            labels[i] = i % 2;
        }
        int n = offsets[b];
        return new RawBatch(
                new RawBatch.Histories(offsets, RawBatch.Fields.ofIds(items(random, n)), new long[n], null),
                RawBatch.Fields.ofIds(items(random, b)),
                RawBatch.Fields.ofIds(new int[][] {ids(random, b, 5)}),
                RawBatch.Fields.NONE,
                new RawBatch.Negatives(negatives == 0 ? null : items(random, n * negatives), negatives),
                labels);
    }

    private static int[][] items(SplittableRandom random, int count) {
        return new int[][] {ids(random, count, 40), ids(random, count, 9)};
    }

    private static int[] ids(SplittableRandom random, int count, int size) {
        return random.ints(count, 1, size).toArray();
    }
}
