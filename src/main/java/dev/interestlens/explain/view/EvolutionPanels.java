package dev.interestlens.explain.view;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.InterestClusters;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.picture.Axis;
import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.picture.HeatMatrix.Cell;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.PathData;
import dev.interestlens.figure.data.PlotData;
import dev.interestlens.model.Trace;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.TraceKind;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The views of a model whose gates depend on attention: attention, gates and the remaining share of each write over the history, the same by unit,
 * how the state moves and the logit that the head would give, and the path of the state for several candidates.
 */
final class EvolutionPanels {
    private static final double ABOVE = 1.1;

    private static final int FIRST_ROWS = 16;
    private static final int MAX_TRACKS = 5;

    private final Impression impression;
    private final List<Trace> traces;
    private final GateFlow flow;
    private final double[] weight;
    private final int n;
    private final Axis history;

    private EvolutionPanels(Impression impression, List<Trace> traces, GateFlow flow, double[] weight) {
        this.impression = impression;
        this.traces = traces;
        this.flow = flow;
        this.weight = weight;
        n = impression.behaviours();
        history = new Axis(AxisKind.HISTORY, impression.titles());
    }

    /** @param gradient of the logit by the interest, H numbers; empty where it is unknown; then units are in their own order */
    static List<Panel> of(Impression impression, List<Trace> traces, double[] gradient) {
        Optional<GateFlow> flow = impression.behaviours() == 0 ? Optional.empty() : GateFlow.of(traces, 0);
        return flow.map(found -> new EvolutionPanels(impression, traces, found, weights(found, gradient)).panels())
                .orElseGet(List::of);
    }

    /** ∂z/∂h_T · h_T of each unit: its contribution to the logit. */
    private static double[] weights(GateFlow flow, double[] gradient) {
        double[] last = flow.state(flow.steps() - 1);
        double[] weights = new double[flow.units()];
        Arrays.setAll(weights, e -> gradient.length == weights.length ? gradient[e] * last[e] : Double.NaN);
        return weights;
    }

    private List<Panel> panels() {
        return List.of(flow(), gates(), movement(), path());
    }

    /** The inputs and the results of each step, over the same history. */
    private Panel flow() {
        double[] attention = Arrays.copyOf(flow.attention(), n);
        List<Picture> lines = List.of(
                lines("flow.attention", attention, Double.NaN, Math.min(0, least(attention)), Double.NaN),
                lines("flow.update", means(flow.update()), Double.NaN, 0, Double.NaN),
                lines("flow.written", means(flow.written()), Double.NaN, 0, Double.NaN),
                lines("flow.surviving", means(flow.surviving()), Double.NaN, 0, Double.NaN));
        return new Panel("flow", Wording.of("panel.flow"), lines, 0);
    }

    /** Over the units, of each behaviour. */
    private double[] means(double[][] bySteps) {
        return ArrayFill.doubles(n, t -> Arrays.stream(bySteps[t]).average().orElse(Double.NaN));
    }

    private Panel gates() {
        int[] order = order();
        List<Text> labels = Arrays.stream(order).mapToObj(this::unit).toList();
        Axis rows = new Axis(AxisKind.UNIT, labels);
        Text variant = Wording.of(flow.variant().key());
        double left = Arrays.stream(flow.untouched()).average().orElse(0);
        double padding = IntStream.range(n, flow.steps())
                .mapToDouble(t -> Arrays.stream(flow.surviving()[t]).average().orElse(0))
                .sum();
        Text survives = Wording.of(
                "note.surviving",
                Map.of("variant", variant, "left", Wording.share(left), "padding", Wording.share(padding)));
        Text plain = Wording.of("note.gates", Map.of("variant", variant));
        List<Picture> pictures = List.of(
                matrix("surviving", order, rows, (e, t) -> flow.surviving()[t][e], Scale.SEQUENTIAL, survives),
                matrix("update", order, rows, (e, t) -> flow.update()[t][e], Scale.SEQUENTIAL, plain),
                matrix("written", order, rows, (e, t) -> flow.written()[t][e], Scale.SEQUENTIAL, plain),
                matrix("state", order, rows, (e, t) -> flow.state(t)[e], Scale.DIVERGING, plain),
                matrix(
                        "change",
                        order,
                        rows,
                        (e, t) -> flow.state(t)[e] - flow.state(t - 1)[e],
                        Scale.DIVERGING,
                        plain));
        return new Panel("gates", Wording.of("panel.gates"), pictures, FIRST_ROWS);
    }

