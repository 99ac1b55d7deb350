package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.nn.Noise;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.TorchScript;
import dev.interestlens.nn.layer.EncoderBlock.Group;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A training step of encoder layers in TorchScript with a backward pass written by hand ({@code encoder.torchscript}): the same numbers as {@link
 * EncoderBlock#rows}, without recording every operation and with a third of the memory traffic. N rows, d width.
 */
public final class FusedEncoder implements AutoCloseable {
    /** Output (N, d) as a leaf, and the backward pass: from the gradient of the output to that of the input (N, d); gradients off. */
    public record Result(NDArray output, Runnable backward) {}

    private static final long ROWS = 2400;

    private final Parameters parameters;
    private final List<EncoderBlock> blocks;
    private TorchScript kernels;

    /** @param blocks of one width, in their order */
    public FusedEncoder(Parameters parameters, List<EncoderBlock> blocks) {
        this.parameters = parameters;
        this.blocks = List.copyOf(blocks);
    }

    /** Whether this can compute the input. */
    public boolean covers(NDArray x, List<Group> groups) {
        return !blocks.isEmpty()
                && blocks.stream().allMatch(block -> block.fusable(groups))
                && x.getDataType() == DataType.FLOAT32
                && !x.getDevice().isGpu();
    }

    /** @param x what the engine recorded, (N, d); the backward pass continues there */
    public Result run(NDArray x, List<Group> groups) {
        open();
        Ops.gradients(false);
        List<Slice> slices = slices(groups);
        NDArray[] inputs = cut(Ops.detach(x), slices);
        NDArray[] outputs = new NDArray[inputs.length];
        Arrays.setAll(outputs, i -> slices.get(i).ahead(inputs[i]));
        NDArray output = Ops.leaf(outputs.length == 1 ? outputs[0].duplicate() : Ops.concat(0, outputs));
        Ops.gradients(true);
        return new Result(output, () -> {
            NDArray[] reached = cut(Ops.gradient(output), slices);
            for (int i = 0; i < reached.length; i++) {
                reached[i] = slices.get(i).back(reached[i]);
            }
            Ops.backward(x, Ops.concat(0, reached));
        });
    }

    /** Without dropout and without a backward pass: (N, d) -> (N, d). */
    public NDArray apply(NDArray x, List<Group> groups) {
        open();
        List<Slice> slices = slices(groups);
        NDArray[] rows = cut(x, slices);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = slices.get(i).evaluate(rows[i]);
        }
        return Ops.concat(0, rows);
    }

    private void open() {
        if (kernels == null) {
            kernels = TorchScript.of(parameters.tensors(), FusedEncoder.class, "encoder.torchscript");
        }
    }

    private static NDArray[] cut(NDArray rows, List<Slice> slices) {
        return slices.size() == 1
                ? new NDArray[] {rows}
                : Ops.split(rows, 0, slices.stream().mapToLong(Slice::rows).toArray());
    }

    /** Groups, or parts of them, of about {@link #ROWS} rows together. */
    private List<Slice> slices(List<Group> groups) {
        List<Slice> slices = new ArrayList<>();
        List<Group> open = new ArrayList<>();
        long rows = 0;
        for (Group g : groups) {
            for (long from = 0; from < g.samples(); ) {
                long to = Math.min(g.samples(), from + Math.max(1, (ROWS - rows) / g.length()));
                NDArray mask = to - from == g.samples() ? g.mask() : Ops.slice(g.mask(), 0, from, to);
                open.add(new Group(to - from, g.length(), mask, g.coverage()));
                rows += (to - from) * g.length();
                from = to;
                if (rows + g.length() > ROWS) {
                    slices.add(new Slice(open));
                    open = new ArrayList<>();
                    rows = 0;
                }
            }
        }
        if (!open.isEmpty()) {
            slices.add(new Slice(open));
        }
        return slices;
    }

    @Override
    public void close() {
        if (kernels != null) {
            kernels.close();
        }
    }

    /** Some sequences in one step: few enough that what a layer writes is still in the processor's cache when the next operation reads it. */
    private final class Slice {
        private final List<Group> groups;
        private final Deque<Layer> layers = new ArrayDeque<>();

        Slice(List<Group> groups) {
            this.groups = groups;
        }

        long rows() {
            return groups.stream().mapToLong(g -> g.samples() * g.length()).sum();
        }

        NDArray ahead(NDArray x) {
            NDArray at = x;
            for (EncoderBlock block : blocks) {
                Layer layer = new Layer(block, groups, at, true);
                layers.push(layer);
                at = layer.ahead();
            }
            return at;
        }

        NDArray evaluate(NDArray x) {
            NDArray at = x;
            for (EncoderBlock block : blocks) {
                NDArray[] saved = new Layer(block, groups, at, false).call();
                for (int i = 1; i < saved.length; i++) {
                    saved[i].close(); // so that the next layer writes into the same memory
                }
                at = saved[0];
            }
            return at;
        }

        NDArray back(NDArray reached) {
            NDArray at = reached;
            for (Layer layer : layers) {
                at = layer.back(at);
            }
            return at;
        }
    }

    /** One layer in one step. */
    private final class Layer {
        private final EncoderBlock block;
        private final List<Group> groups;
        private final long[] sizes;
        private final NDArray x;
        private final NDArray[] weights;
        private final NDArray[] drops;
        private NDArray[] saved;

        Layer(EncoderBlock block, List<Group> groups, NDArray x, boolean training) {
            this.block = block;
            this.groups = groups;
            sizes = groups.stream()
                    .flatMapToLong(g -> LongStream.of(g.samples(), g.length()))
                    .toArray();
            this.x = x;
            weights =
                    block.parameters().stream().map(p -> Ops.detach(p.value())).toArray(NDArray[]::new);
            drops = training ? drops() : new NDArray[0];
        }

        private NDArray[] drops() {
            double rate = block.dropout();
            if (rate <= 0) {
                return new NDArray[0];
            }
            Noise noise = parameters.noise();
            long n = x.getShape().get(0);
            long d = x.getShape().get(1);
            List<NDArray> masks = new ArrayList<>(); // drawn in the order in which the plain form drops
            for (Group g : groups) {
                masks.add(noise.mask(rate, g.samples() * block.heads(), g.length(), g.length()));
            }
            masks.add(noise.mask(rate, n, d));
            masks.add(noise.mask(rate, n, block.feedForward()));
            masks.add(noise.mask(rate, n, d));
            return masks.toArray(new NDArray[0]);
        }

        private double scale() {
            return 1 / Math.sqrt((double) x.getShape().get(1) / block.heads());
        }

        NDArray ahead() {
            saved = call();
            return saved[0];
        }

        NDArray[] call() {
            return kernels.call(
                    "ahead",
                    x,
                    weights,
                    sizes,
                    groups.stream().map(Group::mask).toArray(NDArray[]::new),
                    groups.stream().mapToLong(g -> g.coverage().ordinal()).toArray(),
                    drops,
                    (long) block.heads(),
                    scale(),
                    block.slope(),
                    LayerNorm.EPSILON);
        }

        NDArray back(NDArray reached) {
            NDArray[] gradients =
                    block.parameters().stream().map(parameters::gradient).toArray(NDArray[]::new);
            return kernels.call(
                            "back",
                            reached,
                            x,
                            weights,
                            sizes,
                            drops,
                            saved,
                            gradients,
                            (long) block.heads(),
                            scale(),
                            block.slope(),
                            Noise.kept(block.dropout()))[0];
        }
    }
}
