package dev.interestlens.explain;

import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds Look among the traces of one forward pass whose first sample is the one that is explained: the weights over the history where a model has
 * such, or the rollout of its attention between positions.
 */
final class LookReader {
    private static final double ALIKE = 1e-6;
    private static final double SUMS = 1e-3;

    private final Impression impression;
    private final int n;

    LookReader(Impression impression) {
        this.impression = impression;
        this.n = impression.behaviours();
    }

    Looked read(List<Trace> traces) {
        double logit = named(traces, "logit", AxisKind.SAMPLE).orElseThrow().values()[0];
        List<HeatMatrix> matrices = new MatrixBuilder(impression).matrices(traces);
        List<Trace> layers = Positions.layers(traces);
        Optional<Trace> overHistory = named(traces, "attention", AxisKind.SAMPLE, AxisKind.HISTORY);
        if (!layers.isEmpty() && overHistory.isEmpty()) {
            Rollout rollout = Rollout.of(layers, 0, n);
            LookKind kind = rollout.hasCandidate() ? LookKind.ROLLOUT : LookKind.RECEIVED;
            return new Looked(
                    logit, kind, rollout.look(), matrices, rollout.hasCandidate() ? candidateRows(layers) : List.of());
        }
        return overHistory
                .map(attention -> weighted(logit, weights(attention), matrices, heads(traces)))
                .orElseGet(() -> new Looked(logit, LookKind.NONE, new double[n], matrices));
    }

    /** Where the candidate looks in each head of the last layer. */
    private List<double[]> candidateRows(List<Trace> layers) {
        Trace last = layers.get(layers.size() - 1);
        return IntStream.range(0, (int) last.shape()[1])
                .mapToObj(head -> IntStream.range(0, n)
                        .mapToDouble(j -> Positions.weight(last, 0, head, n, j))
                        .toArray())
                .toList();
    }

    /** Several attentions over the history by themselves. */
    private List<double[]> heads(List<Trace> traces) {
        return named(traces, "attention.heads", AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.HISTORY)
                .map(trace -> IntStream.range(0, (int) trace.shape()[1])
                        .mapToObj(head -> IntStream.range(0, n)
                                .mapToDouble(j -> trace.values()[(int) (head * trace.shape()[2] + j)])
                                .toArray())
                        .toList())
                .orElse(List.of());
    }

    private double[] weights(Trace trace) {
        double[] weights = new double[n];
        Arrays.setAll(weights, j -> trace.values()[j]);
        return weights;
    }

    private Looked weighted(double logit, double[] look, List<HeatMatrix> matrices, List<double[]> heads) {
        double least = Arrays.stream(look).min().orElse(0);
        double most = Arrays.stream(look).max().orElse(0);
        if (n > 1 && most - least < ALIKE) {
            double[] alike = new double[n];
            Arrays.fill(alike, 1.0 / n);
            return new Looked(logit, LookKind.UNIFORM, alike, matrices, heads);
        }
        boolean share = least >= 0 && (n == 0 || Math.abs(Arrays.stream(look).sum() - 1) < SUMS);
        return new Looked(logit, share ? LookKind.ATTENTION : LookKind.SIGNED, look, matrices, heads);
    }

    private static Optional<Trace> named(List<Trace> traces, String name, AxisKind... axes) {
        return traces.stream()
                .filter(trace -> trace.name().equals(name) && trace.axes().equals(List.of(axes)))
                .findFirst();
    }
}
