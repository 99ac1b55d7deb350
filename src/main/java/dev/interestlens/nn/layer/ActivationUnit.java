package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.Role;
import dev.interestlens.nn.RowMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Target attention, DIN's activation unit (arXiv 1706.06978, figure 2): a small MLP that scores one behaviour k against the candidate q, by one number or, for
 * several attentions side by side, by several. Golden cases A and B. N positions, B samples, W width of q and k; where there are several scores, (N)
 * stands for (N, scores).
 */
public final class ActivationUnit {
    /** What the MLP reads of q and k, in this order. */
    public enum Inputs {
        /** [q, k], as the reference code. */
        CONCAT(2),
        /** [q, k, q−k, q∗k]. */
        DIFFERENCE_PRODUCT(4),
        /** [q, k] and the outer product of q and k, as the paper's text. */
        OUTER_PRODUCT(2);

        private final int parts;

        Inputs(int parts) {
            this.parts = parts;
        }

        int width(int w) {
            return this == OUTER_PRODUCT ? 2 * w + w * w : parts * w;
        }
    }

    /** Numbers of the first layer that are computed at a time, so that the next one finds them in the processor's cache. */
    private static final long BLOCK = 1 << 20;

    private final Inputs inputs;
    private final int width;
    private final int scores;
    private final Mlp mlp;

    /** @param scores how many numbers a behaviour gets, 1 at least */
    public ActivationUnit(Parameters parameters, String name, int width, Inputs inputs, Mlp.Hidden hidden, int scores) {
        this.inputs = inputs;
        this.width = width;
        this.scores = scores;
        mlp = parameters.as(
                Role.SCORES,
                () -> new Mlp(parameters, name, inputs.width(width), hidden, scores, Mlp.Numbering.WITH_DROPOUT));
    }

    /** Whether a score is the sum of what each unit of the only hidden layer gives, and a bias. */
    public boolean addsUp() {
        return mlp.addsUp();
    }

    /** True where {@link #split} can stand for {@link #plain}. */
    public boolean splits() {
        return inputs == Inputs.DIFFERENCE_PRODUCT && mlp.hasHidden();
    }

    /** As the formula says. q repeated (N, W), k (N, W) -> scores (N). */
    public NDArray plain(NDArray q, NDArray k, NDArray position, RowMask rows, boolean training) {
        List<NDArray> parts = new ArrayList<>(List.of(q, k));
        if (inputs == Inputs.DIFFERENCE_PRODUCT) {
            parts.add(Ops.sub(q, k));
            parts.add(Ops.mul(q, k));
        } else if (inputs == Inputs.OUTER_PRODUCT) {
            NDArray outer = Ops.mul(Ops.unsqueeze(q, 2), Ops.unsqueeze(k, 1)); // (N, W, W)
            parts.add(Ops.view(outer, -1, (long) width * width)); // (N, W·W)
        }
        NDArray x = Ops.concat(1, parts.toArray(new NDArray[0])); // (N, inputs)
        if (position == null) {
            return mlp.apply(x, rows, training);
        }
        return mlp.applyAfterFirst(Ops.add(mlp.first().apply(x), position), rows, training);
    }

    /**
     * The same scores with the first Linear split: W[q; k; q−k; q∗k] = (Wq+Wd)q + (Wk−Wd)k + Wp(q∗k), the part of q computed once a sample.
     *
     * @param q one a sample, (B, W)
     * @param k one a position, (N, W)
     * @param sample the sample of each position, (N)
     * @param position a term a position before the first activation, (N, hidden), or null
     */
    public NDArray split(NDArray q, NDArray k, NDArray sample, NDArray position, RowMask rows, boolean training) {
        Linear first = mlp.first();
        NDArray[] w = parts();
        NDArray ofQ = Ops.linear(q, Ops.add(w[0], w[2]), first.bias()); // (B, hidden)
        long hidden = ofQ.getShape().get(1);
        NDArray[] repeated =
                Ops.split(Ops.rows(sample, Ops.concat(1, q, ofQ)), 1, width, hidden); // (N, W), (N, hidden)
        NDArray x = Ops.add(Ops.linear(k, Ops.sub(w[1], w[2]), null), repeated[1]);
        x = Ops.add(x, Ops.linear(Ops.mul(k, repeated[0]), w[3], null)); // (N, hidden)
        return mlp.applyAfterFirst(position == null ? x : Ops.add(x, position), rows, training);
    }

    /** True where {@link #beside} can stand for {@link #split}. */
    public boolean sharesHistories() {
        return splits() && mlp.takesRowsApart();
    }

    /**
     * The scores of {@link #split} where each history has C samples: nothing is repeated, and (diag(q)Wp)k stands for Wp(q∗k). N positions of the
     * histories.
     *
     * @param layout of the histories
     * @param q (histories · C, W)
     * @param k (N, W)
     * @param groups k by groups, (h, L, W)
     * @param position (N, hidden) or null
     * @return by groups, (h · C, L)
     */
    public NDArray[] beside(
            RaggedBatch layout, NDArray q, NDArray k, NDArray[] groups, NDArray position, boolean training) {
        NDArray[] w = parts();
        int each = (int) (q.getShape().get(0) / layout.samples());
        NDArray[] ofQ = layout.groupSamples(Ops.linear(q, Ops.add(w[0], w[2]), null), each);
        NDArray[] ofK = layout.groups(ofBehaviours(k, position, w));
        NDArray[] crossed = layout.groupSamples(Ops.mul(Ops.unsqueeze(q, 1), Ops.unsqueeze(w[3], 0)), each);
        NDArray[] scores = new NDArray[groups.length];
        Arrays.setAll(scores, g -> scores(ofQ[g], groups[g], ofK[g], crossed[g], training));
        return scores;
    }

