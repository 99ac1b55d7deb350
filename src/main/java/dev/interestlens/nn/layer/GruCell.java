package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Tensors;
import java.util.Arrays;
import java.util.List;

/**
 * One step of a gated recurrent unit, torch's form: r = σ(W_ir x + b_ir + W_hr h + b_hr), z likewise, n = tanh(W_in x + b_in + r∘(W_hn h + b_hn)); rows
 * of the weights in the order r, z, n. torch's z keeps the old state: the papers' update gate is u = 1 − z. Golden cases E and F. b rows, H units.
 */
public final class GruCell {
    /**
     * The gates of a step, each of shape (b, H).
     *
     * @param reset r
     * @param update u = 1 − z
     * @param candidate n, the state that would be written
     */
    public record Gates(NDArray reset, NDArray update, NDArray candidate) {}

    private final Parameter inputWeight;
    private final Parameter stateWeight;
    private final Parameter inputBias;
    private final Parameter stateBias;
    private final int hidden;

    /** With parameters {@code name.weight_ih}, {@code name.weight_hh}, {@code name.bias_ih} and {@code name.bias_hh}, each with the suffix. */
    public GruCell(Parameters parameters, String name, String suffix, int in, int hidden) {
        this.hidden = hidden;
        Initializer initializer = Initializer.fanIn(hidden);
        inputWeight = parameters.dense(name + ".weight_ih" + suffix, initializer, 3L * hidden, in);
        stateWeight = parameters.dense(name + ".weight_hh" + suffix, initializer, 3L * hidden, hidden);
        inputBias = parameters.dense(name + ".bias_ih" + suffix, initializer, 3L * hidden);
        stateBias = parameters.dense(name + ".bias_hh" + suffix, initializer, 3L * hidden);
    }

    /** The weights of the input (3H, in) and of the state (3H, H), then their biases (3H). */
    public List<Parameter> parameters() {
        return List.of(inputWeight, stateWeight, inputBias, stateBias);
    }

    /** H. */
    public int hidden() {
        return hidden;
    }

    /** The input's part of the gates, for many steps at once: (…, in) -> (…, 3H). */
    public NDArray project(NDArray x) {
        return Ops.linear(x, inputWeight.value(), inputBias.value());
    }

    /** The same without the bias, which {@link #withBias} adds: (…, in) -> (…, 3H). */
    public NDArray projectWithoutBias(NDArray x) {
        return Ops.linear(x, inputWeight.value(), null);
    }

    /** (…, 3H) -> (…, 3H). */
    public NDArray withBias(NDArray projected) {
        return Ops.add(projected, inputBias.value());
    }

    /**
     * Arguments of a kernel that computes tanh(y) as 2σ(2y) − 1 and u as σ, and keeps (h + 1) / 2 instead of the state h: rows of r are unchanged,
     * those of z multiplied by −1, those of n by 2; weights of the state are doubled and their sum is subtracted. Gradients off.
     *
     * @param x inputs of all steps, (L, in)
     * @return for each step what it adds to the gates' sums (L, 3H, 1), for n only the state's bias; the input's part of n (L, H, 1); weights of the
     *     state (3H, H)
     */
    public NDArray[] forKernel(NDArray x, Tensors tensors) {
        float[] factors = new float[3 * hidden];
        Arrays.fill(factors, 0, hidden, 1);
        Arrays.fill(factors, hidden, 2 * hidden, -1);
        Arrays.fill(factors, 2 * hidden, 3 * hidden, 2);
        NDArray scale = tensors.floats(factors, 3L * hidden);
        NDArray[] ofInput = Ops.split(Ops.mul(project(x), scale), 1, 2L * hidden, hidden); // (L, 2H), (L, H)
        NDArray[] bias = Ops.split(Ops.mul(stateBias.value(), scale), 0, 2L * hidden, hidden);
        NDArray rz = Ops.add(ofInput[0], bias[0]);
        NDArray n = Ops.add(Ops.scale(ofInput[1], 0), bias[1]); // (L, H)
        NDArray weights = Ops.mul(stateWeight.value(), Ops.unsqueeze(scale, 1)); // (3H, H)
        NDArray sums = Ops.sub(Ops.concat(1, rz, n), Ops.unsqueeze(Ops.sum(weights, 1), 0)); // (L, 3H)
        return new NDArray[] {Ops.unsqueeze(sums, 2), Ops.unsqueeze(ofInput[1], 2), Ops.scale(weights, 2)};
    }

    /** The next state of a plain GRU: x (b, in), state (b, H) -> (b, H). */
    public NDArray step(NDArray x, NDArray state) {
        Gates gates = gates(project(x), state);
        return Ops.add(state, Ops.mul(gates.update(), Ops.sub(gates.candidate(), state)));
    }

    /** projected (b, 3H), or (1, 3H) where all rows read the same, state (b, H). */
    public Gates gates(NDArray projected, NDArray state) {
        NDArray[] x = Ops.split(projected, 1, 2L * hidden, hidden); // (b, 2H), (b, H)
        NDArray[] h = Ops.split(Ops.linear(state, stateWeight.value(), stateBias.value()), 1, 2L * hidden, hidden);
        NDArray[] rz = Ops.split(Ops.sigmoid(Ops.add(x[0], h[0])), 1, hidden, hidden);
        NDArray candidate = Ops.tanh(Ops.add(x[1], Ops.mul(rz[0], h[1]))); // (b, H)
        return new Gates(rz[0], Ops.shift(Ops.neg(rz[1]), 1), candidate);
    }
}
