package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.model.Features;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TimeMajor;
import dev.interestlens.nn.TorchScript;
import dev.interestlens.nn.Tracer;
import dev.interestlens.nn.layer.GruCell;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.List;

/**
 * Both recurrent layers, attention, auxiliary loss and the lookup of behaviours in loops of TorchScript with a backward pass written by hand
 * ({@code kernels.torchscript}); the engine records only the head, the candidate's part of the scores and the tables. P rows, B samples, U items, H
 * units.
 */
final class FusedDien implements AutoCloseable {
    /**
     * The result of a pass; in training these are leaves, from whose gradients the backward pass continues.
     *
     * @param interest the final one, (B, H)
     * @param weights attention by group, (b, L), or null where the head does not read it
     * @param states of the extractor at packed steps, (P, H), or null where there is one attention only
     * @param auxiliaryLoss null where there is none
     */
    record Result(NDArray interest, NDArray[] weights, NDArray states, NDArray auxiliaryLoss, Runnable backward) {}

    /** The score of a missing step. */
    private static final float FAR = -1e9f;

    private final DienConfig config;
    private final Parameters parameters;
    private final GruCell extractor;
    private final InterestAttention attention;
    private final GruCell cell;
    private final AddedScores added;
    private final AuxiliaryLoss auxiliary;
    private TorchScript kernels;
    private NDArray forwardScale;
    private NDArray backwardScale;
    private KernelSpace space;

    FusedDien(
            DienConfig config,
            Parameters parameters,
            GruCell extractor,
            InterestAttention attention,
            GruCell cell,
            AddedScores added,
            AuxiliaryLoss auxiliary) {
        this.config = config;
        this.parameters = parameters;
        this.extractor = extractor;
        this.attention = attention;
        this.cell = cell;
        this.added = added;
        this.auxiliary = auxiliary;
    }

    /** Whether the kernels support this model and batch. */
    boolean covers(Features features, TimeMajor steps, boolean training) {
        AuxiliaryConfig.AuxiliaryKind kind = config.auxiliary().kind();
        boolean paired = !training
                || kind == AuxiliaryConfig.AuxiliaryKind.INNER_PRODUCT
                        && features.plan().negativeItem() != null;
        return steps.rows() > 0
                && features.type() == DataType.FLOAT32
                && config.evolution() == Evolution.AUGRU
                && config.embeddingDropout() == 0
                && attention.oneLayer()
                && (paired || kind == AuxiliaryConfig.AuxiliaryKind.NONE)
                && features.items().getShape().get(1)
                        == features.candidate().getShape().get(1)
                && !features.tensors().device().isGpu();
    }

    /** A training step. */
    Result run(Features features, TimeMajor steps, Tracer tracer) {
        Step step = new Step(features, steps, true);
        Result result = step.forward();
        if (tracer != Tracer.NONE) {
            StepWeights.record(step.weights, StepWeights.byStep(steps), features, steps, tracer);
        }
        return result;
    }

    /** Without an auxiliary loss; gradients off. */
    Result interest(Features features, TimeMajor steps, Tracer tracer) {
        Step step = new Step(features, steps, false);
        NDArray interest = step.ahead()[0];
        if (tracer != Tracer.NONE) {
            StepWeights.record(step.weights, StepWeights.byStep(steps), features, steps, tracer);
        }
        return new Result(interest, step.attended(step.weights), step.states, null, () -> {});
    }

