package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.model.config.UnitConfig;
import dev.interestlens.model.dien.DienConfig.InterestScore;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Role;
import dev.interestlens.nn.RowMask;
import dev.interestlens.nn.Tensors;
import dev.interestlens.nn.TorchScript;
import dev.interestlens.nn.layer.Activation;
import dev.interestlens.nn.layer.ActivationUnit;
import dev.interestlens.nn.layer.Linear;
import dev.interestlens.nn.layer.Mlp;

/** Scores interest states against the candidate. M states of width H, B candidates of width W. */
final class InterestAttention {
    private static final String NAME = "interest_evolution";

    private final InterestScore kind;
    private final int hidden;
    private final Parameter bilinear;
    private final Linear query;
    private final ActivationUnit unit;
    private final UnitConfig settings;
    private final Mlp mlp;

    InterestAttention(DienConfig config, Parameters parameters, int width) {
        kind = config.evolving().attention();
        hidden = config.hiddenSize();
        settings = config.evolving().unit();
        bilinear = kind == InterestScore.BILINEAR
                ? parameters.as(
                        Role.SCORES,
                        () -> parameters.dense(NAME + ".attention_W", Initializer.glorot(width, hidden), hidden, width))
                : null;
        query = kind == InterestScore.UNIT && width != hidden
                ? parameters.as(Role.SCORES, () -> new Linear(parameters, NAME + ".attention_query", width, hidden))
                : null;
        Mlp.Hidden layers = settings.layers(config.diceEpsilon());
        unit = kind == InterestScore.UNIT
                ? new ActivationUnit(parameters, NAME + ".attention_net", hidden, settings.inputs(), layers, 1)
                : null;
        mlp = kind == InterestScore.MLP
                ? parameters.as(
                        Role.SCORES,
                        () -> new Mlp(
                                parameters,
                                NAME + ".attention_net",
                                hidden + width,
                                layers,
                                Mlp.Numbering.WITHOUT_DROPOUT))
                : null;
    }

    /** As the formulas say: states (M, H), candidate (B, W), the candidate of each state (M) -> (M). */
    NDArray plain(NDArray states, NDArray candidate, NDArray sample, RowMask rows, boolean training) {
        NDArray target = Ops.rows(sample, target(candidate)); // (M, ·)
        return switch (kind) {
            case BILINEAR, DOT -> Ops.sum(Ops.mul(states, target), 1);
            case UNIT -> unit.plain(target, states, null, rows, training);
            case MLP -> mlp.apply(Ops.concat(1, states, target), rows, training);
        };
    }

    /** The same numbers with the candidate's part of the first layer computed once a sample. */
    NDArray fast(NDArray states, NDArray candidate, NDArray sample, boolean training) {
        if (kind == InterestScore.UNIT && unit.splits()) {
            return unit.split(target(candidate), states, sample, null, null, training);
        }
        if (kind != InterestScore.MLP || !mlp.hasHidden()) {
            return plain(states, candidate, sample, null, training);
        }
        Linear first = mlp.first();
        NDArray ofState = Ops.linear(states, parts(first.weight())[0], null); // (M, first hidden)
        NDArray x = Ops.add(ofState, Ops.rows(sample, query(candidate))); // (M, first hidden)
        return mlp.applyAfterFirst(x, null, training);
    }

    /** Whether many candidates can be scored with the states' part computed once. */
    boolean shares() {
        return kind != InterestScore.UNIT || unit.splits();
    }

    /** The candidates' part of the scores: one row for each candidate. */
    NDArray ofCandidates(NDArray candidates) {
        return kind == InterestScore.MLP ? query(candidates) : target(candidates);
    }

    /** Scores one history's states against some candidates. */
    @FunctionalInterface
    interface Asked {
        /** What {@link #ofCandidates} gave, n rows -> (n, L). */
        NDArray scores(NDArray candidates);
    }

    /** states (L, H). */
    Asked ofHistory(NDArray states) {
        if (kind == InterestScore.UNIT) {
            ActivationUnit.Crossed crossed = unit.crossed(states, null);
            return candidates -> unit.pairs(candidates, crossed);
        }
        if (kind != InterestScore.MLP) {
            NDArray keys = Ops.transpose(states, 0, 1); // (H, L)
            return candidates -> Ops.matmul(candidates, keys);
        }
        NDArray ofState = Ops.linear(states, parts(mlp.entry().weight())[0], null); // (L, first)
        return candidates -> {
            NDArray x = Ops.add(Ops.unsqueeze(candidates, 1), Ops.unsqueeze(ofState, 0)); // (n, L, first)
            NDArray scores =
                    mlp.applyAfterEntry(Ops.view(x, -1, ofState.getShape().get(1)), null, false); // (n·L)
            return Ops.view(scores, -1, ofState.getShape().get(0));
        };
    }

    private NDArray target(NDArray candidate) {
        return switch (kind) {
            case BILINEAR -> Ops.linear(candidate, bilinear.value(), null); // W e, (B, H)
            case UNIT -> query == null ? candidate : query.apply(candidate); // (B, H)
            case DOT, MLP -> candidate;
        };
    }

    /** Whether a score is v relu(W h + q) or h q, with q of the candidate alone. */
    boolean oneLayer() {
        return switch (kind) {
            case BILINEAR, DOT -> true;
            case UNIT -> false;
            case MLP ->
                settings.hidden().size() == 1
                        && settings.activation() == Activation.Kind.RELU
                        && settings.dropout() == 0;
        };
    }

    /** S, the width of that layer, or 0 for h q. */
    int layerWidth() {
        return kind == InterestScore.MLP ? settings.hidden().get(0) : 0;
    }

    /** q: candidates (M, W) -> (M, S) or (M, H). */
    NDArray query(NDArray candidates) {
        if (kind != InterestScore.MLP) {
            return target(candidates);
        }
        return Ops.linear(
                candidates, parts(mlp.entry().weight())[1], mlp.entry().bias());
    }

    /** W (H, S) and v (S), cut off from the gradient; both empty for h q. */
    NDArray[] layer(Tensors tensors) {
        if (kind != InterestScore.MLP) {
            return noLayer(tensors);
        }
        NDArray w = Ops.transpose(Ops.detach(parts(mlp.first().weight())[0]), 0, 1); // (H, S)
        return new NDArray[] {w.duplicate(), Ops.view(Ops.detach(mlp.last().weight()), -1)};
    }

    /** The same for a product. */
    NDArray[] noLayer(Tensors tensors) {
        return new NDArray[] {tensors.zeros(DataType.FLOAT32, hidden, 0), tensors.zeros(DataType.FLOAT32, 0)};
    }

    /** Adds the gradients of W (H, S) and v (S) to those of their parameters. */
    void hand(Parameters parameters, TorchScript kernels, NDArray ofW, NDArray ofV) {
        if (kind == InterestScore.MLP) {
            NDArray w = parts(parameters.gradient(mlp.first().weightParameter()))[0]; // (S, H)
            kernels.call("add", w, Ops.transpose(ofW, 0, 1));
            kernels.call("add", parameters.gradient(mlp.last().weightParameter()), Ops.view(ofV, 1, -1));
        }
    }

    /** The columns of the first layer that read the state, and those that read the candidate. */
    private NDArray[] parts(NDArray weight) {
        return Ops.split(weight, 1, hidden, weight.getShape().get(1) - hidden);
    }
}
