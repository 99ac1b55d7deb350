package dev.interestlens.nn.layer;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.ActivationPatch;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.MaskedSoftmax;
import dev.interestlens.nn.Noise;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.Tracer;
import java.util.List;
import java.util.stream.Stream;

/**
 * One encoder layer (arXiv 1706.03762, section 3.1): attention, then a feed-forward net of two layers, each with a residual. Named as torch's
 * TransformerEncoderLayer. Golden cases G and H. b rows, T positions, Q queries, d width.
 */
public final class EncoderBlock {
    /** Where the layer norm stands. */
    public enum NormPlace {
        /** After the residual, as published: norm(x + f(x)). */
        POST,
        /** Before: x + f(norm(x)). */
        PRE
    }

    /** What a block gives: its output (b, Q, d) and its attention. */
    public record Encoded(NDArray output, SelfAttention.Attended attention) {}

    private final SelfAttention attention;
    private final Linear linear1;
    private final Linear linear2;
    private final Activation activation;
    private final Activation.Kind kind;
    private final int heads;
    private final int feedForward;
    private final LayerNorm norm1;
    private final LayerNorm norm2;
    private final NormPlace place;
    private final double dropout;
    private final Window window;
    private final Noise noise;

    /**
     * A layer.
     *
     * @param feedForward width of the hidden layer of the feed-forward net
     * @param window what a position reads
     * @param start of attention's input projection
     */
    public EncoderBlock(
            Parameters parameters,
            String name,
            int width,
            int heads,
            int feedForward,
            Activation.Kind activation,
            NormPlace place,
            double dropout,
            Window window,
            Initializer start) {
        this.window = window;
        attention = new SelfAttention(parameters, name + ".self_attn", width, heads, dropout, start);
        linear1 = new Linear(parameters, name + ".linear1", width, feedForward);
        linear2 = new Linear(parameters, name + ".linear2", feedForward, width);
        norm1 = new LayerNorm(parameters, name + ".norm1", width);
        norm2 = new LayerNorm(parameters, name + ".norm2", width);
        this.activation = activation.make(parameters, name + ".activation", feedForward, 1e-5);
        kind = activation;
        this.heads = heads;
        this.feedForward = feedForward;
        this.place = place;
        this.dropout = dropout;
        noise = parameters.noise();
    }

    /**
     * Where a position reads a window, all are computed, or only the last one, which reads all; attention that is traced or changed is computed as a whole.
     *
     * @param x shape (b, T, d)
     * @param mask which positions may be read, shape (b, T), or separately for each query, (b, T − from, T)
     * @param from the first position that is computed: all later ones are computed, (b, T − from, d)
     */
    public Encoded apply(NDArray x, NDArray mask, long from, ForwardContext pass) {
        NDArray normed = place == NormPlace.PRE ? norm1.apply(x) : x;
        long length = x.getShape().get(1);
        NDArray wanted = from == 0 ? x : Ops.slice(x, 1, from, length); // (b, Q, d)
        NDArray queries = from == 0 ? normed : Ops.slice(normed, 1, from, length);
        boolean near = from == 0 && !window.covers(length);
        boolean whole = pass.tracer() != Tracer.NONE || pass.change() != ActivationPatch.NONE;
        SelfAttention.Attended attended = near && !whole
                ? attention.within(window, normed, mask, pass.training())
                : attention.apply(queries, normed, near ? window.mask(mask, noise.tensors()) : mask, pass);
        NDArray y = Ops.add(wanted, noise.drop(attended.output(), dropout, pass.training()));
        return new Encoded(afterAttention(y, pass.training()), attended);
    }

    /** Sequences of one length: their number b, their length T, which positions may be read (b, T), and the coverage of that mask. */
    public record Group(long samples, long length, NDArray mask, MaskedSoftmax.Coverage coverage) {}

    /** The same for groups of sequences, whose rows are concatenated: (Σ b·T, d) -> (Σ b·T, d). */
    public NDArray rows(NDArray x, List<Group> groups, boolean training) {
        NDArray y = Ops.add(x, noise.drop(attention.rows(entry(x), groups, window, training), dropout, training));
        return afterAttention(y, training);
    }

