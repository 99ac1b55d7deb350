package dev.interestlens.ui.compare;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.paint.IntervalPainter;
import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.IntervalPlot;
import dev.interestlens.workspace.RunSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * The runs with their intervals beside the simple scorers of the same data, the highest first: the first ten of all items, and the order of the test
 * rows.
 */
final class LeadPlot {
    private static final int DECIMALS = 4;

    private final VBox place;
    private final CompareViewModel model;
    private final Messages messages;
    private final Titled lists;
    private final Titled rows;

    /** @param held keeps the height of the plot before its rows are known */
    private record Titled(IntervalPlot plot, VBox held) {
        void show(IntervalData data, double height) {
            held.setMinHeight(height);
            plot.setData(data);
        }
    }

    LeadPlot(VBox place, CompareViewModel model, Messages messages) {
        this.place = place;
        this.model = model;
        this.messages = messages;
        lists = titled("compare.leads.lists");
        rows = titled("compare.leads.rows");
    }

    private Titled titled(String key) {
        Label title = Worded.wrap(Worded.label(messages.bind(key), "plot-title"));
        IntervalPlot plot = new IntervalPlot(messages);
        ChartMenu.name(plot, title::getText);
        VBox held = new VBox(plot);
        place.getChildren().addAll(title, held);
        return new Titled(plot, held);
    }

    void show() {
        int lines = model.runs().size() + CatalogueRanking.BASELINES.size() + 1; // with that of the axis
        lists.show(data(this::lists), IntervalPainter.ROW * lines);
        rows.show(data(this::rows), IntervalPainter.ROW * lines);
    }

    private interface Figures {
        void add(RunSummary run, RunScores scores, List<IntervalData.Row> runs, Map<String, IntervalData.Row> simple);
    }

    private IntervalData data(Figures figures) {
        List<IntervalData.Row> all = new ArrayList<>();
        Map<String, IntervalData.Row> simple = new LinkedHashMap<>();
        for (RunSummary run : model.runs()) {
            RunScores scores = model.scores().get(run.folder());
            if (scores != null) {
                figures.add(run, scores, all, simple);
            }
        }
        if (!model.compared().comparable()) {
            return new IntervalData(all, DECIMALS);
        }
        all.addAll(simple.values());
        all.sort(Comparator.comparingDouble(row -> -row.mean()));
        return new IntervalData(all, DECIMALS).withLead();
    }

    private void lists(
            RunSummary run, RunScores scores, List<IntervalData.Row> runs, Map<String, IntervalData.Row> simple) {
        CatalogueRanking ranking = scores.ranking();
        if (ranking != null) {
            runs.add(row(run.name(), ranking.model()));
            ranking.known().forEach(name -> simple.put(name, row(baseline(name), ranking.baseline(name))));
        }
    }

    private void rows(
            RunSummary run, RunScores scores, List<IntervalData.Row> runs, Map<String, IntervalData.Row> simple) {
        runs.add(row(
                run.name(),
                scores.figures().value(RankMetric.AUC),
                scores.figures().interval(RankMetric.AUC)));
        Map<String, Double> figures = scores.references().figure(RankMetric.AUC.id());
        CatalogueRanking.BASELINES.stream()
                .filter(name -> Objects.nonNull(figures.get(name)))
                .forEach(name -> simple.put(name, row(baseline(name), figures.get(name), null)));
    }

    private String baseline(String name) {
        return messages.text("compare.baseline." + name);
    }

    private static IntervalData.Row row(String name, CatalogueRanking.Figures of) {
        return row(name, of.value(RankingMetric.NDCG10), of.interval(RankingMetric.NDCG10));
    }

    private static IntervalData.Row row(String name, double mean, Interval interval) {
        return new IntervalData.Row(
                Phrase.same(name),
                mean,
                interval == null ? Double.NaN : interval.low(),
                interval == null ? Double.NaN : interval.high());
    }
}
