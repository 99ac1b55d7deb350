package dev.interestlens.explain.view;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.PositionAttention;
import dev.interestlens.explain.look.Rollout;
import dev.interestlens.explain.picture.Axis;
import dev.interestlens.explain.picture.HeadGrid;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Scale;
import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The views of a model whose positions attend to each other: all heads small, each head large, the candidate's row of every head, and the same by the
 * norm of what each value adds (Kobayashi et al. 2020, arXiv 2004.10102).
 */
final class EncoderPanels {
    private static final List<AxisKind> VALUES = List.of(AxisKind.SAMPLE, AxisKind.HEAD, AxisKind.KEY, AxisKind.UNIT);

    private interface Cell {
        double at(int row, int column);
    }

    private final List<Trace> layers;
    private final List<Trace> values;
    private final Rollout rollout;
    private final int n;
    private final int heads;
    private final List<Text> positions = new ArrayList<>();

    private EncoderPanels(Impression impression, List<Trace> traces) {
        layers = PositionAttention.layers(traces);
        values = traces.stream().filter(trace -> trace.axes().equals(VALUES)).toList();
        n = impression.behaviours();
        rollout = Rollout.of(layers, 0, n);
        heads = (int) layers.get(0).shape()[1];
        impression.history().forEach(behaviour -> positions.add(behaviour.item().title()));
        if (rollout.hasCandidate()) {
            positions.add(impression.candidate().title());
        }
    }

    static List<Panel> of(Impression impression, List<Trace> traces) {
        return impression.behaviours() == 0 || PositionAttention.layers(traces).isEmpty()
                ? List.of()
                : new EncoderPanels(impression, traces).panels();
    }

    private List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel("rollout", Wording.of("panel.rollout"), squares(), 0));
        panels.add(new Panel("heads", Wording.of("panel.heads"), List.of(grid()), 0));
        if (rollout.hasCandidate()) {
            panels.add(new Panel("candidateRow", Wording.of("panel.candidateRow"), candidateRows(), 0));
        }
        return panels;
    }

    /** The rollout, then the first layer's mean, then the others'. */
    private List<Picture> squares() {
        List<Picture> pictures = new ArrayList<>();
        pictures.add(square("rollout", Wording.of("trace.rollout"), (q, k) -> rollout.product()[q][k]));
        for (int l = 0; l < layers.size(); l++) {
            Trace layer = layers.get(l);
            Text title = Wording.of("trace.layer", Map.of("layer", Text.same(String.valueOf(l + 1))));
            pictures.add(square("mean." + l, title, (q, k) -> mean(layer, q, k)));
        }
        return pictures;
    }

    private double mean(Trace layer, int query, int key) {
        double sum = 0;
        for (int head = 0; head < heads; head++) {
            sum += PositionAttention.weight(layer, 0, head, query, key) / heads;
        }
        return sum;
    }

    private HeadGrid grid() {
        List<HeatMatrix> cells = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            Trace layer = layers.get(l);
            for (int h = 0; h < heads; h++) {
                int head = h;
                cells.add(square(
                        layer.name() + ".head." + h,
                        head("trace.head", l, h),
                        (q, k) -> PositionAttention.weight(layer, 0, head, q, k)));
            }
        }
        return new HeadGrid("heads", Wording.of("panel.heads"), layers.size(), heads, cells, Wording.of("note.heads"));
    }

    private static Text head(String key, int layer, int head) {
        return Wording.of(
                key,
                Map.of(
                        "layer", Text.same(String.valueOf(layer + 1)),
                        "head", Text.same(String.valueOf(head + 1))));
    }

    private HeatMatrix square(String name, Text title, Cell cell) {
        Text note = Wording.of(rollout.hasCandidate() ? "note.positions" : "note.positions.outside");
        return matrix(name, title, new Axis(AxisKind.QUERY, positions), new Axis(AxisKind.KEY, positions), cell, note);
    }

    private List<Picture> candidateRows() {
        List<Text> rows = new ArrayList<>();
        rows.add(Wording.of("trace.rollout.short"));
        for (int l = 0; l < layers.size(); l++) {
            for (int h = 0; h < heads; h++) {
                rows.add(head("trace.head.short", l, h));
            }
        }
        Axis keys = new Axis(AxisKind.KEY, positions);
        List<Picture> pictures = new ArrayList<>();
        pictures.add(matrix(
                "candidateRow.weight",
                Wording.of("rows.weight"),
                new Axis(AxisKind.HEAD, rows),
                keys,
                (row, key) -> row == 0 ? rollout.product()[n][key] : weight(row - 1, key),
                Wording.of("note.candidateRow")));
        if (values.size() == layers.size()) {
            pictures.add(matrix(
                    "candidateRow.norm",
                    Wording.of("rows.norm"),
                    new Axis(AxisKind.HEAD, rows.subList(1, rows.size())),
                    keys,
                    (row, key) -> weight(row, key) * length(row, key),
                    Wording.of("note.norm")));
        }
        return pictures;
    }

    /** From the candidate. */
    private double weight(int layerAndHead, int key) {
        return PositionAttention.weight(layers.get(layerAndHead / heads), 0, layerAndHead % heads, n, key);
    }

    /** ‖value‖ of a position after a head's own output map. */
    private double length(int layerAndHead, int key) {
        Trace of = values.get(layerAndHead / heads);
        int keys = (int) of.shape()[2];
        int width = (int) of.shape()[3];
        int at = (layerAndHead % heads * keys + key) * width;
        double sum = 0;
        for (int e = 0; e < width; e++) {
            sum += (double) of.values()[at + e] * of.values()[at + e];
        }
        return Math.sqrt(sum);
    }

    private static HeatMatrix matrix(String name, Text title, Axis rows, Axis columns, Cell cell, Text note) {
        double[] filled = new double[rows.size() * columns.size()];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = cell.at(i / columns.size(), i % columns.size());
        }
        return new HeatMatrix(name, title, rows, columns, filled, Scale.SEQUENTIAL, note);
    }
}
