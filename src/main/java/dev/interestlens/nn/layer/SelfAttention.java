package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.MaskedSoftmax;
import dev.interestlens.nn.Noise;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RaggedBatch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Multi-head attention of a sequence to itself (arXiv 1706.03762, section 3.2), torch's form: rows of the input projection in the order q, k, v; head h
 * owns columns h·d/heads …; scale 1/√(d/heads). Golden cases G and H. b rows, T positions, Q queries, d width, h heads, c = d/h.
 */
public final class SelfAttention {
    /**
     * What attention gives.
     *
     * @param output (b, Q, d)
     * @param weights (b, h, Q, T), 0 where a key may not be read; null where they were computed in blocks
     * @param values (b, h, T, c)
     */
    public record Attended(NDArray output, NDArray weights, NDArray values) {}

    /** Of two equal rows, in a head. */
    private static final double FIRST_LOGIT = 4;

    private final int width;
    private final int heads;
    private final double dropout;
    private final Noise noise;
    private final Parameter weight;
    private final Parameter bias;
    private final Linear out;

    /**
     * @param width d, a multiple of {@code heads}
     * @param start of the input projection
     */
    public SelfAttention(Parameters parameters, String name, int width, int heads, double dropout, Initializer start) {
        this.width = width;
        this.heads = heads;
        this.dropout = dropout;
        noise = parameters.noise();
        weight = parameters
                .dense(name + ".in_proj_weight", start, 3L * width, width)
                .scoring(2L * width * width); // rows in the order query, key, value
        bias = parameters
                .dense(name + ".in_proj_bias", Initializer.constant(0), 3L * width)
                .scoring(2L * width);
        out = new Linear(parameters, name + ".out_proj", width, width);
    }

    /** The start of the input projection in torch: attention begins as nearly the mean of all rows. */
    public static Initializer random(int width) {
        return Initializer.glorot(width, 3L * width);
    }

    /**
     * A start in which queries and keys are multiples of the row itself, so that attention begins as similarity: the logit of two equal rows is about
     * 4, that of rows without relation about 0. Values begin at random.
     *
     * @param deviation of the numbers in a row
     */
    public static Initializer similarity(int width, int heads, double deviation) {
        float scale = (float) (Math.sqrt(FIRST_LOGIT / Math.sqrt((double) width / heads)) / deviation);
        return (values, from, count, random) -> {
            random(width).fill(values, from, count, random);
            for (int row = 0; row < 2 * width; row++) {
                int begin = from + row * width;
                Arrays.fill(values, begin, begin + width, 0);
                values[begin + row % width] = scale;
            }
        };
    }

    /**
     * @param queries positions that attend, shape (b, Q, d): all of the sequence or a part of it
     * @param sequence shape (b, T, d)
     * @param mask which keys may be read, shape (b, T), or separately for each query, (b, Q, T)
     */
    public Attended apply(NDArray queries, NDArray sequence, NDArray mask, ForwardContext pass) {
        NDArray[] w = Ops.split(weight.value(), 0, width, 2L * width);
        NDArray[] b = Ops.split(bias.value(), 0, width, 2L * width);
        NDArray q = heads(Ops.linear(queries, w[0], b[0])); // (b, h, Q, c)
        NDArray[] kv = Ops.split(Ops.linear(sequence, w[1], b[1]), 2, width, width); // twice (b, T, d)
        NDArray k = Ops.transpose(heads(kv[0]), 2, 3); // (b, h, c, T)
        NDArray v = heads(kv[1]); // (b, h, T, c)
        NDArray scores = Ops.matmul(Ops.scale(q, 1 / Math.sqrt((double) width / heads)), k); // (b, h, Q, T)
        boolean alike = mask.getShape().dimension() == 2;
        NDArray readable = Ops.unsqueeze(alike ? Ops.unsqueeze(mask, 1) : mask, 1); // (b, 1, 1 or Q, T)
        NDArray weights = pass.change().attention(MaskedSoftmax.apply(scores, readable), noise.tensors());
        NDArray mixed = Ops.matmul(noise.drop(weights, dropout, pass.training()), v); // (b, h, Q, c)
        NDArray joined =
                Ops.view(Ops.permute(mixed, 0, 2, 1, 3), -1, queries.getShape().get(1), width); // (b, Q, d)
        return new Attended(out.apply(joined), weights, v);
    }

    /** The same where each position reads a window, in blocks: sequence (b, T, d), mask (b, T). */
    Attended within(Window window, NDArray sequence, NDArray mask, boolean training) {
        NDArray[] qkv = Ops.split(Ops.linear(sequence, weight.value(), bias.value()), 2, width, width, width);
        NDArray q = Ops.scale(heads(qkv[0]), 1 / Math.sqrt((double) width / heads));
        NDArray v = heads(qkv[2]); // (b, h, T, c)
        NDArray mixed =
                window.attend(q, heads(qkv[1]), v, mask, noise.tensors(), w -> noise.drop(w, dropout, training));
        NDArray joined =
                Ops.view(Ops.permute(mixed, 0, 2, 1, 3), -1, sequence.getShape().get(1), width);
        return new Attended(out.apply(joined), null, v);
    }

