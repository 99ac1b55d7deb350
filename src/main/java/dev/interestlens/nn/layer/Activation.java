package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowMask;

/** A non-linearity between two layers of an {@link Mlp}. */
public interface Activation {
    /**
     * (N, F) -> (N, F).
     *
     * @param rows which rows are real, for those that take statistics of the batch; null for all
     */
    NDArray apply(NDArray x, RowMask rows, boolean training);

    /** Slope of the leaky ReLU below 0, torch's default. */
    double LEAK = 0.01;

    /** The kinds that a configuration can name. */
    enum Kind {
        RELU,
        SIGMOID,
        TANH,
        LEAKY_RELU,
        GELU,
        PRELU,
        DICE;

        /** Whether nothing is learned for a feature, and its output depends on no other. */
        public boolean eachByItself() {
            return this != PRELU && this != DICE;
        }

        /** Makes one for F features, with parameters below the given name where it has some. */
        public Activation make(Parameters parameters, String name, int features, double diceEpsilon) {
            return switch (this) {
                case RELU -> (x, rows, training) -> Ops.relu(x);
                case SIGMOID -> (x, rows, training) -> Ops.sigmoid(x);
                case TANH -> (x, rows, training) -> Ops.tanh(x);
                case LEAKY_RELU -> (x, rows, training) -> Ops.leakyRelu(x, LEAK);
                case GELU -> (x, rows, training) -> Ops.gelu(x);
                case PRELU -> new PRelu(parameters, name, features);
                case DICE -> new Dice(parameters, name, features, diceEpsilon);
            };
        }
    }
}
