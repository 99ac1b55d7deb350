package dev.interestlens.explain.view;

import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.TraceKind;
import dev.interestlens.nn.TraceName;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.nn.TraceNames.Gate;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.store.EnumNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How gates that depend on attention process the history of one sample. With ã the effective update gate of each step, a recurrent layer ends in h =
 * Σ c_t∘h̃_t, where c_t = ã_t ∘ Π_{s>t}(1 − ã_s) is the remaining share of each write: Σ c_t + Π(1 − ã) = 1 in every unit. Where the interest is a
 * sum of states by their attention, c_t sums over the states that still hold it. L steps (behaviours and, where it is read, padding), H units.
 */
public record GateFlow(
        int steps,
        int units,
        double[] attention,
        double[][] update,
        double[][] written,
        double[][] surviving,
        double[] untouched,
        double[][] states,
        Variant variant) {

    private static final double SAME = 1e-4;
    private static final List<AxisKind> UNITS = List.of(AxisKind.SAMPLE, AxisKind.HISTORY, AxisKind.UNIT);

    /** How the gates depend on attention. */
    enum Variant {
        AUGRU,
        AUGRU_RELEASED,
        AGRU,
        AIGRU,
        GRU;

        String key() {
            return "variant." + EnumNames.lower(this);
        }
    }

    /** Of a sample of a forward pass; empty where the model has no such layer. */
    public static Optional<GateFlow> of(List<Trace> traces, int sample) {
        Optional<Trace> update = named(traces, TraceNames.evolution(Gate.UPDATE));
        Optional<Trace> written = named(traces, TraceNames.evolution(Gate.WRITTEN));
        Optional<Trace> state = named(traces, TraceNames.evolution(Gate.STATE));
        Optional<Trace> attention = attention(traces);
        Optional<Trace> interest = traces.stream()
                .filter(t -> t.name().equals(TraceNames.INTEREST))
                .findFirst();
        if (update.isEmpty() || written.isEmpty() || state.isEmpty() || attention.isEmpty() || interest.isEmpty()) {
            return Optional.empty();
        }
        double[][] u = rows(update.get(), sample);
        double[][] w = rows(written.get(), sample);
        double[][] h = rows(state.get(), sample);
        int steps = u.length;
        int units = steps == 0 ? 0 : u[0].length;
        double[] a = new double[steps];
        int heads =
                attention.get().axes().size() == 2 ? 1 : (int) attention.get().shape()[1];
        for (int t = 0; t < steps; t++) {
            a[t] = attention.get().values()[sample * heads * steps + t];
        }
        double[] end = ArrayFill.doubles(units, e -> interest.get().values()[sample * units + e]);
        boolean sum = steps > 0 && !alike(h[steps - 1], end);
        double[] untouched = new double[units];
        double[][] c = surviving(w, sum ? a : null, units, untouched);
        return Optional.of(new GateFlow(steps, units, a, u, w, c, untouched, h, variant(a, u, w, sum)));
    }

    /** The attention that drives the layer; of several the first, since the one of that name is their mean. */
    private static Optional<Trace> attention(List<Trace> traces) {
        return Trace.find(traces, TraceKind.ATTENTION_HEADS).or(() -> Trace.attention(traces));
    }

    private static double[][] surviving(double[][] written, double[] weights, int units, double[] untouched) {
        double[][] c = new double[written.length][units];
        for (int e = 0; e < units; e++) {
            double kept = weights == null ? 1 : 0;
            for (int t = written.length - 1; t >= 0; t--) {
                kept += weights == null ? 0 : weights[t];
                c[t][e] = written[t][e] * kept;
                kept *= 1 - written[t][e];
            }
            untouched[e] = kept;
        }
        return c;
    }

    private static Variant variant(double[] a, double[][] update, double[][] written, boolean sum) {
        boolean paper = true;
        boolean released = true;
        boolean replaced = true;
        for (int t = 0; t < a.length; t++) {
            for (int e = 0; e < update[t].length; e++) {
                double u = update[t][e];
                double w = written[t][e];
                if (w == 0) {
                    continue; // a step that is not taken
                }
                paper &= Math.abs(w - a[t] * u) < SAME;
                released &= Math.abs(w - (1 - (1 - a[t]) * (1 - u))) < SAME;
                replaced &= Math.abs(w - a[t]) < SAME;
            }
        }
        if (paper) {
            return Variant.AUGRU;
        }
        if (released) {
            return Variant.AUGRU_RELEASED;
        }
        return replaced ? Variant.AGRU : sum ? Variant.GRU : Variant.AIGRU;
    }

    private static boolean alike(double[] one, double[] other) {
        return IntStream.range(0, one.length).noneMatch(e -> Math.abs(one[e] - other[e]) > SAME);
    }

    /** h after a step; zero before the first. */
    double[] state(int step) {
        return step < 0 ? new double[units] : states[step];
    }

    private static Optional<Trace> named(List<Trace> traces, TraceName name) {
        return traces.stream()
                .filter(trace -> trace.name().equals(name) && trace.axes().equals(UNITS))
                .findFirst();
    }

    private static double[][] rows(Trace trace, int sample) {
        int steps = (int) trace.shape()[1];
        int units = (int) trace.shape()[2];
        double[][] rows = new double[steps][units];
        for (int t = 0; t < steps; t++) {
            for (int e = 0; e < units; e++) {
                rows[t][e] = trace.values()[(sample * steps + t) * units + e];
            }
        }
        return rows;
    }
}
