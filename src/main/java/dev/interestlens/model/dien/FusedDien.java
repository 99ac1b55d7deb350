package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.model.Features;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TimeMajor;
import dev.interestlens.nn.TorchScript;
import dev.interestlens.nn.layer.GruCell;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.List;

/**
 * Both recurrent layers, the auxiliary loss and the lookup of behaviours in loops of TorchScript with a backward pass written by hand ({@code
 * kernels.torchscript}); the engine records the head, attention and the tables. A history that several samples share is read once; the second layer
 * reads its states with each of their weights. R packed steps of histories, P of samples, B samples, H units.
 */
final class FusedDien implements AutoCloseable {
    /**
     * The result of a pass; in training these are leaves, from whose gradients the backward pass continues.
     *
     * @param auxiliaryLoss null where there is none
     * @param backward null outside training
     */
    record Result(PackedDien.Result read, NDArray auxiliaryLoss, Runnable backward) {}

    private final DienConfig config;
    private final Parameters parameters;
    private final GruCell extractor;
    private final HistoryWeights attention;
    private final GruCell cell;
    private final AuxiliaryLoss auxiliary;
    private TorchScript kernels;
    private NDArray forwardScale;
    private NDArray backwardScale;
    private KernelSpace space;

    FusedDien(
            DienConfig config,
            Parameters parameters,
            GruCell extractor,
            HistoryWeights attention,
            GruCell cell,
            AuxiliaryLoss auxiliary) {
        this.config = config;
        this.parameters = parameters;
        this.extractor = extractor;
        this.attention = attention;
        this.cell = cell;
        this.auxiliary = auxiliary;
    }

    /** Whether the kernels support this model; it must have been created. */
    boolean covers(boolean training) {
        AuxiliaryConfig.AuxiliaryKind kind = config.auxiliary().kind();
        return config.evolution() == Evolution.AUGRU
                && config.embeddingDropout() == 0
                && (!training
                        || kind == AuxiliaryConfig.AuxiliaryKind.INNER_PRODUCT
                        || kind == AuxiliaryConfig.AuxiliaryKind.NONE)
                && !parameters.tensors().device().isGpu();
    }

    /** Whether they support this batch, too. */
    boolean covers(Features features, TimeMajor steps, boolean training) {
        return covers(training)
                && steps.rows() > 0
                && features.type() == DataType.FLOAT32
                && (!training
                        || config.auxiliaryNegatives() == 0
                        || features.plan().negativeItem() != null)
                && features.items().getShape().get(1)
                        == features.candidate().getShape().get(1);
    }

    /** A pass; outside training, where gradients are off, without an auxiliary loss. */
    Result run(Features features, TimeMajor steps, boolean training) {
        return new Step(features, steps, training).forward();
    }

    private void open(KernelSpace.Room room, int width) {
        Tensors tensors = parameters.tensors();
        int h = cell.hidden();
        if (kernels == null) {
            kernels = TorchScript.of(tensors, FusedDien.class, "kernels.torchscript");
            forwardScale = tensors.constant(scales(h, 1, -1, 2), 3L * h);
            backwardScale = tensors.constant(scales(h, 0.5f, -1, 1), 3L * h);
        }
        if (space == null || !space.holds(room)) {
            if (space != null) {
                space.close();
            }
            space = new KernelSpace(tensors, room, width, h);
        }
    }

    private static float[] scales(int h, float reset, float update, float candidate) {
        float[] scales = new float[3 * h];
        Arrays.fill(scales, 0, h, reset);
        Arrays.fill(scales, h, 2 * h, update);
        Arrays.fill(scales, 2 * h, 3 * h, candidate);
        return scales;
    }

    @Override
    public void close() {
        if (kernels != null) {
            kernels.close();
            forwardScale.close();
            backwardScale.close();
        }
        if (space != null) {
            space.close();
        }
    }