    private int[] order() {
        return Double.isNaN(weight[0])
                ? IntStream.range(0, flow.units()).toArray()
                : IntStream.range(0, flow.units())
                        .boxed()
                        .sorted((a, b) -> Double.compare(Math.abs(weight[b]), Math.abs(weight[a])))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    private Text unit(int unit) {
        Text number = Text.same(String.valueOf(unit + 1));
        return Double.isNaN(weight[unit])
                ? Wording.of("unit", Map.of("unit", number))
                : Wording.of("unit.weight", Map.of("unit", number, "weight", Text.same(Numerals.signed(weight[unit]))));
    }

    private HeatMatrix matrix(String name, int[] order, Axis rows, Cell cell, Scale scale, Text note) {
        return new HeatMatrix(
                "gates." + name,
                Wording.of("gates." + name),
                rows,
                history,
                (row, step) -> cell.at(order[row], step),
                scale,
                note);
    }

    private Panel movement() {
        List<Picture> lines = new ArrayList<>();
        traces.stream()
                .filter(trace -> trace.name().equals(TraceNames.READ_OUT))
                .findFirst()
                .ifPresent(trace -> {
                    double logit =
                            Trace.find(traces, TraceKind.LOGIT).orElseThrow().values()[0];
                    double beside =
                            logit - trace.values()[flow.steps() - 1]; // terms that are added to the head's logit
                    double[] scores = ArrayFill.doubles(n, t -> Scores.sigmoid(trace.values()[t] + beside));
                    double end = Scores.sigmoid(logit);
                    // From 0, but not to 1: most scores of a recommender are near 0.
                    double most = Math.max(Arrays.stream(scores).max().orElse(0), end);
                    lines.add(lines("evolution", scores, end, 0, Math.min(1, most * ABOVE)));
                });
        double[] last = flow.state(flow.steps() - 1);
        double[] drift = new double[n];
        double[] similarity = new double[n];
        for (int t = 0; t < n; t++) {
            double[] now = flow.state(t);
            double[] before = flow.state(t - 1);
            double moved = 0;
            for (int e = 0; e < now.length; e++) {
                moved += (now[e] - before[e]) * (now[e] - before[e]);
            }
            drift[t] = Math.sqrt(moved);
            similarity[t] = InterestClusters.cosine(now, last);
        }
        lines.add(lines("drift", drift, Double.NaN, 0, Double.NaN));
        lines.add(lines("similarity", similarity, Double.NaN, Math.min(0, least(similarity)), 1));
        return new Panel("movement", Wording.of("panel.movement"), lines, 0);
    }

    private Chart lines(String name, double[] values, double reference, double from, double to) {
        Text title = Wording.of("lines." + name);
        PlotData data = new PlotData(
                title,
                history.labels(),
                List.of(new PlotData.Line(impression.candidate().title(), values)),
                reference,
                from,
                to);
        return new Chart(name, title, data, Wording.of("lines." + name + ".note"));
    }

    private static double least(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    }

    private Panel path() {
        int candidates = Math.min(MAX_TRACKS, impression.others().size() + 1);
        int[] chosen = IntStream.range(0, candidates)
                .map(i -> i * (impression.others().size() + 1) / candidates) // some of every kind
                .toArray();
        List<GateFlow> flows = Arrays.stream(chosen)
                .mapToObj(sample -> GateFlow.of(traces, sample).orElseThrow())
                .toList();
        List<double[]> points = new ArrayList<>();
        flows.forEach(each -> IntStream.range(-1, n).forEach(t -> points.add(each.state(t))));
        PrincipalPlane plane = new PrincipalPlane(points);
        List<PathData.Track> tracks = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            GateFlow each = flows.get(i);
            Text name = chosen[i] == 0
                    ? impression.candidate().title()
                    : impression.others().get(chosen[i] - 1).text();
            tracks.add(new PathData.Track(
                    name,
                    IntStream.range(-1, n)
                            .mapToDouble(t -> plane.at(each.state(t), 0))
                            .toArray(),
                    IntStream.range(-1, n)
                            .mapToDouble(t -> plane.at(each.state(t), 1))
                            .toArray()));
        }
        double[] shares = {plane.share(0), plane.share(1)};
        PathData data =
                new PathData(history.labels(), tracks, component(1, shares[0]), component(2, shares[1]), shares);
        Text title = Wording.of("panel.path");
        return new Panel("path", title, List.of(new Chart("path", title, data, Wording.of("note.path"))), 0);
    }

    private static Text component(int number, double share) {
        return Wording.of(
                "path.component", Map.of("number", Text.same(String.valueOf(number)), "share", Wording.share(share)));
    }
}