    private void open(int rows, int samples, int negatives, int width) {
        Tensors tensors = parameters.tensors();
        int h = cell.hidden();
        if (kernels == null) {
            kernels = TorchScript.of(tensors, FusedDien.class, "kernels.torchscript");
            forwardScale = tensors.constant(scales(h, 1, -1, 2), 3L * h);
            backwardScale = tensors.constant(scales(h, 0.5f, -1, 1), 3L * h);
        }
        if (space == null || !space.holds(rows, samples, negatives)) {
            if (space != null) {
                space.close();
            }
            space = new KernelSpace(tensors, rows, samples, negatives, width, h, attention.layerWidth());
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
        private final int negatives;
        private final NDArray behaviours;
        private final NDArray others;
        private final NDArray last;
        private final NDArray candidate;
        private final NDArray history;
        private final NDArray query;
        private final NDArray plus;
        private final NDArray table;
        private final boolean same;
        private final NDArray[] layer;
        private NDArray[] extracting;
        private NDArray[] evolving;
        private NDArray scores;
        private NDArray weights;
        private NDArray states;
        private NDArray interest;
        private NDArray shown;
        private NDArray seen;
        private NDArray loss;

        Step(Features features, TimeMajor steps, boolean training) {
            this.features = features;
            this.steps = steps;
            this.training = training;
            tensors = features.tensors();
            shared = SharedHistories.of(features.plan().raw(), features.layout(), steps, training);
            read = shared == null ? steps : shared.steps();
            boolean paired = training && config.auxiliary().kind() != AuxiliaryConfig.AuxiliaryKind.NONE && pairs() > 0;
            negatives = paired ? features.plan().raw().negativesPerStep : 0;
            behaviours = tensors.longs(items());
            others = negatives == 0
                    ? tensors.zeros(DataType.INT64, 0, read.rows())
                    : Ops.view(tensors.longs(foreseenItems()), negatives, read.rows());
            last = tensors.longs(steps.last());
            candidate = training ? features.trackCandidate() : features.candidate(); // (B, W)
            history = training && config.readsBehaviours() ? features.trackHistory() : null; // (N, W)
            query = shared == null ? query() : tensors.zeros(DataType.FLOAT32, first(read), cell.hidden());
            plus = plus();
            table = auxiliary.foreseen(features.items()); // (U, H)
            same = table == features.items();
            layer = shared == null ? attention.layer(tensors) : attention.noLayer(tensors); // (H, S), (S)
            open(steps.rows(), features.layout().samples(), negatives, (int)
                    candidate.getShape().get(1));
        }

        /** The candidate's part of the scores of those samples that have a step: (active, S or H). */
        private NDArray query() {
            return attention.query(Ops.rows(tensors.longs(steps.place(), first(steps)), candidate));
        }

        /** What is added to scores, (T, active), or null. */
        private NDArray plus() {
            NDArray all = added.of(features); // (N)
            if (all == null) {
                return null;
            }
            int[] cells = StepWeights.byStep(steps);
            int[] position = new int[steps.steps() * first(steps)]; // where there is no step, the score stays far
            for (int row = 0; row < cells.length; row++) {
                position[cells[row]] = steps.position()[row];
            }
            return Ops.view(Ops.rows(tensors.longs(position), Ops.unsqueeze(all, 1)), steps.steps(), first(steps));
        }

        private static int first(TimeMajor steps) {
            return (int) steps.active()[0];
        }

        private int pairs() {
            return read.rows() - first(read);
        }

        private int histories() {
            return shared == null ? features.layout().samples() : shared.histories();
        }

        private int[] items() {
            int[] of = features.plan().historyItem();
            return ArrayFill.ints(read.rows(), row -> of[read.position()[row]]);
        }

        /** The negatives of each row, (K, P). */
        private int[] foreseenItems() {
            int[] of = features.plan().negativeItem();
            int rows = read.rows();
            return ArrayFill.ints(negatives * rows, i -> of[read.position()[i % rows] * negatives + i / rows]);
        }

        private double scale() {
            return auxiliary.factor(pairs(), histories(), features.layout().groupLength(0));
        }

        Result forward() {
            Ops.gradients(false);
            NDArray[] found = ahead();
            interest = Ops.leaf(found[0].duplicate()); // (B, H)
            loss = negatives == 0 ? null : Ops.leaf(found[1].duplicate());
            shown = Ops.leaf(weights.duplicate()); // (T, active)
            seen = config.attentions() == 1 ? null : shared == null ? Ops.leaf(states.duplicate()) : states; // (P, H)
            Ops.gradients(true);
            return new Result(interest, attended(shown), seen, loss, this::backward);
        }

        /** Attention by group where the head reads it. */
        private NDArray[] attended(NDArray weights) {
            return config.beside() == DienConfig.Beside.ATTENDED
                    ? StepWeights.byGroup(weights, StepWeights.byStep(steps), features, steps)
                    : null;
        }

        /** Final interest (B, H) and the auxiliary loss. */
        private NDArray[] ahead() {
            extracting = weights(extractor);
            evolving = weights(cell);
            NDArray[] found = kernels.call(
                    "extract",
                    Ops.detach(features.items()),
                    Ops.detach(table),
                    Ops.detach(query),
                    forward(extracting),
                    layer,
                    behaviours,
                    others,
                    read.active(),
                    space.first(),
                    space.pairs(),
                    space.work(),
                    scale(),
                    same);
            states = Ops.slice(space.first()[2], 0, 0, read.rows()); // (R, H)
            if (shared != null) {
                states = Ops.rows(tensors.longs(shared.row()), states); // (P, H)
            }
            scores = shared == null ? found[0] : scores(); // (T, active)
            NDArray all = AddedScores.plus(Ops.detach(scores), plus == null ? null : Ops.detach(plus));
            weights = Ops.softmax(all, 0);
            NDArray[] evolved = kernels.call(
                    "evolve", states, weights, forward(evolving), last, steps.active(), space.second(), space.work());
            return new NDArray[] {evolved[0], found[1]};
        }

        /** Scores of states that several samples share; the engine records them. */
        private NDArray scores() {
            states = training ? Ops.leaf(states) : states;
            Ops.gradients(training);
            NDArray place = tensors.longs(steps.place());
            NDArray found = Ops.unsqueeze(attention.fast(states, features.candidate(), place, training), 1); // (P, 1)
            NDArray far = tensors.floats(new float[] {FAR}, 1, features.type(), 1, 1);
            int active = first(steps);
            int[] rows = new int[steps.steps() * active];
            for (int t = 0, from = 0; t < steps.steps(); t++) {
                int there = (int) steps.active()[t];
                for (int rank = 0; rank < active; rank++) {
                    rows[t * active + rank] = rank < there ? from + rank : steps.rows();
                }
                from += there;
            }
            NDArray placed = Ops.rows(tensors.longs(rows), Ops.concat(0, found, far));
            NDArray byStep = Ops.view(placed, steps.steps(), active); // (T, active)
            Ops.gradients(false);
            return byStep;
        }

        private void backward() {
            rescale();
            NDArray reached = Ops.gradient(interest);
            NDArray ofStates = shared == null ? space.first()[4] : Ops.zeros(states, steps.rows(), cell.hidden());
            NDArray[] second = kernels.call(
                    "devolve",
                    reached == null ? Ops.zeros(interest, interest.getShape().getShape()) : reached,
                    last,
                    Ops.detach(states),
                    weights,
                    backward(evolving),
                    steps.active(),
                    space.second(),
                    ofStates,
                    space.work());
            if (seen != null && shared == null && Ops.gradient(seen) != null) {
                kernels.call("add", Ops.slice(ofStates, 0, 0, steps.rows()), Ops.gradient(seen));
            }
            NDArray reachedScores = throughWeights(second[3]); // (T, active)
            if (plus != null) {
                Ops.backward(plus, reachedScores);
            }
            NDArray ofScores = shared == null ? reachedScores : throughScores(reachedScores, ofStates);
            NDArray items = features.items();
            NDArray ofItems = Ops.zeros(items, items.getShape().getShape());
            NDArray ofTable = same ? ofItems : Ops.zeros(table, table.getShape().getShape());
            NDArray[] first = kernels.call(
                    "trace",
                    ofScores,
                    Ops.detach(items),
                    Ops.detach(query),
                    backward(extracting),
                    layer,
                    behaviours,
                    others,
                    read.active(),
                    space.first(),
                    space.pairs(),
                    space.work(),
                    ofItems,
                    ofTable,
                    same);
            record(first, ofItems, ofTable);
            hand(extractor, first);
            hand(cell, second);
            if (shared == null) {
                attention.hand(parameters, kernels, first[3], first[4]);
            }
        }

        /** Adds the gradient from the head's use of the weights, through their softmax, to that from the second layer. */
        private NDArray throughWeights(NDArray ofScores) {
            NDArray reached = Ops.gradient(shown);
            if (reached == null) {
                return ofScores;
            }
            NDArray weighed = Ops.mul(weights, reached);
            NDArray mean = Ops.unsqueeze(Ops.sum(weighed, 0), 0); // (1, active)
            return Ops.add(ofScores, Ops.sub(weighed, Ops.mul(weights, mean)));
        }

        /** The backward pass through the scores that the engine recorded, and from the samples' states to those of the histories. */
        private NDArray throughScores(NDArray reached, NDArray ofStates) {
            Ops.backward(scores, reached);
            NDArray row = tensors.longs(shared.row());
            NDArray target = space.first()[4]; // (rows, H)
            kernels.call("scatter", target, row, ofStates);
            kernels.call("scatter", target, row, Ops.gradient(states));
            return Ops.zeros(ofStates, read.steps(), first(read));
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
        private void record(NDArray[] first, NDArray ofItems, NDArray ofTable) {
            if (shared == null) {
                Ops.backward(query, first[5]);
            }
            int[] placed = features.plan().candidateItem();
            kernels.call("scatter", ofItems, tensors.longs(placed), Ops.gradient(candidate));
            if (history != null) {
                int n = features.layout().positions();
                NDArray shown = tensors.longs(features.plan().historyItem(), n);
                kernels.call("scatter", ofItems, shown, Ops.gradient(history));
            }
            if (!same) {
                Ops.backward(table, ofTable);
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