    /** One step: what the forward pass keeps for the backward pass. */
    private final class Step {
        private final Features features;
        private final Tensors tensors;
        private final TimeMajor steps;
        private final SharedHistories shared;
        private final TimeMajor read;
        private final boolean training;
        private final int each;
        private final int negatives;
        private final NDArray behaviours;
        private final NDArray others;
        private final NDArray place;
        private final NDArray last;
        private final PackedRows first;
        private final PackedRows second;
        private final NDArray beforeFirst;
        private final NDArray beforeSecond;
        private final NDArray candidate;
        private final NDArray history;
        private final NDArray projection;
        private NDArray[] extracting;
        private NDArray[] evolving;
        private NDArray states;
        private NDArray flat;
        private NDArray shown;
        private NDArray weights;
        private NDArray interest;
        private NDArray loss;

        Step(Features features, TimeMajor steps, boolean training) {
            this.features = features;
            this.steps = steps;
            this.training = training;
            each = features.plan().each();
            tensors = features.tensors();
            shared = training ? null : SharedHistories.of(features.plan().raw(), features.layout(), steps);
            read = shared == null ? steps : shared.steps();
            boolean paired = training && config.auxiliary().kind() != AuxiliaryConfig.AuxiliaryKind.NONE && pairs() > 0;
            negatives = paired ? features.plan().raw().negativesPerStep : 0;
            behaviours = tensors.longs(items());
            others = negatives == 0
                    ? tensors.zeros(DataType.INT64, 0, 0)
                    : Ops.view(tensors.longs(foreseenItems()), negatives, pairs());
            place = tensors.longs(HistoryWeights.places(features, steps));
            last = tensors.longs(HistoryWeights.last(features, steps));
            candidate = training ? features.trackCandidate() : features.candidate(); // (B, W)
            history = training && config.readsBehaviours() ? features.trackHistory() : null; // (N, W)
            projection = auxiliary
                    .projection()
                    .map(linear -> Ops.detach(linear.weight()))
                    .orElseGet(() -> tensors.zeros(DataType.FLOAT32, 0, cell.hidden())); // (C, H)
            first = PackedRows.of(read.active(), 1, cell.hidden());
            second = PackedRows.of(steps.active(), each, cell.hidden());
            beforeFirst = tensors.longs(first.previous());
            beforeSecond = tensors.longs(second.previous());
            int chunk = Math.max(first.largest(), second.largest());
            open(new KernelSpace.Room(read.rows(), (int) place.size(), chunk, negatives, training), (int)
                    candidate.getShape().get(1));
        }

        private int pairs() {
            return read.rows() - (int) read.active()[0];
        }

        private int[] items() {
            int[] of = features.plan().historyItem();
            return ArrayFill.ints(read.rows(), row -> of[read.position()[row]]);
        }

        /** The negatives of each row of the second step and later ones, (K, pairs). */
        private int[] foreseenItems() {
            int[] of = features.plan().negativeItem();
            int pairs = pairs();
            int first = (int) read.active()[0];
            return ArrayFill.ints(
                    negatives * pairs, i -> of[read.position()[first + i % pairs] * negatives + i / pairs]);
        }

        private double scale() {
            RaggedBatch layout = features.layout();
            return auxiliary.factor(pairs(), layout.samples(), layout.groupLength(0));
        }

        Result forward() {
            Ops.gradients(false);
            extracting = weights(extractor);
            evolving = weights(cell);
            NDArray[] found = kernels.call(
                    "extract",
                    Ops.detach(features.items()),
                    projection,
                    forward(extracting),
                    behaviours,
                    others,
                    first.active(),
                    first.chunks(),
                    beforeFirst,
                    space.first(),
                    space.pairs(),
                    space.shared(),
                    scale());
            NDArray extracted = Ops.slice(space.first()[2], 0, 0, read.rows()); // (R, H)
            if (shared != null) {
                extracted = Ops.rows(tensors.longs(shared.row()), extracted); // (P, H)
            }
            states = training ? Ops.leaf(extracted) : extracted;
            loss = negatives == 0 ? null : Ops.leaf(found[0].duplicate());
            Ops.gradients(training);
            NDArray[] groups = attention.of(features, states, steps, training); // (h, C, L)
            flat = HistoryWeights.flat(groups);
            Ops.gradients(false);
            weights = Ops.rows(place, Ops.unsqueeze(Ops.detach(flat), 1)); // (P, 1)
            interest = evolved(); // (B, H)
            if (!training) {
                return new Result(new PackedDien.Result(interest, groups, states), null, null);
            }
            interest = Ops.leaf(interest.duplicate());
            shown = Ops.leaf(flat.duplicate());
            Ops.gradients(true);
            NDArray[] seen = HistoryWeights.groups(shown, groups);
            return new Result(new PackedDien.Result(interest, seen, states), loss, this::backward);
        }

