package dev.interestlens.explain;

import dev.interestlens.explain.HeatMatrix.Scale;
import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Turns traces into pictures by their axes, knowing no model: weights over the history become candidates × history, gates units × history, attention
 * between positions one picture a layer and head. Padding is left out. What ranks the behaviours comes first.
 */
final class MatrixBuilder {
    private static final List<String> FIRST = List.of("look", "attention", "rollout");

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
            if (trace.axes().equals(List.of(AxisKind.SAMPLE, AxisKind.HISTORY))) {
                matrices.add(candidates(trace));
            } else if (trace.axes().equals(List.of(AxisKind.SAMPLE, AxisKind.HISTORY, AxisKind.UNIT))) {
                matrices.add(units(trace));
            } else if (Positions.square(trace)) {
                squares(trace, Positions.withCandidate(traces), matrices);
            }
        }
        matrices.sort(Comparator.comparingInt(MatrixBuilder::rank));
        return matrices;
    }

    private static int rank(HeatMatrix matrix) {
        int dot = matrix.name().indexOf('.');
        int place = FIRST.indexOf(matrix.name());
        return place >= 0 ? place : dot > 0 && matrix.name().startsWith("attention.") ? FIRST.size() : FIRST.size() + 1;
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
        Axis candidates = new Axis(AxisKind.CANDIDATE, rows);
        return matrix(trace.name(), title(trace), candidates, history(), values, Wording.of("note.candidates"));
    }

    private HeatMatrix units(Trace trace) {
        int units = (int) trace.shape()[2];
        double[] values = new double[units * n];
        for (int u = 0; u < units; u++) {
            for (int j = 0; j < n; j++) {
                values[u * n + j] = trace.values()[j * units + u];
            }
        }
        List<Text> rows = IntStream.rangeClosed(1, units)
                .mapToObj(u -> Text.same(String.valueOf(u)))
                .toList();
        Axis axis = new Axis(AxisKind.UNIT, rows);
        return matrix(trace.name(), title(trace), axis, history(), values, Wording.of("note.units"));
    }

    /** One picture for each place along the axes between the sample and the positions. */
    private void squares(Trace trace, boolean candidate, List<HeatMatrix> matrices) {
        List<AxisKind> outer = trace.axes().subList(1, trace.axes().size() - 2);
        int count = 1;
        for (int axis = 1; axis <= outer.size(); axis++) {
            count *= (int) trace.shape()[axis];
        }
        for (int at = 0; at < count; at++) {
            String name = trace.name();
            Text title = title(trace);
            int inner = count;
            for (int axis = 0; axis < outer.size(); axis++) {
                inner /= (int) trace.shape()[axis + 1];
                int place = at / inner % (int) trace.shape()[axis + 1];
                String kind = outer.get(axis).name().toLowerCase(Locale.ROOT);
                name += "." + kind + "." + place;
                title = Wording.of("trace." + kind, Map.of("trace", title, kind, Text.same(String.valueOf(place + 1))));
            }
            matrices.add(square(trace, at, candidate, name, title));
        }
    }

    private HeatMatrix square(Trace trace, int at, boolean candidate, String name, Text title) {
        int positions = Positions.length(trace);
        int t = candidate ? n + 1 : n;
        double[] values = new double[t * t];
        for (int q = 0; q < t; q++) {
            for (int k = 0; k < t; k++) {
                values[q * t + k] = trace.values()[(at * positions + q) * positions + k];
            }
        }
        List<Text> labels = new ArrayList<>(history);
        if (candidate) {
            labels.add(impression.candidate().title());
        }
        Text note = Wording.of(candidate ? "note.positions" : "note.positions.outside");
        return matrix(name, title, new Axis(AxisKind.QUERY, labels), new Axis(AxisKind.KEY, labels), values, note);
    }

    private Axis history() {
        return new Axis(AxisKind.HISTORY, history);
    }

    private static HeatMatrix matrix(String name, Text title, Axis rows, Axis columns, double[] values, Text note) {
        boolean signed = false;
        for (double value : values) {
            signed |= value < 0;
        }
        return new HeatMatrix(name, title, rows, columns, values, signed ? Scale.DIVERGING : Scale.SEQUENTIAL, note);
    }

    private static Text title(Trace trace) {
        return Wording.orElse("trace." + trace.name(), trace.name());
    }
}
