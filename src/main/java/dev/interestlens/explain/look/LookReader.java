package dev.interestlens.explain.look;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.model.Trace;
import dev.interestlens.nn.TraceKind;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds Look among the traces of one forward pass whose first sample is the explained one: the weights over the history where a model has them, else
 * the rollout of its attention between positions.
 */
public final class LookReader {
    private static final double ALIKE = 1e-6;
    private static final double SUMS = 1e-3;

    private final Impression impression;
    private final int n;

    public LookReader(Impression impression) {
        this.impression = impression;
        this.n = impression.behaviours();
    }

    public LookResult read(List<Trace> traces) {
        double logit = Trace.find(traces, TraceKind.LOGIT).orElseThrow().values()[0];
        List<HeatMatrix> matrices = new MatrixBuilder(impression).matrices(traces);
        List<Trace> layers = PositionAttention.layers(traces);
        Optional<Trace> overHistory = Trace.attention(traces);
        if (!layers.isEmpty() && overHistory.isEmpty()) {
            Rollout rollout = Rollout.of(layers, 0, n);
            LookKind kind = rollout.hasCandidate() ? LookKind.ROLLOUT : LookKind.RECEIVED;
            return new LookResult(
                    logit,
                    kind,
                    rollout.look(),
                    matrices,
                    rollout.hasCandidate() ? candidateRows(layers, 0, n, n) : List.of());
        }
        return overHistory
                .map(attention -> weighted(logit, weights(attention), matrices, traces))
                .orElseGet(() -> new LookResult(logit, LookKind.NONE, new double[n], matrices));
    }

    /** The candidate's attention in each head of the last layer. */
    private static List<double[]> candidateRows(List<Trace> layers, int sample, int n, int candidate) {
        Trace last = layers.get(layers.size() - 1);
        return IntStream.range(0, (int) last.shape()[1])
                .mapToObj(head -> ArrayFill.doubles(n, j -> PositionAttention.weight(last, sample, head, candidate, j)))
                .toList();
    }

    /** The separate attentions over the history of a sample. */
    private static List<double[]> heads(List<Trace> traces, int sample, int n) {
        return Trace.find(traces, TraceKind.ATTENTION_HEADS)
                .map(trace -> IntStream.range(0, (int) trace.shape()[1])
                        .mapToObj(head -> IntStream.range(0, n)
                                .mapToDouble(j -> trace.values()[
                                        (int) ((sample * trace.shape()[1] + head) * trace.shape()[2] + j)])
                                .toArray())
                        .toList())
                .orElse(List.of());
    }

    /** The attentions of every sample of a batch, where a model has several; a candidate among the positions comes after the longest history. */
    public static List<List<double[]>> heads(List<Trace> traces, RawBatch batch) {
        int longest = IntStream.range(0, batch.size()).map(batch::length).max().orElse(0);
        List<Trace> layers = PositionAttention.layers(traces);
        boolean inside = !layers.isEmpty() && longest > 0 && PositionAttention.withCandidate(layers, longest);
        return IntStream.range(0, batch.size())
                .mapToObj(b ->
                        inside ? candidateRows(layers, b, batch.length(b), longest) : heads(traces, b, batch.length(b)))
                .toList();
    }

    /**
     * Look of every sample of a batch whose histories have the same length, without its pictures: as {@link #read} of each alone. Zeros where a model
     * does not look.
     */
    public static double[][] looks(List<Trace> traces, RawBatch batch) {
        int n = batch.length(0);
        List<Trace> layers = PositionAttention.layers(traces);
        Optional<Trace> overHistory = Trace.attention(traces);
        double[][] looks = new double[batch.size()][n];
        for (int b = 0; b < looks.length; b++) {
            int first = b * n;
            if (overHistory.isPresent()) {
                looks[b] = ArrayFill.doubles(n, j -> overHistory.get().values()[first + j]);
            } else if (!layers.isEmpty()) {
                looks[b] = Rollout.of(layers, b, n).look();
            }
        }
        return looks;
    }

    private double[] weights(Trace trace) {
        return ArrayFill.doubles(n, j -> trace.values()[j]);
    }

    private LookResult weighted(double logit, double[] look, List<HeatMatrix> matrices, List<Trace> traces) {
        List<double[]> heads = heads(traces, 0, n);
        double least = Arrays.stream(look).min().orElse(0);
        double most = Arrays.stream(look).max().orElse(0);
        if (n > 1 && most - least < ALIKE) {
            double[] alike = new double[n];
            Arrays.fill(alike, 1.0 / n);
            return new LookResult(logit, LookKind.UNIFORM, alike, matrices, heads);
        }
        if (!FieldAttention.layers(traces).isEmpty()) {
            return new LookResult(logit, LookKind.BESIDE_FIELDS, look, matrices, heads);
        }
        boolean share = least >= 0 && (n == 0 || Math.abs(Arrays.stream(look).sum() - 1) < SUMS);
        return new LookResult(logit, share ? LookKind.ATTENTION : LookKind.SIGNED, look, matrices, heads);
    }
}
