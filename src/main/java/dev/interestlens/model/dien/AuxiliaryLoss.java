package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.dien.AuxiliaryConfig.AuxiliaryKind;
import dev.interestlens.model.dien.AuxiliaryConfig.Reduction;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.Tracer;
import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.Linear;
import dev.interestlens.nn.layer.Mlp;
import java.util.List;
import java.util.Optional;

/**
 * The auxiliary loss of interest states (paper, equation 5; golden cases F and F2). A pair is a state and the next behaviour that can be read. The
 * released net ends in two logits and a softmax, ours in one logit and a sigmoid, which is the same function; its input is not batch-normalised here.
 * M pairs, H units, W width of an item's embeddings, K negatives a pair.
 */
public final class AuxiliaryLoss {
    private static final List<Integer> NET = List.of(100, 50);

    private final AuxiliaryConfig config;
    private final Linear projection;
    private final Mlp net;
    private final Linear predictor;

    AuxiliaryLoss(AuxiliaryConfig config, Parameters parameters, int hidden, int width, int items) {
        this.config = config;
        projection = config.kind() == AuxiliaryKind.INNER_PRODUCT && hidden != width
                ? new Linear(parameters, "aux_proj", hidden, width, false)
                : null;
        net = config.kind() == AuxiliaryKind.NET
                ? new Mlp(
                        parameters,
                        "aux_net",
                        hidden + width,
                        new Mlp.Hidden(NET, Activation.Kind.SIGMOID, false, 0, 1e-5),
                        Mlp.Numbering.WITHOUT_DROPOUT)
                : null;
        predictor = config.kind() == AuxiliaryKind.FULL_SOFTMAX
                ? new Linear(parameters, "state_loss.predictor", hidden, items)
                : null;
    }

    /** One term a pair: states (M, H), next (M, W), negatives (M·K, W) -> (M). */
    public NDArray ofPairs(NDArray states, NDArray next, NDArray negatives, Tracer tracer) {
        long m = states.getShape().get(0);
        long k = negatives.getShape().get(0) / m;
        long w = next.getShape().get(1);
        NDArray state = projection == null ? states : projection.apply(states);
        NDArray positive = logits(Ops.unsqueeze(state, 1), Ops.unsqueeze(next, 1)); // (M, 1)
        NDArray negative = logits(Ops.unsqueeze(state, 1), Ops.view(negatives, m, k, w)); // (M, K)
        tracer.record(TraceNames.AUXILIARY_POSITIVE, Ops.squeeze(positive, 1), AxisKind.HISTORY);
        tracer.record(TraceNames.AUXILIARY_NEGATIVE, negative, AxisKind.HISTORY, AxisKind.CANDIDATE);
        NDArray terms = Ops.scale(Ops.sum(Ops.softplus(negative), 1), 1.0 / k); // −log(1 − σ(x)) = log(1 + eˣ), (M)
        return Ops.add(Ops.squeeze(Ops.softplus(Ops.neg(positive)), 1), terms); // −log σ(x) = log(1 + e⁻ˣ)
    }

    private NDArray logits(NDArray state, NDArray others) {
        if (net == null) {
            return Ops.sum(Ops.mul(state, others), 2); // (M, 1, W) (M, k, W) -> (M, k)
        }
        long m = others.getShape().get(0);
        long k = others.getShape().get(1);
        long h = state.getShape().get(2);
        NDArray repeated = state.broadcast(m, k, h); // (M, 1, H) -> (M, k, H)
        NDArray x = Ops.view(Ops.concat(2, repeated, others), m * k, -1);
        return Ops.view(net.apply(x, null, false), m, k);
    }

    /** Cross entropy over all items: states (M, H), target ids (M) -> (M). */
    public NDArray ofItems(NDArray states, NDArray targets) {
        NDArray logs = Ops.logSoftmax(predictor.apply(states), 1); // (M, items)
        return Ops.neg(Ops.squeeze(Ops.gather(logs, Ops.unsqueeze(targets, 1), 1), 1)); // (M)
    }

    /**
     * The loss as it is added.
     *
     * @param terms shape (M), 0 where there is no pair
     * @param pairs how many there are
     * @param samples B
     * @param length L, the width of the padded batch
     */
    public NDArray reduce(NDArray terms, int pairs, int samples, int length) {
        return Ops.sumAll(Ops.scale(terms, factor(pairs, samples, length)));
    }

    /** The weight of each term. */
    double factor(int pairs, int samples, int length) {
        double divisor = config.reduction() == Reduction.PER_SAMPLE
                ? samples
                : config.reduction() == Reduction.PER_PAIR ? pairs : samples * (length - 1.0);
        return config.weight() / Math.max(1, divisor);
    }

    /** What makes of a state (H) a vector as wide as an item (W), where that differs. */
    Optional<Linear> projection() {
        return Optional.ofNullable(projection);
    }
}
