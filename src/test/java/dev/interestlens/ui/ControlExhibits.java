package dev.interestlens.ui;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.BarData;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.chart.BarChart;
import dev.interestlens.ui.control.chart.MetricChart;
import dev.interestlens.ui.control.chart.MetricSeries;
import dev.interestlens.ui.control.heatmap.HeatmapPane;
import dev.interestlens.ui.control.history.HistoryStrip;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The controls with made-up values of real sizes. */
final class ControlExhibits {
    private static final List<String> NAMES = List.of(
            "Prime lens 50 mm",
            "Tripod",
            "Phone case",
            "Headphones",
            "Backpack",
            "Memory card 128 GB",
            "Mechanical keyboard",
            "相机清洁套装",
            "Running shoes",
            "Water bottle");

    private ControlExhibits() {}

    static Map<String, Gallery.Exhibit> all() {
        Map<String, Gallery.Exhibit> all = new LinkedHashMap<>();
        all.put(
                "heatmap-8x16",
                new Gallery.Exhibit(900, 360, (words, theme) -> heatmap(words, 8, 16, Scale.SEQUENTIAL)));
        all.put(
                "heatmap-10x50",
                new Gallery.Exhibit(900, 320, (words, theme) -> heatmap(words, 10, 50, Scale.DIVERGING)));
        all.put(
                "heatmap-200x200",
                new Gallery.Exhibit(900, 640, (words, theme) -> heatmap(words, 200, 200, Scale.SEQUENTIAL)));
        all.put("history-3", new Gallery.Exhibit(1000, 300, (words, theme) -> history(words, 3, 0, true)));
        all.put("history-9", new Gallery.Exhibit(1000, 300, (words, theme) -> history(words, 9, 0, true)));
        all.put("history-50", new Gallery.Exhibit(1000, 300, (words, theme) -> history(words, 50, 17, true)));
        all.put("history-waiting", new Gallery.Exhibit(1000, 300, (words, theme) -> history(words, 14, 0, false)));
        all.put("bars", new Gallery.Exhibit(480, 220, (words, theme) -> bars(words)));
        all.put("chart", new Gallery.Exhibit(900, 600, (words, theme) -> chart(words)));
        return all;
    }

    private static Parent heatmap(Messages words, int rows, int columns, Scale scale) {
        Random random = new Random(7);
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            double noise = scale == Scale.DIVERGING ? random.nextGaussian() * 0.1 : Math.pow(random.nextDouble(), 4);
            values[i] = i % columns < 2 && i / columns == 1 ? Double.NaN : noise;
        }
        HeatmapPane pane = new HeatmapPane(words);
        pane.view()
                .setData(new HeatmapData(
                        Phrase.same("candidates"),
                        Phrase.same("history"),
                        Phrase.all(names(rows)),
                        Phrase.all(names(columns)),
                        values,
                        scale,
                        scale == Scale.SEQUENTIAL ? 1.0 / columns : Double.NaN));
        pane.view().markedProperty().set(new dev.interestlens.ui.control.heatmap.HeatmapView.Cell(2, 3));
        return pane;
    }

    private static Parent history(Messages words, int size, int unread, boolean measured) {
        Random random = new Random(3);
        double[] look = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            look[i] = Math.pow(random.nextDouble(), 3) + 0.01;
            sum += look[i];
        }
        for (int i = 0; i < size; i++) {
            look[i] /= sum;
        }
        double[] effect = random.doubles(measured ? size : 0, -0.35, 0.9).toArray();
        List<HistoryData.Behaviour> behaviours = IntStream.range(0, size)
                .mapToObj(i -> new HistoryData.Behaviour(
                        Phrase.same(NAMES.get(i % NAMES.size())),
                        Phrase.same("Electronics"),
                        Phrase.same((size - i) + " d")))
                .toList();
        HistoryStrip strip = new HistoryStrip(words);
        strip.setData(new HistoryData(
                behaviours,
                unread,
                new HistoryData.Behaviour(Phrase.same("Camera body"), Phrase.same("Cameras"), Phrase.EMPTY),
                look,
                effect,
                1.0 / size));
        strip.off().add(1);
        strip.markedProperty().set(2);
        return strip;
    }

    private static Parent bars(Messages words) {
        BarChart chart = new BarChart(words);
        double[] values = IntStream.range(0, 30)
                .mapToDouble(i -> 900 * Math.exp(-i / 6.0))
                .toArray();
        chart.setData(new BarData(
                IntStream.range(0, 30)
                        .mapToObj(i -> Phrase.same(String.valueOf(i * 5)))
                        .toList(),
                values,
                10,
                Phrase.same("50")));
        return chart;
    }

    private static Parent chart(Messages words) {
        Random random = new Random(1);
        int steps = 20_000;
        double[] x = IntStream.range(0, steps).mapToDouble(i -> i).toArray();
        double[] loss = IntStream.range(0, steps)
                .mapToDouble(i -> 0.35 + 0.35 * Math.exp(-i / 4_000.0) + random.nextGaussian() * 0.04)
                .toArray();
        double[] at =
                IntStream.rangeClosed(1, 10).mapToDouble(i -> i * 2_000 - 1).toArray();
        double[] auc = IntStream.rangeClosed(1, 10)
                .mapToDouble(i -> 0.9 - 0.3 * Math.exp(-i / 2.0) - (i > 7 ? 0.004 * (i - 7) : 0))
                .toArray();
        List<MetricSeries> losses = List.of(new MetricSeries("din", x, loss, 0, false, true, -1));
        MetricChart top = new MetricChart(words);
        top.setUpLabel("loss");
        top.endProperty().set(steps);
        top.setSeries(losses);
        MetricChart below = new MetricChart(words);
        below.setUpLabel("AUC");
        below.setAcrossLabel("step");
        below.endProperty().set(steps);
        below.setSeries(List.of(
                new MetricSeries("din", at, auc, 0, false, false, 6),
                new MetricSeries(
                        "pool",
                        at,
                        java.util.Arrays.stream(auc).map(a -> a - 0.05).toArray(),
                        1,
                        true,
                        false,
                        -1)));
        below.readingProperty().bindBidirectional(top.readingProperty());
        top.readingProperty().set(9_000);
        VBox.setVgrow(top, Priority.ALWAYS);
        VBox.setVgrow(below, Priority.ALWAYS);
        return new VBox(8, top, below);
    }

    private static List<String> names(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> NAMES.get(i % NAMES.size()) + (i < NAMES.size() ? "" : " " + i))
                .toList();
    }
}
