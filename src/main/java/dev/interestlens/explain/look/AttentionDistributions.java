package dev.interestlens.explain.look;

import dev.interestlens.data.RawBatch;
import dev.interestlens.model.Scorer;
import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.TraceKind;
import dev.interestlens.nn.TraceNames.Gate;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Distributions of attention and gates over many samples: the entropy of each attention divided by that of even weights (1: uniform, 0: only one
 * behaviour), and the gates of recurrent layers.
 */
public final class AttentionDistributions {
    private static final int SHORTEST = 2;

    private AttentionDistributions() {}

    /**
     * Of a model on the rows of some batches; names such as {@code attention/entropy}, {@code attention/entropy/head-1}, {@code
     * gates/evolution.update}.
     *
     * @return empty for a model that has none of them
     */
    public static Map<String, double[]> of(Scorer model, List<RawBatch> batches) {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (RawBatch batch : batches) {
            RawBatch read = model.read(batch);
            List<Trace> traces = model.traces(batch);
            LookReader.heads(traces, read).forEach(heads -> {
                for (int head = 0; heads.size() > 1 && head < heads.size(); head++) {
                    entropy(all, "attention/entropy/head-" + (head + 1), heads.get(head));
                }
            });
            traces.forEach(trace -> add(all, trace, read));
        }
        return all.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .mapToDouble(Double::doubleValue)
                                .filter(Double::isFinite)
                                .toArray(),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    private static void add(Map<String, List<Double>> all, Trace trace, RawBatch batch) {
        if (trace.is(TraceKind.ATTENTION)) {
            samples(trace, batch).forEach(b -> entropy(all, "attention/entropy", row(trace, batch, b)));
        } else if ((Gate.UPDATE.isIn(trace.name()) || Gate.RESET.isIn(trace.name()))
                && trace.axes().equals(List.of(AxisKind.SAMPLE, AxisKind.HISTORY, AxisKind.UNIT))) {
            List<Double> gates = all.computeIfAbsent("gates/" + trace.id(), name -> new ArrayList<>());
            samples(trace, batch).forEach(b -> gates(gates, trace, batch, b));
        }
    }

    private static IntStream samples(Trace trace, RawBatch batch) {
        return IntStream.range(0, (int) Math.min(trace.shape()[0], batch.size()));
    }

    private static int length(Trace trace, RawBatch batch, int b) {
        return (int) Math.min(trace.shape()[1], batch.length(b));
    }

    private static double[] row(Trace trace, RawBatch batch, int b) {
        return ArrayFill.doubles(length(trace, batch, b), j -> trace.values()[(int) (b * trace.shape()[1] + j)]);
    }

    private static void gates(List<Double> gates, Trace trace, RawBatch batch, int b) {
        int units = (int) trace.shape()[2];
        int from = (int) (b * trace.shape()[1] * units);
        for (int i = 0; i < length(trace, batch, b) * units; i++) {
            gates.add((double) trace.values()[from + i]);
        }
    }

    /** Weights without their sign, as shares of their sum. */
    private static void entropy(Map<String, List<Double>> all, String name, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += Math.abs(weight);
        }
        if (weights.length < SHORTEST || sum == 0) {
            return;
        }
        double entropy = 0;
        for (double weight : weights) {
            double share = Math.abs(weight) / sum;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        all.computeIfAbsent(name, key -> new ArrayList<>()).add(entropy / Math.log(weights.length));
    }
}
