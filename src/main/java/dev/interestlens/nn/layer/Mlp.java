package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Noise;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowMask;
import java.util.ArrayList;
import java.util.List;

/**
 * Linear – [BatchNorm] – activation – dropout, repeated, and a last Linear to one number, or to several. Parameters are numbered as in a torch
 * Sequential of these modules ({@code name.0.weight}, {@code name.1.running_mean}, …), counting dropout unless set otherwise.
 */
public final class Mlp {
    /** Whether dropout counts among the numbers of the parameters' names, as it does in a torch Sequential that holds it. */
    public enum Numbering {
        WITH_DROPOUT,
        WITHOUT_DROPOUT
    }

    /**
     * The hidden layers.
     *
     * @param widths may be empty
     * @param batchNorm whether each is normalised before its activation
     * @param diceEpsilon ε of Dice, where the activation is Dice
     */
    public record Hidden(
            List<Integer> widths, Activation.Kind activation, boolean batchNorm, double dropout, double diceEpsilon) {
        public Hidden {
            widths = List.copyOf(widths);
        }
    }

    private record Stage(Linear linear, BatchNorm norm, Activation activation) {}

    private final List<Stage> stages = new ArrayList<>();
    private final Linear last;
    private final boolean several;
    private final boolean eachByItself;
    private final double dropout;
    private final Noise noise;

    /** @param in width of the input */
    public Mlp(Parameters parameters, String name, int in, Hidden hidden, Numbering numbering) {
        this(parameters, name, in, hidden, 1, numbering);
    }

    /** @param out number of outputs, at least 1; several begin nearly alike */
    Mlp(Parameters parameters, String name, int in, Hidden hidden, int out, Numbering numbering) {
        int index = 0;
        int width = in;
        for (int next : hidden.widths()) {
            Linear linear = new Linear(parameters, name + "." + index++, width, next);
            BatchNorm norm = hidden.batchNorm() ? new BatchNorm(parameters, name + "." + index++, next) : null;
            Activation activation =
                    hidden.activation().make(parameters, name + "." + index++, next, hidden.diceEpsilon());
            stages.add(new Stage(linear, norm, activation));
            index += numbering == Numbering.WITH_DROPOUT ? 1 : 0;
            width = next;
        }
        last = new Linear(parameters, name + "." + index, width, out, true, Initializer.rowsAlike(width));
        several = out > 1;
        eachByItself = hidden.activation().eachByItself();
        dropout = hidden.dropout();
        noise = parameters.noise();
    }

    /** (N, in) -> (N), or (N, out) for several outputs, as in all methods below. */
    public NDArray apply(NDArray x, RowMask rows, boolean training) {
        return applyAfterEntry(entry().apply(x), rows, training);
    }

    /** The rest of the MLP, from the output of the first Linear: (N, first hidden) -> (N). There must be a hidden layer. */
    public NDArray applyAfterFirst(NDArray first, RowMask rows, boolean training) {
        NDArray x = first;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            x = i == 0 ? x : stage.linear().apply(x);
            x = stage.norm() == null ? x : stage.norm().apply(x, training);
            x = noise.drop(stage.activation().apply(x, rows, training), dropout, training);
        }
        return one(last.apply(x));
    }

    /** (N, 1) -> (N). */
    private NDArray one(NDArray out) {
        return several ? out : Ops.squeeze(out, 1);
    }

    /** Whether there is one hidden layer whose units the output adds up, each by itself. */
    public boolean addsUp() {
        return stages.size() == 1 && takesRowsApart();
    }

    /** Whether the output of a row does not depend on the others, in training either. */
    public boolean takesRowsApart() {
        return eachByItself && stages.stream().allMatch(stage -> stage.norm() == null);
    }

    /**
     * What some units of the only hidden layer have in the output, which {@link #addsUp}; not for training.
     *
     * @param first what the first Linear gave for these units, (N, units)
     * @param from the first of them
     * @param bias whether the bias of the output is added
     */
    public NDArray share(NDArray first, int from, boolean bias) {
        NDArray x = stages.get(0).activation().apply(first, null, false);
        NDArray weight =
                Ops.slice(last.weight(), 1, from, from + first.getShape().get(1));
        return one(Ops.linear(x, weight, bias ? last.bias() : null));
    }

    /** The first Linear; there must be a hidden layer. */
    public Linear first() {
        return stages.get(0).linear();
    }

    /** The Linear that reads the input: the first one, or the last where there is no hidden layer. */
    public Linear entry() {
        return stages.isEmpty() ? last : first();
    }

    /** The rest of the MLP, from the output of {@link #entry}: (N, its width) -> (N). */
    public NDArray applyAfterEntry(NDArray x, RowMask rows, boolean training) {
        return stages.isEmpty() ? one(x) : applyAfterFirst(x, rows, training);
    }

    /** The last Linear. */
    public Linear last() {
        return last;
    }

    public boolean hasHidden() {
        return !stages.isEmpty();
    }
}
