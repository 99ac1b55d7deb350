package dev.interestlens.explain.look;

import dev.interestlens.explain.picture.HeatMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Where the model looked: one forward pass, no measurement.
 *
 * @param logit of the candidate
 * @param kind what the numbers are
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

    /** What each behaviour would get if what falls on the history were shared evenly: 1/n where all of it does. NaN where weights are no shares. */
    public double even() {
        return even(look.length);
    }

    /** The same where only so many of the behaviours may be read. */
    public double even(int readable) {
        return kind.shares() && readable > 0 ? onHistory() / readable : Double.NaN;
    }

    /** What of the weights falls on the history; the rest of a rollout stays on the candidate itself. */
    double onHistory() {
        return Arrays.stream(look).sum();
    }

    /** What the behaviours are ranked by: the size of their look. */
    public double[] strength() {
        double[] strength = new double[look.length];
        for (int j = 0; j < look.length; j++) {
            strength[j] = Math.abs(look[j]);
        }
        return strength;
    }
}
