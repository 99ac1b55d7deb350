package dev.interestlens.explain.view;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.PositionAttention;
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

    private final List<Trace> layers;
    private final List<Trace> values;
    private final List<HeatMatrix> ofHeads;
    private final HeatMatrix rollout;
    private final int n;
    private final int heads;

    private EncoderPanels(Impression impression, List<Trace> traces, List<HeatMatrix> matrices) {
        layers = PositionAttention.layers(traces);
        values = traces.stream().filter(trace -> trace.axes().equals(VALUES)).toList();
        rollout = matrices.stream()
                .filter(matrix -> matrix.name().equals(HeatMatrix.ROLLOUT))
                .findFirst()
                .orElseThrow();
        ofHeads = matrices.stream()
                .filter(matrix -> matrix != rollout && matrix.rows().kind() == AxisKind.QUERY)
                .toList();
        n = impression.behaviours();
        heads = (int) layers.get(0).shape()[1];
    }

    /** @param matrices of the same traces */
    static List<Panel> of(Impression impression, List<Trace> traces, List<HeatMatrix> matrices) {
        return impression.behaviours() == 0 || PositionAttention.layers(traces).isEmpty()
                ? List.of()
                : new EncoderPanels(impression, traces, matrices).panels();
    }

    private List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel("rollout", Wording.of("panel.rollout"), squares(), 0));
        Text title = Wording.of("panel.heads");
        HeadGrid grid = new HeadGrid("heads", title, layers.size(), heads, ofHeads, Wording.of("note.heads"));
        panels.add(new Panel("heads", title, List.of(grid), 0));
        if (rollout.columns().size() > n) { // with the candidate
            panels.add(new Panel("candidateRow", Wording.of("panel.candidateRow"), candidateRows(), 0));
        }
        return panels;
    }

    /** The rollout, then the first layer's mean, then the others'. */
    private List<Picture> squares() {
        List<Picture> pictures = new ArrayList<>(List.of(rollout));
        for (int l = 0; l < layers.size(); l++) {
            Trace layer = layers.get(l);
            Text title = Wording.of("trace.layer", Map.of("layer", Text.same(String.valueOf(l + 1))));
            pictures.add(new HeatMatrix(
                    "mean." + l,
                    title,
                    rollout.rows(),
                    rollout.columns(),
                    (q, k) -> mean(layer, q, k),
                    Scale.SEQUENTIAL,
                    rollout.note()));
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

    private List<Picture> candidateRows() {
        List<Text> rows = new ArrayList<>();
        rows.add(Wording.of("trace.rollout.short"));
        for (int l = 0; l < layers.size(); l++) {
            for (int h = 0; h < heads; h++) {
                rows.add(Wording.of(
                        "trace.head.short",
                        Map.of(
                                "layer", Text.same(String.valueOf(l + 1)),
                                "head", Text.same(String.valueOf(h + 1)))));
            }
        }
        Axis keys = rollout.columns();
        List<Picture> pictures = new ArrayList<>();
        pictures.add(new HeatMatrix(
                "candidateRow.weight",
                Wording.of("rows.weight"),
                new Axis(AxisKind.HEAD, rows),
                keys,
                (row, key) -> row == 0 ? rollout.value(n, key) : weight(row - 1, key),
                Scale.SEQUENTIAL,
                Wording.of("note.candidateRow")));
        if (values.size() == layers.size()) {
            pictures.add(new HeatMatrix(
                    "candidateRow.norm",
                    Wording.of("rows.norm"),
                    new Axis(AxisKind.HEAD, rows.subList(1, rows.size())),
                    keys,
                    (row, key) -> weight(row, key) * length(row, key),
                    Scale.SEQUENTIAL,
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
}
