package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import java.util.List;

/** y = x W^T + b, W of shape (out, in), both started in ±1/√in as torch does. */
public final class Linear {
    private final Parameter weight;
    private final Parameter bias;

    /** With parameters {@code name.weight} and {@code name.bias}. */
    public Linear(Parameters parameters, String name, long in, long out) {
        this(parameters, name, in, out, true);
    }

    public Linear(Parameters parameters, String name, long in, long out, boolean withBias) {
        this(parameters, name, in, out, withBias, Initializer.fanIn(in));
    }

    /** @param start of the weight */
    public Linear(Parameters parameters, String name, long in, long out, boolean withBias, Initializer start) {
        weight = parameters.dense(name + ".weight", start, out, in);
        bias = withBias ? parameters.dense(name + ".bias", Initializer.fanIn(in), out) : null;
    }

    /** Weight and, where there is one, bias. */
    List<Parameter> parameters() {
        return bias == null ? List.of(weight) : List.of(weight, bias);
    }

    /** (…, in) -> (…, out). */
    public NDArray apply(NDArray x) {
        return Ops.linear(x, weight.value(), bias == null ? null : bias.value());
    }

    /** W, shape (out, in). */
    public NDArray weight() {
        return weight.value();
    }

    /** The parameter of W. */
    public Parameter weightParameter() {
        return weight;
    }

    /** The parameter of b; null where there is none. */
    public Parameter biasParameter() {
        return bias;
    }

    /** b, shape (out); null where there is none. */
    public NDArray bias() {
        return bias == null ? null : bias.value();
    }
}
