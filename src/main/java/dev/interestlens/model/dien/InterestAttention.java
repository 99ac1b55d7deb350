package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.dien.DienConfig.InterestScore;
import dev.interestlens.nn.Activation;
import dev.interestlens.nn.ActivationUnit;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Linear;
import dev.interestlens.nn.Mlp;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowMask;

/** Scores interest states against the candidate. M states of width H, B candidates of width W. */
final class InterestAttention {
    private static final String NAME = "interest_evolution";

    private final InterestScore kind;
    private final int hidden;
    private final Parameter bilinear;
    private final Linear query;
    private final ActivationUnit unit;
    private final Mlp mlp;

    InterestAttention(DienConfig config, Parameters parameters, int width) {
        kind = config.attention();
        hidden = config.hiddenSize();
        bilinear = kind == InterestScore.BILINEAR
                ? parameters.dense(NAME + ".attention_W", Initializer.glorot(width, hidden), hidden, width)
                : null;
        query = kind == InterestScore.UNIT && width != hidden
                ? new Linear(parameters, NAME + ".attention_query", width, hidden)
                : null;
        Activation.Kind activation = config.unit().activation();
        unit = kind == InterestScore.UNIT
                ? new ActivationUnit(
                        parameters,
                        NAME + ".attention_net",
                        hidden,
                        config.unit().inputs(),
                        config.unit().hidden(),
                        activation,
                        config.unit().dropout(),
                        config.diceEpsilon())
                : null;
        mlp = kind == InterestScore.MLP
                ? new Mlp(
                        parameters,
                        NAME + ".attention_net",
                        hidden + width,
                        config.unit().hidden(),
                        activation,
                        false,
                        config.unit().dropout(),
                        config.diceEpsilon(),
                        Mlp.Numbering.WITHOUT_DROPOUT)
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
        NDArray[] w =
                Ops.split(first.weight(), 1, hidden, first.weight().getShape().get(1) - hidden);
        NDArray ofCandidate = Ops.linear(candidate, w[1], first.bias()); // (B, first hidden)
        NDArray x = Ops.add(Ops.linear(states, w[0], null), Ops.rows(sample, ofCandidate)); // (M, first hidden)
        return mlp.applyAfterFirst(x, null, training);
    }

    private NDArray target(NDArray candidate) {
        return switch (kind) {
            case BILINEAR -> Ops.linear(candidate, bilinear.value(), null); // W e, (B, H)
            case UNIT -> query == null ? candidate : query.apply(candidate); // (B, H)
            case DOT, MLP -> candidate;
        };
    }
}
