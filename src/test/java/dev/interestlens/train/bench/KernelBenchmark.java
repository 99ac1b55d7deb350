package dev.interestlens.train.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.nn.MaskedSoftmax.Coverage;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.RowMask;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TimeMajor;
import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.ActivationUnit;
import dev.interestlens.nn.layer.EncoderBlock;
import dev.interestlens.nn.layer.EncoderBlock.Group;
import dev.interestlens.nn.layer.FusedEncoder;
import dev.interestlens.nn.layer.GruCell;
import dev.interestlens.nn.layer.Mlp;
import dev.interestlens.nn.layer.Recurrence;
import dev.interestlens.nn.layer.SelfAttention;
import dev.interestlens.nn.layer.Window;
import dev.interestlens.train.DeferredRows;
import dev.interestlens.train.UpdateRule;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Measures the parts of a training step, each in its plain form and in the fast form for training: forward and backward, one thread, processor time.
 * Widths are those of {@link BenchmarkSettings}; histories have lengths 1 + L·u², a third of L on average.
 */
public final class KernelBenchmark implements AutoCloseable {
    private static final int WIDTH = 128;
    private static final int BLOCK_WIDTH = 64;
    private static final double RATE = 0.2;

    /** One part: milliseconds of the plain form and of the fast one, medians. */
    public record Measured(String name, double plainMs, double fastMs) {}

    private record Kernel(String name, Runnable plain, Runnable fast) {}

    private final Tensors tensors = Tensors.onCpu();
    private final Parameters parameters = new Parameters();
    private final List<Kernel> kernels = new ArrayList<>();
    private final List<AutoCloseable> owned = new ArrayList<>();
    private final int length;
    private final int[] lengths;
    private final RaggedBatch ragged;

    /** @param rows of the table whose update is measured */
    public KernelBenchmark(int batch, int length, int rows) {
        this.length = length;
        SplittableRandom random = new SplittableRandom(1);
        lengths = new int[batch];
        Arrays.setAll(lengths, i -> (int) Math.min(length, 1 + length * Math.pow(random.nextDouble(), 2)));
        ragged = RaggedBatch.grouped(lengths, batch, 120);
        unit();
        recurrence();
        encoder();
        Ops.threads(1);
        parameters.create(tensors, 1, true);
        kernels.add(new Kernel("dropout", () -> dropout(false), () -> dropout(true)));
        kernels.add(table(rows));
    }

    /** Each form so many times, in turn, after a tenth as warm-up. */
    public List<Measured> measure(int times) {
        List<Measured> all = new ArrayList<>();
        for (Kernel kernel : kernels) {
            double[] plain = new double[times];
            double[] fast = new double[times];
            for (int i = -1 - times / 10; i < times; i++) {
                plain[Math.max(0, i)] = millis(kernel.plain());
                fast[Math.max(0, i)] = millis(kernel.fast());
            }
            all.add(new Measured(kernel.name(), median(plain), median(fast)));
        }
        return all;
    }

