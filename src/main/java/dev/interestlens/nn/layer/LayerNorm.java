package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import java.util.List;

/** Layer normalisation over the last axis: biased variance, ε 1e-5. */
public final class LayerNorm {
    static final double EPSILON = 1e-5;

    private final Parameter gamma;
    private final Parameter beta;

    public LayerNorm(Parameters parameters, String name, int features) {
        gamma = parameters.dense(name + ".weight", Initializer.constant(1), features);
        beta = parameters.dense(name + ".bias", Initializer.constant(0), features);
    }

    /** Weight and bias. */
    List<Parameter> parameters() {
        return List.of(gamma, beta);
    }

    /** (…, F) -> (…, F). */
    public NDArray apply(NDArray x) {
        return Ops.layerNorm(x, gamma.value(), beta.value(), EPSILON);
    }
}
