package dev.interestlens.explain.fidelity;

import dev.interestlens.data.RawBatch;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.FirstOrder;
import dev.interestlens.explain.look.PositionAttention;
import dev.interestlens.explain.look.Rollout;
import dev.interestlens.metric.RankCorrelation;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.Scorer.Capability;
import dev.interestlens.model.Trace;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Computes columns of tables of predictions: the effect of the history (exact), the entropy of Look, and its agreement with the first-order Effect,
 * by one forward and one backward pass for each batch.
 */
public final class TableMeasure {
    private final Scorer model;
    private final FirstOrder firstOrder;

    public TableMeasure(Scorer model) {
        this.model = model;
        firstOrder = new FirstOrder(model);
    }

    /**
     * Of one sample.
     *
     * @param historyEffect z(H) − z(∅)
     * @param entropy of Look divided by that of uniform weights, 0 … 1; NaN with fewer than two behaviours or raw weights
     * @param agreement Kendall's tau-b of |Look| and the size of the first-order Effect (of the exact one where the model has no gradients); NaN
     *     where undefined
     * @param against share of |Look| on behaviours that lower the score; NaN where there is no Look
     * @param look one weight a behaviour, empty where the model has none
     * @param effect the first-order Effect of each behaviour
     */
    public record Row(
            double historyEffect, double entropy, double agreement, double against, double[] look, double[] effect) {}

    /** Rows of samples; where a model reads a part of a history, they are about that part. */
    public List<Row> rows(RawBatch whole) {
        RawBatch batch = model.read(whole);
        float[] all = model.logits(batch);
        float[] empty = model.logits(batch.mostRecent(0));
        double[][] effects = model.can(Capability.GRADIENTS) ? firstOrder.effects(batch) : exact(batch);
        List<Trace> traces = model.traces(batch);
        List<Row> rows = new ArrayList<>();
        int longest = IntStream.range(0, batch.size()).map(batch::length).max().orElse(0);
        for (int b = 0; b < batch.size(); b++) {
            double[] look = look(traces, b, batch.length(b), longest).orElse(new double[0]);
            rows.add(row(all[b] - empty[b], look, effects[b]));
        }
        return rows;
    }

    private double[][] exact(RawBatch batch) {
        return IntStream.range(0, batch.size())
                .mapToObj(b ->
                        Effects.of(model.removal(batch.samples(new int[] {b}))).effect())
                .toArray(double[][]::new);
    }

    private static Row row(double historyEffect, double[] look, double[] effect) {
        int n = effect.length;
        double[] size = Arrays.stream(look).map(Math::abs).toArray();
        double sum = Arrays.stream(size).sum();
        boolean shares = Arrays.stream(look).allMatch(weight -> weight >= 0);
        double entropy = 0;
        double against = 0;
        for (int j = 0; j < size.length; j++) {
            double share = sum > 0 ? size[j] / sum : 0;
            entropy -= share > 0 ? share * Math.log(share) : 0;
            against += effect[j] < 0 ? share : 0;
        }
        boolean some = size.length > 1 && sum > 0;
        double[] effectSize = Arrays.stream(effect).map(Math::abs).toArray();
        return new Row(
                historyEffect,
                some && shares ? entropy / Math.log(n) : Double.NaN,
                some ? RankCorrelation.kendallTauB(size, effectSize) : Double.NaN,
                sum > 0 ? against : Double.NaN,
                look,
                effect);
    }

    /** Weights of one sample of a batch; a candidate among the positions comes after the longest history. */
    private static Optional<double[]> look(List<Trace> traces, int sample, int n, int longest) {
        List<Trace> layers = PositionAttention.layers(traces);
        Optional<Trace> overHistory = Trace.attention(traces);
        if (!layers.isEmpty() && overHistory.isEmpty()) {
            return Optional.of(
                    n == 0
                            ? new double[0]
                            : Arrays.copyOf(Rollout.of(layers, sample, longest).look(), n));
        }
        return overHistory.map(attention -> {
            int width = (int) attention.shape()[1];
            return ArrayFill.doubles(n, j -> attention.values()[sample * width + j]);
        });
    }
}
