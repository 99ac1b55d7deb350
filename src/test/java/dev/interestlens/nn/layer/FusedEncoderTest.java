package dev.interestlens.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import dev.interestlens.nn.MaskedSoftmax.Coverage;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.layer.EncoderBlock.Group;
import dev.interestlens.nn.layer.EncoderBlock.NormPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layers of TorchScript with their hand-written backward pass against the plain layers, which the engine differentiates. */
class FusedEncoderTest {
    private static final Tensors TENSORS = Tensors.onCpu();
    private static final int WIDTH = 12;
    private static final double CLOSE = 2e-5;

    /** Some rows of sequences: output, gradient of the input, gradient of all parameters. */
    private record Pass(float[] output, float[] ofInput, float[] ofParameters) {}

    @AfterAll
    static void free() {
        TENSORS.close();
    }

    @ParameterizedTest
    @CsvSource({"RELU,1,0", "RELU,3,0.3", "LEAKY_RELU,2,0", "LEAKY_RELU,4,0.2"})
    void theKernelsGiveTheNumbersAndGradientsOfThePlainLayers(Activation.Kind kind, int heads, double dropout) {
        agree(kind, heads, dropout, new int[][] {{3, 5}, {4, 2}, {1, 1}});
    }

    @Test
    void manySequencesGoThroughInSlices() {
        agree(Activation.Kind.RELU, 2, 0, new int[][] {{900, 4}, {700, 3}, {50, 1}});
    }

    private static EncoderBlock block(
            Parameters parameters, String name, Activation.Kind kind, int heads, double dropout) {
        return new EncoderBlock(
                parameters,
                name,
                WIDTH,
                heads,
                20,
                kind,
                NormPlace.POST,
                dropout,
                Window.ALL,
                SelfAttention.random(WIDTH));
    }

    private static void agree(Activation.Kind kind, int heads, double dropout, int[][] groups) {
        try (Parameters parameters = new Parameters()) {
            List<EncoderBlock> blocks =
                    List.of(block(parameters, "a", kind, heads, dropout), block(parameters, "b", kind, heads, dropout));
            parameters.create(TENSORS, 5, true);
            SplittableRandom random = new SplittableRandom(heads);
            float[] values = parameters.denseValues();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (random.nextDouble() - 0.5);
            }
            parameters.denseValues(values);
            try (FusedEncoder fused = new FusedEncoder(parameters, blocks)) {
                Pass plain = pass(parameters, blocks, null, groups);
                Pass fast = pass(parameters, blocks, fused, groups);
                close("output", fast.output(), plain.output());
                close("input", fast.ofInput(), plain.ofInput());
                close("parameters", fast.ofParameters(), plain.ofParameters());
            }
        }
    }

    private static Pass pass(Parameters parameters, List<EncoderBlock> blocks, FusedEncoder fused, int[][] of) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            SplittableRandom random = new SplittableRandom(1);
            List<Group> groups = new ArrayList<>();
            int rows = 0;
            for (int g = 0; g < of.length; g++) {
                groups.add(group(random, of[g][0], of[g][1], Coverage.values()[g]));
                rows += of[g][0] * of[g][1];
            }
            float[] x = random(random, rows * WIDTH);
            float[] weights = random(random, rows * WIDTH);
            parameters.noise().seed(9);
            parameters.track();
            NDArray input = Ops.leaf(TENSORS.floats(x, rows, WIDTH));
            Ops.gradients(true);
            NDArray recorded = Ops.scale(input, 1);
            NDArray y = recorded;
            Runnable rest = () -> {};
            if (fused != null) {
                assertThat(fused.covers(recorded, groups)).isTrue();
                FusedEncoder.Result result = fused.run(recorded, groups);
                y = result.output();
                rest = result.backward();
            } else {
                for (EncoderBlock block : blocks) {
                    y = block.rows(y, groups, true);
                }
            }
            float[] output = y.toFloatArray();
            NDArray touchAll = Ops.scale(Ops.sumAll(parameters.flat()), 0);
            Ops.backward(Ops.add(Ops.sumAll(Ops.mul(y, TENSORS.floats(weights, rows, WIDTH))), touchAll));
            Ops.gradients(false);
            rest.run();
            parameters.untrack();
            Pass pass = new Pass(
                    output,
                    Ops.gradient(input).toFloatArray(),
                    Ops.gradient(parameters.flat()).toFloatArray());
            Ops.clearGradient(parameters.flat());
            return pass;
        }
    }

    /** Masks of every coverage: nothing hidden, something in each row, rows without anything. */
    private static Group group(SplittableRandom random, int samples, int length, Coverage coverage) {
        float[] mask = new float[samples * length];
        for (int i = 0; i < mask.length; i++) {
            boolean first = i % length == 0;
            boolean readable =
                    switch (coverage) {
                        case FULL -> true;
                        case PARTIAL -> first || random.nextBoolean();
                        case ANY -> random.nextInt(3) == 0;
                    };
            mask[i] = readable ? 1 : 0;
        }
        return new Group(samples, length, TENSORS.floats(mask, samples, length), coverage);
    }

    private static float[] random(SplittableRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }

    private static void close(String name, float[] actual, float[] wanted) {
        assertThat(actual).hasSameSizeAs(wanted);
        float largest = 0;
        for (float value : wanted) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(largest).isPositive();
        for (int i = 0; i < actual.length; i++) {
            assertThat(Math.abs(actual[i] - wanted[i]))
                    .as("%s[%d] of %s", name, i, wanted[i])
                    .isLessThan((float) (CLOSE * Math.max(1, largest)));
        }
    }
}
