package dev.interestlens.explain;

import dev.interestlens.explain.HeatMatrix.Scale;
import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Turns traces into pictures by their axes, knowing no model: weights over the history become candidates × history, gates units × history, attention
 * between positions one picture a head. Padding is left out.
 */
final class MatrixBuilder {
    private final Impression impression;
    private final int n;
    private final List<Text> history;

    MatrixBuilder(Impression impression) {
        this.impression = impression;
        n = impression.behaviours();
        history = impression.history().stream()
                .map(behaviour -> behaviour.item().title())
                .toList();
    }

    List<HeatMatrix> matrices(List<Trace> traces) {
        List<HeatMatrix> matrices = new ArrayList<>();
        for (Trace trace : n == 0 ? List.<Trace>of() : traces) {
            List<AxisKind> axes = trace.axes();
            if (axes.equals(List.of(AxisKind.SAMPLE, AxisKind.HISTORY))) {
                matrices.add(candidates(trace));
            } else if (axes.equals(List.of(AxisKind.SAMPLE, AxisKind.HISTORY, AxisKind.UNIT))) {
                matrices.add(units(trace));
            } else if (axes.equals(List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.QUERY, AxisKind.KEY))) {
                for (int head = 0; head < trace.shape()[1]; head++) {
                    matrices.add(positions(trace, head));
                }
            }
        }
        return matrices;
    }

    private HeatMatrix candidates(Trace trace) {
        int width = (int) trace.shape()[1];
        int samples = (int) trace.shape()[0];
        double[] values = new double[samples * n];
        for (int b = 0; b < samples; b++) {
            for (int j = 0; j < n; j++) {
                values[b * n + j] = trace.values()[b * width + j];
            }
        }
        List<Text> rows = new ArrayList<>();
        rows.add(impression.candidate().title());
        impression
                .others()
                .forEach(other -> rows.add(Wording.of(
                        "candidate." + other.kind().name().toLowerCase(Locale.ROOT),
                        Map.of("title", other.item().title()))));
        return matrix(
                trace.name(),
                title(trace),
                new Axis(AxisKind.CANDIDATE, rows),
                new Axis(AxisKind.HISTORY, history),
                values,
                Wording.of("note.candidates"));
    }

    private HeatMatrix units(Trace trace) {
        int units = (int) trace.shape()[2];
        double[] values = new double[units * n];
        for (int u = 0; u < units; u++) {
            for (int j = 0; j < n; j++) {
                values[u * n + j] = trace.values()[j * units + u];
            }
        }
        List<Text> rows = IntStream.range(0, units)
                .mapToObj(u -> Text.same(String.valueOf(u)))
                .toList();
        return matrix(
                trace.name(),
                title(trace),
                new Axis(AxisKind.UNIT, rows),
                new Axis(AxisKind.HISTORY, history),
                values,
                Wording.orElse("note." + trace.name(), ""));
    }

    private HeatMatrix positions(Trace trace, int head) {
        int queries = (int) trace.shape()[2];
        int keys = (int) trace.shape()[3];
        boolean candidate = Rollout.of(List.of(trace), n).hasCandidate();
        int t = candidate ? n + 1 : n;
        double[] values = new double[t * t];
        for (int q = 0; q < t; q++) {
            for (int k = 0; k < t; k++) {
                values[q * t + k] = trace.values()[(head * queries + q) * keys + k];
            }
        }
        List<Text> labels = new ArrayList<>(history);
        if (candidate) {
            labels.add(impression.candidate().title());
        }
        return matrix(
                trace.name() + ".head." + head,
                Wording.of("trace.head", Map.of("trace", title(trace), "head", Text.same(String.valueOf(head + 1)))),
                new Axis(AxisKind.QUERY, labels),
                new Axis(AxisKind.KEY, labels),
                values,
                Wording.of(candidate ? "note.positions" : "note.positions.outside"));
    }

    private static HeatMatrix matrix(String name, Text title, Axis rows, Axis columns, double[] values, Text note) {
        boolean signed = false;
        for (double value : values) {
            signed |= value < 0;
        }
        return new HeatMatrix(name, title, rows, columns, values, signed ? Scale.DIVERGING : Scale.SEQUENTIAL, note);
    }

    /** {@code attention.1} is the second layer's attention. */
    private static Text title(Trace trace) {
        String name = trace.name();
        int dot = name.lastIndexOf('.');
        if (dot > 0 && name.substring(dot + 1).chars().allMatch(Character::isDigit)) {
            String layer = String.valueOf(Integer.parseInt(name.substring(dot + 1)) + 1);
            String plain = name.substring(0, dot);
            return Wording.of(
                    "trace.layer", Map.of("trace", Wording.orElse("trace." + plain, plain), "layer", Text.same(layer)));
        }
        return Wording.orElse("trace." + name, name);
    }
}
