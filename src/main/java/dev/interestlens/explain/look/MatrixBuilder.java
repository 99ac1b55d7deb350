package dev.interestlens.explain.look;

import dev.interestlens.explain.picture.Axis;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.HeatMatrix.Cell;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Scale;
import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.TraceNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Turns traces into pictures by their axes, independent of the model: weights over the history become candidates × history, gates units × history,
 * attention between positions one picture for each layer and head. Padding is left out. The picture that ranks the behaviours comes first.
 */
final class MatrixBuilder {
    private static final List<String> FIRST = List.of(HeatMatrix.LOOK, TraceNames.ATTENTION.id(), HeatMatrix.ROLLOUT);

    private final Impression impression;
    private final int n;
    private final List<Text> history;

    MatrixBuilder(Impression impression) {
        this.impression = impression;
        n = impression.behaviours();
        history = impression.titles();
    }

    List<HeatMatrix> matrices(List<Trace> traces) {
        List<HeatMatrix> matrices = new ArrayList<>();
        for (Trace trace : n == 0 ? List.<Trace>of() : traces) {
            if (trace.axes().equals(List.of(AxisKind.SAMPLE, AxisKind.HISTORY))) {
                matrices.add(candidates(trace));
            } else if (trace.axes().equals(List.of(AxisKind.SAMPLE, AxisKind.HISTORY, AxisKind.UNIT))) {
                matrices.add(units(trace));
            }
        }
        List<Trace> layers = n == 0 ? List.of() : PositionAttention.layers(traces);
        if (!layers.isEmpty()) {
            positions(layers, matrices);
        }
        matrices.sort(Comparator.comparingInt(MatrixBuilder::rank));
        return matrices;
    }

    private static int rank(HeatMatrix matrix) {
        int place = FIRST.indexOf(matrix.name());
        return place >= 0 ? place : matrix.isOneOf(TraceNames.ATTENTION) ? FIRST.size() : FIRST.size() + 1;
    }

    private HeatMatrix candidates(Trace trace) {
        int width = (int) trace.shape()[1];
        return candidates(trace.id(), (b, j) -> trace.values()[b * width + j], Wording.of("note.candidates"));
    }

    private HeatMatrix candidates(String name, Cell cell, Text note) {
        List<Text> rows = new ArrayList<>();
        rows.add(impression.candidate().title());
        impression.others().forEach(other -> rows.add(other.text()));
        Axis candidates = new Axis(AxisKind.CANDIDATE, rows);
        return matrix(name, title(name), candidates, history(), cell, note);
    }

    private HeatMatrix units(Trace trace) {
        int units = (int) trace.shape()[2];
        List<Text> rows = IntStream.rangeClosed(1, units)
                .mapToObj(u -> Text.same(String.valueOf(u)))
                .toList();
        Axis axis = new Axis(AxisKind.UNIT, rows);
        return matrix(
                trace.id(),
                title(trace.id()),
                axis,
                history(),
                (u, j) -> trace.values()[j * units + u],
                Wording.of("note.units"));
    }

    /** The candidates' Look, the rollout, then every layer and head. */
    private void positions(List<Trace> layers, List<HeatMatrix> matrices) {
        Rollout rollout = Rollout.of(layers, 0, n);
        if (rollout.hasCandidate()) {
            double[][] looks = IntStream.range(0, (int) layers.get(0).shape()[0])
                    .mapToObj(b -> Rollout.of(layers, b, n).look())
                    .toArray(double[][]::new);
            Text rest = Wording.share(1 - Arrays.stream(looks[0]).sum());
            matrices.add(candidates(
                    HeatMatrix.LOOK,
                    (b, j) -> looks[b][j],
                    Wording.of("note.candidates.rollout", Map.of("rest", rest))));
        }
        matrices.add(square(
                HeatMatrix.ROLLOUT, title(HeatMatrix.ROLLOUT), rollout.hasCandidate(), (q, k) -> rollout.product()[q][
                        k]));
        for (int l = 0; l < layers.size(); l++) {
            Trace layer = layers.get(l);
            for (int h = 0; h < layer.shape()[1]; h++) {
                int head = h;
                Text title = Wording.of(
                        "trace.head",
                        Map.of(
                                "layer", Text.same(String.valueOf(l + 1)),
                                "head", Text.same(String.valueOf(h + 1))));
                matrices.add(square(
                        layer.name().of("head").of(String.valueOf(h)).id(),
                        title,
                        rollout.hasCandidate(),
                        (q, k) -> PositionAttention.weight(layer, 0, head, q, k)));
            }
        }
    }

    private HeatMatrix square(String name, Text title, boolean candidate, Cell cell) {
        List<Text> labels = new ArrayList<>(history);
        if (candidate) {
            labels.add(impression.candidate().title());
        }
        Text note = Wording.of(candidate ? "note.positions" : "note.positions.outside");
        return matrix(name, title, new Axis(AxisKind.QUERY, labels), new Axis(AxisKind.KEY, labels), cell, note);
    }

    private Axis history() {
        return new Axis(AxisKind.HISTORY, history);
    }

    private static HeatMatrix matrix(String name, Text title, Axis rows, Axis columns, Cell cell, Text note) {
        double[] values = HeatMatrix.values(rows, columns, cell);
        boolean signed = Arrays.stream(values).anyMatch(value -> value < 0);
        return new HeatMatrix(name, title, rows, columns, values, signed ? Scale.DIVERGING : Scale.SEQUENTIAL, note);
    }

    private static Text title(String name) {
        return Wording.orElse("trace." + name, name);
    }
}