    private static double millis(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            work.run();
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private int padded() {
        return lengths.length * length;
    }

    private int positions() {
        return Arrays.stream(lengths).sum();
    }

    private void unit() {
        ActivationUnit unit = new ActivationUnit(
                parameters,
                "unit",
                WIDTH,
                ActivationUnit.Inputs.DIFFERENCE_PRODUCT,
                new Mlp.Hidden(List.of(64, 32), Activation.Kind.PRELU, false, 0, 1e-8),
                1);
        int[] sampleOf = new int[positions()];
        for (int b = 0, at = 0; b < lengths.length; b++) {
            Arrays.fill(sampleOf, at, at += lengths[b], b);
        }
        kernels.add(new Kernel(
                "activationUnit",
                () -> differentiate(
                        () -> unit.plain(ones(padded(), WIDTH), ones(padded(), WIDTH), null, mask(padded()), true)),
                () -> differentiate(() -> unit.split(
                        ones(lengths.length, WIDTH),
                        ones(positions(), WIDTH),
                        tensors.longs(sampleOf),
                        null,
                        mask(positions()),
                        true))));
    }

    private void recurrence() {
        GruCell cell = new GruCell(parameters, "gru", "", WIDTH, WIDTH);
        TimeMajor steps = TimeMajor.of(ragged);
        float[] readable = new float[padded()];
        for (int b = 0; b < lengths.length; b++) {
            Arrays.fill(readable, b * length, b * length + lengths[b], 1);
        }
        kernels.add(new Kernel(
                "gru",
                () -> differentiate(() -> Recurrence.plain(
                                cell,
                                ones(lengths.length, length, WIDTH),
                                null,
                                tensors.floats(readable, lengths.length, length),
                                Recurrence.Write.GATE)
                        .states()),
                () -> differentiate(
                        () -> Recurrence.packed(cell, ones(steps.rows(), WIDTH), null, steps, Recurrence.Write.GATE))));
    }

    private void encoder() {
        EncoderBlock block = new EncoderBlock(
                parameters,
                "block",
                BLOCK_WIDTH,
                4,
                4 * BLOCK_WIDTH,
                Activation.Kind.LEAKY_RELU,
                EncoderBlock.NormPlace.POST,
                0.1,
                Window.ALL,
                SelfAttention.random(BLOCK_WIDTH));
        FusedEncoder fused = new FusedEncoder(parameters, List.of(block));
        owned.add(fused);
        RaggedBatch groups = RaggedBatch.grouped(lengths, 6, 120);
        kernels.add(new Kernel(
                "encoderBlock",
                () -> differentiate(() -> block.rows(
                        Ops.scale(ones(padded(), BLOCK_WIDTH), 1), groups(RaggedBatch.padded(lengths, length)), true)),
                () -> {
                    parameters.track();
                    Ops.gradients(true);
                    NDArray x = Ops.scale(Ops.leaf(ones(groups.positions(), BLOCK_WIDTH)), 1);
                    FusedEncoder.Result result = fused.run(x, groups(groups));
                    backward(result.output());
                    result.backward().run();
                    parameters.untrack();
                }));
    }

    private List<Group> groups(RaggedBatch batch) {
        NDArray[] masks = batch.groupScalars(tensors.floats(batch.mask(), batch.positions()));
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < batch.groups(); g++) {
            groups.add(new Group(batch.groupSize(g), batch.groupLength(g), masks[g], Coverage.PARTIAL));
        }
        return groups;
    }

    private void dropout(boolean ours) {
        NDArray x = ones(padded(), BLOCK_WIDTH);
        if (ours) {
            parameters.noise().drop(x, RATE, true);
        } else {
            Ops.dropout(x, RATE);
        }
    }

    // Adam over a whole table compared with the same updates deferred until a row is read.
    private Kernel table(int rows) {
        UpdateRule adam = new UpdateRule.Adam(UpdateRule.Adam.Form.CORRECTED, false);
        float[] values = new float[rows * BLOCK_WIDTH];
        float[][] moments = new float[2][values.length];
        float[] gradient = new float[BLOCK_WIDTH];
        Arrays.fill(gradient, 0.01f);
        DeferredRows deferred = new DeferredRows(values.clone(), new float[2][values.length], BLOCK_WIDTH, adam);
        SplittableRandom random = new SplittableRandom(2);
        int[] touched = random.ints(positions(), 1, rows).distinct().toArray();
        long[] step = {0};
        return new Kernel(
                "tableUpdate",
                () -> adam.move(values, null, 0, moments, 0, values.length, adam.pace(++step[0], 1e-3), 0),
                () -> {
                    deferred.begin(++step[0], 1e-3);
                    float[] row = new float[BLOCK_WIDTH];
                    for (int id : touched) {
                        deferred.read(id, row, 0);
                        deferred.moved(id, gradient, 0);
                    }
                });
    }

    private NDArray ones(long... shape) {
        return tensors.zeros(DataType.FLOAT32, shape).add(0.1f);
    }

    private RowMask mask(int rows) {
        float[] real = new float[rows];
        Arrays.fill(real, 1);
        return RowMask.of(tensors, real, DataType.FLOAT32);
    }

    private void differentiate(Supplier<NDArray> forward) {
        parameters.track();
        Ops.gradients(true);
        backward(forward.get());
        parameters.untrack();
    }

    private void backward(NDArray y) {
        Ops.backward(Ops.add(Ops.sumAll(y), Ops.scale(Ops.sumAll(parameters.flat()), 0)));
        Ops.gradients(false);
        Ops.clearGradient(parameters.flat());
    }

    @Override
    public void close() {
        try {
            for (AutoCloseable each : owned) {
                each.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("a kernel did not close", e);
        }
        parameters.close();
        tensors.close();
    }
}
