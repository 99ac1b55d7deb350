package dev.interestlens.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import dev.interestlens.data.RawBatch;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TraceNames;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The loss by which HSTU's behaviours predict the next one, against what comes out at candidates: a behaviour reads those before it and itself, so what
 * comes out there is what comes out at a candidate that is this item and has the behaviours before as its history.
 */
class NextBehaviourTest {
    private static final Tensors TENSORS = Tensors.onCpu();
    private static final double EPSILON = 1e-5;

    @BeforeAll
    static void computeOnOneThread() {
        Ops.threads(1);
    }

    @AfterAll
    static void free() {
        TENSORS.close();
    }

    private static CtrModel model(int blocks) {
        return ContractCases.spread(ContractCases.all().get("hstu balanced nextItem blocks=" + blocks), TENSORS);
    }

    private static double loss(CtrModel model, RawBatch batch) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            model.parameters().track();
            try {
                NDArray loss =
                        model.learn(model.features(model.plan(batch), true)).auxiliaryLoss();
                return loss == null ? Double.NaN : loss.toFloatArray()[0];
            } finally {
                model.parameters().untrack();
            }
        }
    }

    private static float[] parameter(CtrModel model, String name) {
        return model.parameters().denseNamed("next_item." + name).value().toFloatArray();
    }

    /** The logarithm of the softmax of what came after behaviour {@code at}, among the negatives of the batch. */
    private static double expected(CtrModel model, RawBatch single, int at) {
        float[] interest = interest(model, asked(single, at));
        double mean = IntStream.range(0, interest.length)
                .mapToDouble(i -> interest[i])
                .average()
                .orElseThrow();
        double variance = IntStream.range(0, interest.length)
                .mapToDouble(i -> (interest[i] - mean) * (interest[i] - mean))
                .average()
                .orElseThrow();
        float[] scale = parameter(model, "norm.weight");
        float[] shift = parameter(model, "norm.bias");
        float[] matrix = parameter(model, "projection.weight");
        float[] bias = parameter(model, "projection.bias");
        double[] state = new double[bias.length];
        for (int w = 0; w < state.length; w++) {
            state[w] = bias[w];
            for (int i = 0; i < interest.length; i++) {
                double normed = (interest[i] - mean) / Math.sqrt(variance + EPSILON) * scale[i] + shift[i];
                state[w] += matrix[w * interest.length + i] * normed;
            }
        }
        double truth = product(state, embedding(model, single.history, at + 1));
        double sum = Math.exp(truth);
        for (int n = 0; n < single.length(); n++) {
            if (!same(single, n, at + 1)) {
                sum += Math.exp(product(state, embedding(model, single.negatives, n)));
            }
        }
        return Math.log(sum) - truth;
    }

    private static boolean same(RawBatch single, int negative, int behaviour) {
        int[][] drawn = rows(single.negatives, single.length(), negative);
        return Arrays.deepEquals(drawn, rows(single.history, single.length(), behaviour));
    }

    private static double product(double[] state, float[] item) {
        return IntStream.range(0, state.length)
                .mapToDouble(i -> state[i] * item[i])
                .sum();
    }

    /** Behaviour {@code at} as a candidate over those before it. */
    private static RawBatch asked(RawBatch single, int at) {
        int n = single.length();
        int numbers = single.historyNumbers.length / n;
        long[] gaps = new long[at];
        Arrays.setAll(gaps, j -> single.gaps[j] - single.gaps[at]);
        int[][] before = Arrays.stream(single.history)
                .map(field -> Arrays.copyOf(field, at * (field.length / n)))
                .toArray(int[][]::new);
        return new RawBatch(
                new RawBatch.Histories(
                        new int[] {0, at},
                        new RawBatch.Fields(before, Arrays.copyOf(single.historyNumbers, at * numbers)),
                        gaps,
                        null),
                new RawBatch.Fields(
                        rows(single.history, n, at),
                        Arrays.copyOfRange(single.historyNumbers, at * numbers, (at + 1) * numbers)),
                new RawBatch.Fields(single.user, single.userNumbers),
                new RawBatch.Fields(single.context, single.contextNumbers),
                RawBatch.Negatives.NONE,
                single.labels);
    }

    private static int[][] rows(int[][] fields, int n, int at) {
        return Arrays.stream(fields)
                .map(field -> Arrays.copyOfRange(field, at * (field.length / n), (at + 1) * (field.length / n)))
                .toArray(int[][]::new);
    }

    private static float[] interest(CtrModel model, RawBatch single) {
        float[][] found = new float[1][];
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            model.forward(model.features(model.plainPlan(single), false), ForwardContext.traced((name, value, axes) -> {
                if (name.equals(TraceNames.INTEREST)) {
                    found[0] = value.toFloatArray();
                }
            }));
        }
        return found[0];
    }

    /** The embeddings of an item without its numbers. */
    private static float[] embedding(CtrModel model, int[][] fields, int at) {
        int n = fields[0].length;
        RawBatch any = TinyBatches.of(1, 0, 0);
        RawBatch asked = new RawBatch(
                new RawBatch.Histories(
                        new int[] {0, 0}, new RawBatch.Fields(any.history, any.historyNumbers), any.gaps, null),
                new RawBatch.Fields(rows(fields, n, at), any.candidateNumbers),
                new RawBatch.Fields(any.user, any.userNumbers),
                new RawBatch.Fields(any.context, any.contextNumbers),
                RawBatch.Negatives.NONE,
                any.labels);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            return model.features(model.plainPlan(asked), false).candidate().toFloatArray();
        }
    }

    /** Times that grow toward the candidate. */
    private static RawBatch ordered(RawBatch batch) {
        for (int b = 0; b < batch.size(); b++) {
            for (int n = batch.offsets[b]; n < batch.offsets[b + 1]; n++) {
                batch.gaps[n] = 1000L * (batch.offsets[b + 1] - n) * (batch.offsets[b + 1] - n);
            }
        }
        return batch;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void itIsWhatCandidatesOverTheBehavioursBeforeWouldPredict(int blocks) {
        try (CtrModel model = model(blocks)) {
            RawBatch single = ordered(TinyBatches.of(9, 1, 6));
            double expected = IntStream.range(0, 5)
                    .mapToDouble(at -> expected(model, single, at))
                    .average()
                    .orElseThrow();
            assertThat(loss(model, single)).isCloseTo(0.5 * expected, within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aHiddenBehaviourIsPredictedAndPredictsNothing(int blocks) {
        try (CtrModel model = model(blocks)) {
            RawBatch whole = ordered(TinyBatches.of(9, 1, 6));
            double shown = loss(model, whole);
            boolean[] last = {false, false, false, false, false, true};
            assertThat(loss(model, whole.withHidden(last))).isCloseTo(shown, within(1e-5));
            boolean[] first = {true, false, false, false, false, false};
            assertThat(loss(model, whole.withHidden(first))).isNotCloseTo(shown, within(1e-3));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void itIsNotThereWhereNothingFollows(int blocks) {
        try (CtrModel model = model(blocks)) {
            assertThat(loss(model, TinyBatches.of(9, 1, 1, 0, 1))).isNaN();
        }
    }
}
