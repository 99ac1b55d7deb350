package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.MaskedSoftmax;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Tensors;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Which positions of a sequence a position reads (Longformer, arXiv 2004.05150, section 3.1): those at most w steps before and behind it; where the last
 * position is global, it reads all, and all read it. b rows, T positions, L of them without the global one, h heads, c = width of a head.
 *
 * @param reach w
 * @param global whether the last position is
 */
public record Window(int reach, boolean global) {
    /** Every position reads every other. */
    public static final Window ALL = new Window(Integer.MAX_VALUE, false);

    /** Whether all of a sequence of that length read each other. */
    public boolean covers(long length) {
        return reach >= others(length) - 1;
    }

    private long others(long length) {
        return length - (global ? 1 : 0);
    }

    /** How many scores a head computes of a sequence of that length. */
    public long cells(long length) {
        return length * (covers(length) ? length : 3L * reach + 1);
    }

    /** A mask (b, T) -> which keys each query reads: (b, T, T). */
    NDArray mask(NDArray mask, Tensors tensors) {
        int length = (int) mask.getShape().get(1);
        float[] near = new float[length * length];
        for (int query = 0; query < length; query++) {
            for (int key = 0; key < length; key++) {
                boolean all = global && (query == length - 1 || key == length - 1);
                near[query * length + key] = all || Math.abs(query - key) <= reach ? 1 : 0;
            }
        }
        NDArray read = tensors.floats(near, near.length, mask.getDataType(), 1, length, length);
        return Ops.mul(Ops.unsqueeze(mask, 1), read);
    }

    /**
     * Attention in blocks of w positions, each of which is scored against itself and its two neighbours: 3w + 1 scores a position. The sequence must be
     * longer than what the window covers.
     *
     * @param q scaled, (b, h, T, c)
     * @param k (b, h, T, c)
     * @param v (b, h, T, c)
     * @param mask which positions may be read, (b, T)
     * @param drop of weights
     * @return (b, h, T, c)
     */
    NDArray attend(NDArray q, NDArray k, NDArray v, NDArray mask, Tensors tensors, UnaryOperator<NDArray> drop) {
        long b = q.getShape().get(0);
        long h = q.getShape().get(1);
        long length = q.getShape().get(2);
        long c = q.getShape().get(3);
        long blocks = (others(length) + reach - 1) / reach;
        NDArray asking = Ops.view(blocks(q, 0, blocks), b, h, blocks, reach, c);
        NDArray keys = Ops.transpose(neighbours(k, blocks), 3, 4); // (b, h, blocks, c, 3w)
        NDArray values = neighbours(v, blocks); // (b, h, blocks, 3w, c)
        NDArray scores = Ops.matmul(asking, keys); // (b, h, blocks, w, 3w)
        NDArray positions = Ops.view(mask, b, 1, length, 1);
        NDArray readable = Ops.mul(Ops.transpose(neighbours(positions, blocks), 3, 4), near(mask, tensors));
        if (global) {
            NDArray last = Ops.unsqueeze(last(k), 2); // (b, h, 1, 1, c)
            scores = Ops.concat(4, scores, Ops.matmul(asking, Ops.transpose(last, 3, 4)));
            readable = Ops.concat(4, readable, Ops.shift(Ops.zeros(mask, b, 1, blocks, reach, 1), 1));
        }
        NDArray weights = drop.apply(MaskedSoftmax.apply(scores, readable)); // (b, h, blocks, w, 3w or 3w + 1)
        if (!global) {
            return cut(Ops.matmul(weights, values), b, h, length, c);
        }
        NDArray[] parts = Ops.split(weights, 4, 3L * reach, 1);
        NDArray mixed = Ops.add(Ops.matmul(parts[0], values), Ops.matmul(parts[1], Ops.unsqueeze(last(v), 2)));
        return Ops.concat(2, cut(mixed, b, h, length - 1, c), ofLast(q, k, v, mask, drop));
    }

    private static NDArray last(NDArray x) {
        long length = x.getShape().get(2);
        return Ops.slice(x, 2, length - 1, length);
    }

    private static NDArray cut(NDArray blocks, long b, long h, long length, long c) {
        return Ops.slice(Ops.view(blocks, b, h, -1, c), 2, 0, length);
    }

    /** What the last position reads of all, (b, h, 1, c). */
    private static NDArray ofLast(NDArray q, NDArray k, NDArray v, NDArray mask, UnaryOperator<NDArray> drop) {
        NDArray scores = Ops.matmul(last(q), Ops.transpose(k, 2, 3)); // (b, h, 1, T)
        NDArray readable = Ops.unsqueeze(Ops.unsqueeze(mask, 1), 1);
        return Ops.matmul(drop.apply(MaskedSoftmax.apply(scores, readable)), v);
    }

    /** The positions without the global one, with zeros around them: (b, h, T, c) -> (b, h, (blocks + 2 · around) w, c). */
    private NDArray blocks(NDArray x, int around, long blocks) {
        long b = x.getShape().get(0);
        long h = x.getShape().get(1);
        long others = others(x.getShape().get(2));
        long c = x.getShape().get(3);
        NDArray kept = global ? Ops.slice(x, 2, 0, others) : x;
        long behind = blocks * reach - others + (long) around * reach;
        NDArray padded = behind == 0 ? kept : Ops.concat(2, kept, Ops.zeros(x, b, h, behind, c));
        return around == 0 ? padded : Ops.concat(2, Ops.zeros(x, b, h, (long) around * reach, c), padded);
    }

    /** Each block with its neighbours: (b, h, T, c) -> (b, h, blocks, 3w, c). */
    private NDArray neighbours(NDArray x, long blocks) {
        long c = x.getShape().get(3);
        NDArray apart =
                Ops.view(blocks(x, 1, blocks), x.getShape().get(0), x.getShape().get(1), blocks + 2, reach, c);
        return Ops.concat(
                3,
                Ops.slice(apart, 2, 0, blocks),
                Ops.slice(apart, 2, 1, blocks + 1),
                Ops.slice(apart, 2, 2, blocks + 2));
    }

    /** Of the 3w keys of a block those that each of its w queries reads: (w, 3w). */
    private NDArray near(NDArray like, Tensors tensors) {
        float[] near = near();
        return tensors.floats(near, near.length, like.getDataType(), reach, 3L * reach);
    }

    /** The same as numbers. */
    public float[] near() {
        float[] near = new float[3 * reach * reach];
        for (int query = 0; query < reach; query++) {
            Arrays.fill(near, query * 3 * reach + query, query * 3 * reach + query + 2 * reach + 1, 1);
        }
        return near;
    }
}
