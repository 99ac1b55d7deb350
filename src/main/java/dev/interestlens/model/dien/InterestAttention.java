package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.model.Features;
import dev.interestlens.model.config.UnitConfig;
import dev.interestlens.model.dien.DienConfig.InterestScore;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Role;
import dev.interestlens.nn.RowMask;
import dev.interestlens.nn.layer.ActivationUnit;
import dev.interestlens.nn.layer.Linear;
import dev.interestlens.nn.layer.Mlp;
import java.util.Arrays;

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
        kind = config.evolving().attention();
        hidden = config.hiddenSize();
        bilinear = kind == InterestScore.BILINEAR
                ? parameters.as(
                        Role.SCORES,
                        () -> parameters.dense(NAME + ".attention_W", Initializer.glorot(width, hidden), hidden, width))
                : null;
        query = kind == InterestScore.UNIT && width != hidden
                ? parameters.as(Role.SCORES, () -> new Linear(parameters, NAME + ".attention_query", width, hidden))
                : null;
        UnitConfig settings = config.evolving().unit();
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
        NDArray ofState = Ops.linear(states, parts(mlp.entry().weight())[0], null); // (M, first hidden)
        NDArray x = Ops.add(ofState, Ops.rows(sample, query(candidate))); // (M, first hidden)
        return mlp.applyAfterFirst(x, null, training);
    }

    /** Whether {@link #beside} takes several candidates of a history. */
    boolean takesSeveral() {
        return multiplies() || kind == InterestScore.MLP && mlp.takesRowsApart();
    }

    /** Whether a score is the product of a state and what is made of the candidate. */
    boolean multiplies() {
        return kind == InterestScore.BILINEAR || kind == InterestScore.DOT;
    }

    /**
     * The same numbers group by group, where each history has C candidates; only where it {@link #takesSeveral}.
     *
     * @param states of h histories with L positions, (h, L, H)
     * @return (h, C, L)
     */
    NDArray[] beside(Features features, NDArray[] states, boolean training) {
        int each = features.plan().each();
        NDArray[] asked = features.layout().groupSamples(ofCandidates(features.candidate()), each); // (h·C, ·)
        NDArray[] scores = new NDArray[states.length];
        Arrays.setAll(
                scores,
                g -> multiplies()
                        ? Ops.matmul(Ops.view(asked[g], -1, each, hidden), Ops.transpose(states[g], 1, 2))
                        : beside(asked[g], states[g], each, training));
        return scores;
    }

    /** An MLP for several candidates: asked (h·C, S), states (h, L, H) -> (h, C, L). */
    private NDArray beside(NDArray asked, NDArray states, int each, boolean training) {
        long h = states.getShape().get(0);
        NDArray ofState = Ops.unsqueeze(Ops.linear(states, parts(mlp.entry().weight())[0], null), 1); // (h, 1, L, S)
        long s = ofState.getShape().get(3);
        NDArray x = Ops.add(ofState, Ops.view(asked, h, each, 1, s));
        return Ops.view(mlp.applyAfterEntry(Ops.view(x, -1, s), null, training), h, each, -1);
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

    /** The candidates' part of the first layer of an MLP: (M, W) -> (M, S). */
    private NDArray query(NDArray candidates) {
        return Ops.linear(
                candidates, parts(mlp.entry().weight())[1], mlp.entry().bias());
    }

    /** H. */
    int hidden() {
        return hidden;
    }

    /** The columns of the first layer that read the state, and those that read the candidate. */
    private NDArray[] parts(NDArray weight) {
        return Ops.split(weight, 1, hidden, weight.getShape().get(1) - hidden);
    }
}
