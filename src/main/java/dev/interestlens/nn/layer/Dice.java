package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowMask;

/**
 * Dice (DIN, arXiv 1706.06978, equation 4): y = p·x + (1−p)·α·x with p = σ((x − E)/√(Var + ε)) and one trained α a feature, started at 0. Sequences
 * are flattened to rows first; statistics are taken over real rows only, while the function itself is applied to all. Golden case C.
 */
public final class Dice implements Activation {
    private final Parameter alpha;
    private final RowStatistics statistics;
    private final double epsilon;

    public Dice(Parameters parameters, String name, int features, double epsilon) {
        alpha = parameters.dense(name + ".alpha", Initializer.constant(0), features);
        statistics = new RowStatistics(parameters, name + ".bn", features);
        this.epsilon = epsilon;
    }

    @Override
    public NDArray apply(NDArray x, RowMask rows, boolean training) {
        NDArray p = Ops.sigmoid(statistics.standardize(x, rows, training, epsilon));
        NDArray a = alpha.value();
        NDArray slope = Ops.add(a, Ops.sub(p, Ops.mul(p, a))); // α + p(1 − α), (N, F)
        return Ops.mul(x, slope);
    }
}
