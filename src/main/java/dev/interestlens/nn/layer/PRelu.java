package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowMask;

/** y = max(x, 0) − w · max(−x, 0) with one w a feature, started at 0.25. */
final class PRelu implements Activation {
    private final Parameter weight;

    PRelu(Parameters parameters, String name, int features) {
        weight = parameters.dense(name + ".weight", Initializer.constant(0.25f), features);
    }

    @Override
    public NDArray apply(NDArray x, RowMask rows, boolean training) {
        return Ops.sub(Ops.relu(x), Ops.mul(weight.value(), Ops.relu(Ops.neg(x)))); // (N, F)
    }
}
