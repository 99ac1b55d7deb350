package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Buffer;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;

/**
 * Batch normalisation of rows: γ, β and running statistics, ε 1e-5, momentum 0.1 (torch's). A training batch of one row has no variance and is
 * normalised by the running statistics.
 */
public final class BatchNorm {
    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    private final Parameter gamma;
    private final Parameter beta;
    private final Buffer mean;
    private final Buffer variance;

    public BatchNorm(Parameters parameters, String name, int features) {
        gamma = parameters.dense(name + ".weight", Initializer.constant(1), features);
        beta = parameters.dense(name + ".bias", Initializer.constant(0), features);
        mean = parameters.buffer(name + ".running_mean", features, 0);
        variance = parameters.buffer(name + ".running_var", features, 1);
    }

    /** (N, F) -> (N, F). */
    public NDArray apply(NDArray x, boolean training) {
        boolean batch = training && x.getShape().get(0) > 1;
        return Ops.batchNorm(x, gamma.value(), beta.value(), mean.value(), variance.value(), batch, MOMENTUM, EPSILON);
    }
}