    /** From the first residual on: (…, d) -> (…, d). */
    private NDArray afterAttention(NDArray residual, boolean training) {
        NDArray y = place == NormPlace.POST ? norm1.apply(residual) : residual;
        NDArray fed = feed(place == NormPlace.PRE ? norm2.apply(y) : y, training);
        y = Ops.add(y, noise.drop(fed, dropout, training));
        return place == NormPlace.POST ? norm2.apply(y) : y;
    }

    /** A sequence made ready to be read: rows (T, d), which may be read (T), the coverage of that mask. */
    public SelfAttention.Readable readable(NDArray rows, NDArray mask, MaskedSoftmax.Coverage coverage) {
        return attention.readable(entry(rows), mask, coverage);
    }

    /** What rows that read a sequence have of their own: rows (n, d) -> three arrays of n rows. */
    public NDArray[] reader(NDArray rows) {
        return attention.reader(entry(rows));
    }

    /**
     * The output of rows that are each appended to one sequence and read it and themselves, not each other. Gradients off; n rows.
     *
     * @param rows (n, d)
     * @param own what {@link #reader} gave for them
     * @param read the sequence
     * @return (n, d)
     */
    public NDArray readers(NDArray rows, NDArray[] own, SelfAttention.Readable read) {
        return afterAttention(Ops.add(rows, attention.readers(own, read)), false);
    }

    /** The same for several sequences and in training; see {@link SelfAttention#beside}. */
    public NDArray beside(NDArray appended, NDArray rows, RaggedBatch layout, NDArray[] masks, boolean training) {
        NDArray attended = attention.beside(entry(appended), entry(rows), layout, masks, training);
        return afterAttention(Ops.add(appended, noise.drop(attended, dropout, training)), training);
    }

    /** Whether a position's output depends on others through attention alone, in training either. */
    public boolean takesRowsApart() {
        return kind.eachByItself();
    }

    /** The output of rows (n, d) whose attention gave {@code attended} (n, d). */
    public NDArray after(NDArray rows, NDArray attended) {
        return afterAttention(Ops.add(rows, attended), false);
    }

    /** The scores of rows as keys, before the softmax, on average over the queries: (Q, d), (N, d) -> (N, h). */
    public NDArray scores(NDArray queries, NDArray rows) {
        return attention.scores(entry(queries), entry(rows));
    }

    private NDArray entry(NDArray rows) {
        return place == NormPlace.PRE ? norm1.apply(rows) : rows;
    }

    /** Whether {@link FusedEncoder} supports this form of these sequences. */
    boolean fusable(List<Group> groups) {
        return groups.stream().allMatch(group -> window.covers(group.length()))
                && place == NormPlace.POST
                && (kind == Activation.Kind.RELU || kind == Activation.Kind.LEAKY_RELU);
    }

    /** Of the activation below 0. */
    double slope() {
        return kind == Activation.Kind.RELU ? 0 : Activation.LEAK;
    }

    double dropout() {
        return dropout;
    }

    int heads() {
        return heads;
    }

    int feedForward() {
        return feedForward;
    }

    /** Weight and bias of: input projection, output projection, linear1, linear2, norm1, norm2. */
    List<Parameter> parameters() {
        return Stream.of(
                        attention.parameters(),
                        linear1.parameters(),
                        linear2.parameters(),
                        norm1.parameters(),
                        norm2.parameters())
                .flatMap(List::stream)
                .toList();
    }

    private NDArray feed(NDArray x, boolean training) {
        NDArray hidden = activation.apply(linear1.apply(x), null, training);
        return linear2.apply(noise.drop(hidden, dropout, training));
    }

    /** What each value adds to the output when its weight is 1: (b, h, T, c) -> (b, h, T, d). */
    public NDArray contributions(NDArray values) {
        return attention.contributions(values);
    }
}