        private NDArray evolved() {
            return kernels.call(
                            "evolve",
                            Ops.detach(states),
                            weights,
                            forward(evolving),
                            last,
                            second.active(),
                            second.chunks(),
                            (long) each,
                            space.second(),
                            space.shared())[0];
        }

        private void backward() {
            rescale();
            NDArray reached = Ops.gradient(interest);
            NDArray[] ofSecond = kernels.call(
                    "devolve",
                    reached == null ? Ops.zeros(interest, interest.getShape().getShape()) : reached,
                    last,
                    Ops.detach(states),
                    weights,
                    backward(evolving),
                    second.active(),
                    second.chunks(),
                    (long) each,
                    beforeSecond,
                    space.second(),
                    space.shared(),
                    space.first()[4]);
            throughWeights(ofSecond[3]);
            NDArray items = features.items();
            NDArray ofItems = Ops.zeros(items, items.getShape().getShape());
            NDArray[] ofFirst = kernels.call(
                    "trace",
                    backward(extracting),
                    projection,
                    behaviours,
                    others,
                    first.active(),
                    first.chunks(),
                    beforeFirst,
                    space.first(),
                    space.pairs(),
                    space.shared(),
                    ofItems);
            record(ofItems);
            auxiliary
                    .projection()
                    .ifPresent(
                            linear -> kernels.call("add", parameters.gradient(linear.weightParameter()), ofFirst[4]));
            hand(extractor, ofFirst);
            hand(cell, ofSecond);
        }

        /** Through attention, from the gradient of the weights in the second layer, (P, 1), and in the head. */
        private void throughWeights(NDArray ofWeights) {
            NDArray reached = Ops.gradient(shown);
            NDArray all = reached == null ? Ops.zeros(flat, flat.size()) : reached;
            kernels.call("scatter", all, place, Ops.view(ofWeights, -1));
            Ops.backward(flat, all);
            kernels.call("add", Ops.slice(space.first()[4], 0, 0, read.rows()), Ops.gradient(states));
        }

        /** The forward pass computed the gradient of the auxiliary loss for the weight 1; this scales it. */
        private void rescale() {
            if (loss != null) {
                NDArray counted = Ops.gradient(loss);
                double factor = counted == null ? 0 : counted.toFloatArray()[0];
                if (factor != 1) {
                    kernels.call("rescale", (long) read.rows(), space.first()[4], space.pairs(), factor);
                }
            }
        }

        /** Continues the backward pass through what the engine recorded. */
        private void record(NDArray ofItems) {
            int[] placed = features.plan().candidateItem();
            kernels.call("scatter", ofItems, tensors.longs(placed), Ops.gradient(candidate));
            if (history != null) {
                int n = features.layout().positions();
                NDArray shown = tensors.longs(features.plan().historyItem(), n);
                kernels.call("scatter", ofItems, shown, Ops.gradient(history));
            }
            Ops.backward(features.items(), ofItems);
        }

        private static NDArray[] forward(NDArray[] weights) {
            return Arrays.copyOf(weights, 5);
        }

        private static NDArray[] backward(NDArray[] weights) {
            return Arrays.copyOfRange(weights, 5, 7);
        }

        private NDArray[] weights(GruCell of) {
            List<Parameter> p = of.parameters();
            return kernels.call(
                    "weights",
                    Ops.detach(p.get(0).value()),
                    Ops.detach(p.get(1).value()),
                    Ops.detach(p.get(2).value()),
                    Ops.detach(p.get(3).value()),
                    forwardScale,
                    backwardScale);
        }

        private void hand(GruCell to, NDArray[] found) {
            List<Parameter> p = to.parameters();
            kernels.call(
                    "hand",
                    parameters.gradient(p.get(0)),
                    parameters.gradient(p.get(1)),
                    parameters.gradient(p.get(2)),
                    parameters.gradient(p.get(3)),
                    found[0],
                    found[1],
                    found[2],
                    backwardScale);
        }
    }
}