    /**
     * The same for groups of sequences whose rows are concatenated: the projections run once over all rows.
     *
     * @param rows shape (Σ b·T, d)
     * @param groups what they are
     * @param window what a position reads
     * @return shape (Σ b·T, d)
     */
    NDArray rows(NDArray rows, List<EncoderBlock.Group> groups, Window window, boolean training) {
        long[] sizes = groups.stream().mapToLong(g -> g.samples() * g.length()).toArray();
        NDArray all = Ops.linear(rows, weight.value(), bias.value()); // (N, 3d)
        NDArray[] pieces = sizes.length == 1 ? new NDArray[] {all} : Ops.split(all, 0, sizes);
        NDArray[] mixed = new NDArray[pieces.length];
        for (int i = 0; i < pieces.length; i++) {
            EncoderBlock.Group g = groups.get(i);
            NDArray apart = Ops.view(pieces[i], g.samples(), g.length(), 3, heads, width / heads);
            NDArray[] qkv = Ops.split(Ops.permute(apart, 2, 0, 3, 1, 4), 0, 1, 1, 1); // (1, b, h, T, c) each
            NDArray q = Ops.scale(Ops.squeeze(qkv[0], 0), scale());
            NDArray k = Ops.squeeze(qkv[1], 0);
            NDArray v = Ops.squeeze(qkv[2], 0);
            NDArray read; // (b, h, T, c)
            if (window.covers(g.length())) {
                NDArray scores = Ops.matmul(q, Ops.transpose(k, 2, 3)); // (b, h, T, T)
                NDArray readable = Ops.unsqueeze(Ops.unsqueeze(g.mask(), 1), 1); // (b, 1, 1, T)
                NDArray weights = MaskedSoftmax.apply(scores, readable, g.coverage());
                read = Ops.matmul(noise.drop(weights, dropout, training), v);
            } else {
                read = window.attend(q, k, v, g.mask(), noise.tensors(), w -> noise.drop(w, dropout, training));
            }
            mixed[i] = Ops.view(Ops.permute(read, 0, 2, 1, 3), -1, width); // (b·T, d)
        }
        return out.apply(Ops.concat(0, mixed));
    }

    /** The scores of rows as keys, before the softmax, on average over the queries: (Q, d), (N, d) -> (N, h). */
    NDArray scores(NDArray queries, NDArray rows) {
        NDArray query = Ops.scale(
                Ops.sum(projected(queries)[0], 0), scale() / queries.getShape().get(0)); // (d)
        NDArray products = Ops.mul(projected(rows)[1], Ops.unsqueeze(query, 0)); // (N, d)
        return Ops.sum(Ops.view(products, -1, heads, width / heads), 2);
    }

    /**
     * One sequence, made ready for rows that are each appended to it separately. T rows.
     *
     * @param keys divided by √c, (h, c, T)
     * @param values (h, T, c)
     * @param mask which of these, and the row itself, may be read, (T + 1)
     * @param coverage of the mask
     */
    public record Readable(NDArray keys, NDArray values, NDArray mask, MaskedSoftmax.Coverage coverage) {}

    /**
     * Makes a sequence ready.
     *
     * @param rows (T, d)
     * @param mask which of these may be read, (T)
     * @param coverage of the mask
     */
    Readable readable(NDArray rows, NDArray mask, MaskedSoftmax.Coverage coverage) {
        NDArray[] own = projected(rows);
        return new Readable(
                Ops.transpose(Ops.scale(byHead(own[1]), scale()), 1, 2),
                byHead(own[2]),
                Ops.concat(0, mask, mask.getManager().ones(new Shape(1), mask.getDataType())),
                coverage.withReadable());
    }

    /** What a row that reads a sequence and itself has of its own: rows (n, d) -> query (n, d), value (n, d), score of itself (n, h). */
    NDArray[] reader(NDArray rows) {
        NDArray[] own = projected(rows);
        NDArray product = Ops.view(Ops.mul(own[0], own[1]), -1, heads, width / heads); // (n, h, c)
        return new NDArray[] {own[0], own[2], Ops.scale(Ops.sum(product, 2), scale())};
    }