    /** ofQ (h·C, hidden), k (h, L, W), ofK (h, L, hidden), crossed (h·C, hidden, W) -> (h·C, L). */
    private NDArray scores(NDArray ofQ, NDArray k, NDArray ofK, NDArray crossed, boolean training) {
        long h = k.getShape().get(0);
        long length = k.getShape().get(1);
        long hidden = ofK.getShape().get(2);
        NDArray product = Ops.matmul(k, Ops.transpose(Ops.view(crossed, h, -1, width), 1, 2)); // (h, L, C·hidden)
        NDArray x = Ops.add(Ops.view(product, h, length, -1, hidden), Ops.unsqueeze(ofK, 2));
        x = Ops.add(x, Ops.view(ofQ, h, 1, -1, hidden)); // (h, L, C, hidden)
        NDArray each = mlp.applyAfterFirst(Ops.view(x, -1, hidden), null, training);
        return Ops.view(Ops.transpose(Ops.view(each, h, length, -1), 1, 2), -1, length);
    }

    /** The part of the first Linear that depends on behaviours alone, and its bias: k (N, W), position (N, hidden) or null -> (N, hidden). */
    private NDArray ofBehaviours(NDArray k, NDArray position, NDArray[] w) {
        NDArray ofK = Ops.linear(k, Ops.sub(w[1], w[2]), mlp.first().bias());
        return position == null ? ofK : Ops.add(ofK, position);
    }

    /**
     * One history, made ready for many candidates, for all units of the first hidden layer or some. A score's part before the first activation is
     * linear in q: (Wq+Wd + Wp diag(k)) q + (Wk−Wd)k + b.
     *
     * @param weight Wq+Wd + Wp diag(k), (L, units, W)
     * @param bias (Wk−Wd)k + position + b, (L, units)
     * @param first of these units
     * @param last whether the last unit is among them: its share of a score has the bias of the output
     */
    public record Crossed(NDArray weight, NDArray bias, int first, boolean last) {
        /** Without the first units: only where scores add up. */
        public Crossed from(int unit) {
            return unit == 0 ? this : some(unit, units(), true);
        }

        /** The first units alone: only where scores add up. */
        public Crossed to(int unit) {
            return some(0, unit, false);
        }

        private Crossed some(int from, long to, boolean last) {
            return new Crossed(Ops.slice(weight, 1, from, to), Ops.slice(bias, 1, from, to), from, last);
        }

        private long units() {
            return bias.getShape().get(1);
        }
    }

    /** k (L, W), position (L, hidden) or null. */
    public Crossed crossed(NDArray k, NDArray position) {
        NDArray[] w = parts();
        NDArray product = Ops.mul(Ops.unsqueeze(k, 1), Ops.unsqueeze(w[3], 0)); // (L, hidden, W)
        NDArray weight = Ops.add(product, Ops.unsqueeze(Ops.add(w[0], w[2]), 0));
        return new Crossed(weight, ofBehaviours(k, position, w), 0, true);
    }

    /**
     * The scores of {@link #split} for all pairs, one product for each block of candidates, or the share that some units have in them: q (n, W) -> (n,
     * L), or (n, scores, L).
     */
    public NDArray pairs(NDArray q, Crossed history) {
        long n = q.getShape().get(0);
        long rows = Math.max(1, BLOCK / Math.max(1, history.bias().size()));
        NDArray weight = Ops.view(history.weight(), -1, width); // (L·units, W)
        NDArray bias = Ops.view(history.bias(), -1); // (L·units)
        NDArray[] blocks = new NDArray[(int) Math.max(1, (n + rows - 1) / rows)];
        for (int i = 0; i < blocks.length; i++) {
            NDArray some = blocks.length == 1 ? q : Ops.slice(q, 0, i * rows, Math.min(n, (i + 1) * rows));
            NDArray x = Ops.view(Ops.linear(some, weight, bias), -1, history.units()); // (n·L, units)
            blocks[i] = scored(x, history, some.getShape().get(0));
        }
        return blocks.length == 1 ? blocks[0] : Ops.concat(0, blocks);
    }

    /** (n·L, units) -> (n, L), or (n, scores, L). */
    private NDArray scored(NDArray x, Crossed history, long n) {
        boolean all = history.first() == 0 && history.last();
        NDArray each = all ? mlp.applyAfterFirst(x, null, false) : mlp.share(x, history.first(), history.last());
        return scores == 1 ? Ops.view(each, n, -1) : Ops.transpose(Ops.view(each, n, -1, scores), 1, 2);
    }

    private NDArray[] parts() {
        return Ops.split(mlp.first().weight(), 1, width, width, width, width); // Wq, Wk, Wd, Wp
    }
}
