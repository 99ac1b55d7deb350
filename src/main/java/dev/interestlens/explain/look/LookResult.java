package dev.interestlens.explain.look;

import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Look: from one forward pass, without measurement.
 *
 * @param logit of the candidate
 * @param kind meaning of the numbers
 * @param look one number a behaviour, oldest first
 * @param matrices every picture that the model's traces give
 * @param heads where it has several attentions over the history, the weights of each, one number a behaviour; else empty
 */
public record LookResult(double logit, LookKind kind, double[] look, List<HeatMatrix> matrices, List<double[]> heads) {
    /** With one attention, or none. */
    public LookResult(double logit, LookKind kind, double[] look, List<HeatMatrix> matrices) {
        this(logit, kind, look, matrices, List.of());
    }

    public LookResult {
        Objects.requireNonNull(kind);
        look = look.clone();
        matrices = List.copyOf(matrices);
        heads = List.copyOf(heads);
    }

    /** The score, σ of the logit. */
    public double score() {
        return Scores.sigmoid(logit);
    }

    /**
     * The weight of each behaviour if the history's share were distributed evenly: 1/n where the history has all weight. NaN where weights are not
     * shares.
     */
    public double even() {
        return even(look.length);
    }

    /** The same where only {@code readable} behaviours may be read. */
    public double even(int readable) {
        return kind.shares() && readable > 0 ? onHistory() / readable : Double.NaN;
    }

    /** The history's share of the weights; the rest of a rollout is on the candidate itself. */
    double onHistory() {
        return Arrays.stream(look).sum();
    }

    /** The absolute weights, by which behaviours are ranked. */
    public double[] strength() {
        return ArrayFill.doubles(look.length, j -> Math.abs(look[j]));
    }
}