    /** Attention of many rows to one sequence and themselves, not each other: what {@link #reader} gave for n rows -> (n, d). Gradients off. */
    NDArray readers(NDArray[] own, Readable read) {
        NDArray scores = Ops.matmul(byHead(own[0]), read.keys()); // (h, n, T)
        NDArray itself = Ops.unsqueeze(Ops.transpose(own[2], 0, 1), 2); // (h, n, 1)
        NDArray weights = MaskedSoftmax.apply(Ops.concat(2, scores, itself), read.mask(), read.coverage());
        NDArray[] parts = Ops.split(weights, 2, read.mask().size() - 1, 1);
        NDArray mixed = Ops.add(Ops.matmul(parts[0], read.values()), Ops.mul(parts[1], byHead(own[1]))); // (h, n, c)
        return out.apply(Ops.view(Ops.permute(mixed, 1, 0, 2), -1, width)); // (n, d)
    }

    /**
     * The same for S sequences, each of which has C rows that read it, and in training. N rows of all sequences; s of a group, L rows each.
     *
     * @param appended the rows that read, (S·C, d)
     * @param rows those of the sequences, (N, d)
     * @param layout of the sequences
     * @param masks which rows may be read, (s, L) for each group
     * @return (S·C, d)
     */
    NDArray beside(NDArray appended, NDArray rows, RaggedBatch layout, NDArray[] masks, boolean training) {
        NDArray[] w = Ops.split(weight.value(), 0, width, 2L * width);
        NDArray[] b = Ops.split(bias.value(), 0, width, 2L * width);
        NDArray[] sequences = layout.groups(Ops.linear(rows, w[1], b[1])); // keys, then values: (s, L, 2d) each
        int each = (int) (appended.getShape().get(0) / layout.samples());
        NDArray[] reader = reader(appended);
        NDArray[] queries = layout.groupSamples(reader[0], each);
        NDArray[] values = layout.groupSamples(reader[1], each);
        NDArray[] itself = layout.groupSamples(reader[2], each);
        NDArray[] mixed = new NDArray[sequences.length];
        for (int g = 0; g < mixed.length; g++) {
            NDArray[] kv = Ops.split(sequences[g], 2, width, width);
            NDArray keys = Ops.transpose(heads(kv[0]), 2, 3); // (s, h, c, L)
            NDArray query = heads(Ops.view(Ops.scale(queries[g], scale()), -1, each, width)); // (s, h, C, c)
            NDArray own = Ops.unsqueeze(Ops.transpose(Ops.view(itself[g], -1, each, heads), 1, 2), 3); // (s, h, C, 1)
            NDArray scores = Ops.concat(3, Ops.matmul(query, keys), own); // (s, h, C, L + 1)
            NDArray weights = MaskedSoftmax.apply(
                    scores, withItself(masks[g]), layout.coverage(g).withReadable());
            NDArray[] parts = Ops.split(noise.drop(weights, dropout, training), 3, layout.groupLength(g), 1);
            NDArray value = heads(Ops.view(values[g], -1, each, width)); // (s, h, C, c)
            NDArray read = Ops.add(Ops.matmul(parts[0], heads(kv[1])), Ops.mul(parts[1], value));
            mixed[g] = Ops.view(Ops.permute(read, 0, 2, 1, 3), -1, width); // (s · C, d)
        }
        return out.apply(Ops.concat(0, mixed));
    }

    /** (s, L) -> (s, 1, 1, L + 1). */
    private static NDArray withItself(NDArray mask) {
        long sequences = mask.getShape().get(0);
        NDArray one = mask.getManager().ones(new Shape(sequences, 1), mask.getDataType());
        return Ops.view(Ops.concat(1, mask, one), sequences, 1, 1, -1);
    }

    /** Query, key, value of rows (n, d): (n, d) each. */
    private NDArray[] projected(NDArray rows) {
        return Ops.split(Ops.linear(rows, weight.value(), bias.value()), 1, width, width, width);
    }

    /** (n, d) -> (h, n, c). */
    private NDArray byHead(NDArray rows) {
        return Ops.permute(Ops.view(rows, -1, heads, width / heads), 1, 0, 2);
    }

    private double scale() {
        return 1 / Math.sqrt((double) width / heads);
    }

    /** Weight and bias of the input projection, then of the output projection. */
    List<Parameter> parameters() {
        return Stream.concat(Stream.of(weight, bias), out.parameters().stream()).toList();
    }

    private NDArray heads(NDArray x) {
        long positions = x.getShape().get(1);
        return Ops.permute(Ops.view(x, -1, positions, heads, width / heads), 0, 2, 1, 3); // (b, T, d) -> (b, h, T, c)
    }

    /** What each value adds to the output when its weight is 1: (b, h, T, c) -> (b, h, T, d). */
    public NDArray contributions(NDArray values) {
        NDArray perHead = Ops.permute(Ops.view(out.weight(), width, heads, width / heads), 1, 2, 0); // (h, c, d)
        return Ops.matmul(values, perHead);
    }
}
