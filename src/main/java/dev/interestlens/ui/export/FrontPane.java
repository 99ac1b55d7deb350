package dev.interestlens.ui.export;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.XySeries.Shape;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.paint.XyPainter;
import dev.interestlens.measurement.serving.FrontReport;
import dev.interestlens.measurement.serving.FrontReport.Point;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.JobProgressPane;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.FocusReturn;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.PlotPane;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.export.ExportViewModel.Task;
import dev.interestlens.ui.export.FrontViewModel.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Quality against latency: the Pareto front of each run as a line, dominated points grey; a clicked point can be exported. */
final class FrontPane extends VBox {
    private final FrontViewModel model;
    private final Messages messages;
    private final PlotPane plot;
    private final Label about = note();
    private final Label chosen = note();
    private final Label written = note();
    private final VBox measured;

    FrontPane(FrontViewModel model, Messages messages) {
        super(8);
        this.model = model;
        this.messages = messages;
        plot = new PlotPane(messages);
        plot.setPrefHeight(380);
        ChartMenu.name(plot, () -> messages.text("export.front"));
        plot.plot().setDescribe((series, index) -> words(points(series).get(index)));
        plot.plot().setOnChosen((series, index) -> model.chosenProperty()
                .set(points(series).get(index)));
        Button measure = Worded.button(model.offer("export.front.do"), model::measure);
        measure.disableProperty().bind(model.export().canExport().not());
        CheckBox others = new CheckBox();
        others.textProperty().bind(messages.bind("export.front.others"));
        others.selectedProperty().bindBidirectional(model.othersProperty());
        Label by = Worded.label(messages.bind("export.front.by"));
        Choice<Metric> metric = new Choice<>(messages, model.metricProperty(), List.of(Metric.values()), this::name);
        by.setLabelFor(metric);
        Button export = Worded.button(messages.bind("export.front.export"), model::exportChosen);
        export.disableProperty()
                .bind(model.chosenProperty()
                        .isNull()
                        .or(model.export().canExport().not()));
        List.of(measure, export).forEach(FocusReturn::on);
        measured = new VBox(8, row(by, metric), plot, about, row(export, chosen), written);
        getChildren()
                .setAll(
                        row(measure, others),
                        new JobProgressPane(messages, model.export().statusOf(Task.FRONT), model.export()::cancel),
                        measured,
                        new JobProgressPane(messages, model.export().statusOf(Task.EXPORT), model.export()::cancel));
        messages.keepShown(
                this::show,
                model.reportProperty(),
                model.metricProperty(),
                model.chosenProperty(),
                model.export().writtenProperty());
    }

    private static Label note() {
        return Worded.wrap(Worded.text("", "note"));
    }

    private static HBox row(javafx.scene.Node... nodes) {
        HBox row = new HBox(16, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String name(Metric metric) {
        return messages.text("export.front." + metric.name().toLowerCase(Locale.ROOT));
    }

    private void show() {
        FrontReport now = model.reportProperty().get();
        Presence.set(measured, now != null);
        if (now == null) {
            return;
        }
        List<XySeries> series = new ArrayList<>();
        series.add(series(messages.text("export.front.dominated"), model.dominated(), XySeries.MUTED, Shape.CLOUD));
        List<String> runs = runs(now);
        for (int i = 0; i < runs.size(); i++) {
            List<Point> front = model.front(runs.get(i));
            if (!front.isEmpty()) {
                series.add(series(front.get(0).served().run(), front, i, Shape.MARKED_LINE));
            }
        }
        plot.setData(new XyData(
                series,
                Phrase.same(messages.text("export.front.time", Numerals.count(now.candidates()))),
                Phrase.same(name(model.metricProperty().get())),
                false,
                false));
        StringBuilder told = new StringBuilder(messages.text(
                "export.front.told",
                Numerals.count(now.users()),
                Numerals.count(now.rows()),
                Numerals.count(now.runs())));
        now.unchanged().forEach(each -> told.append(' ')
                .append(messages.text("export.front.unchanged", each.run(), each.precision())));
        about.setText(told.toString());
        Point point = model.chosenProperty().get();
        chosen.setText(point == null ? messages.text("export.front.choose") : words(point));
        var done = model.export().writtenProperty().get();
        written.setText(
                done == null ? "" : messages.text("export.done", done.done().file()));
    }

    /** The fronts with what was measured; empty before. */
    Optional<Slide> slide() {
        return Optional.ofNullable(model.reportProperty().get())
                .map(now -> new Slide(
                        Phrase.same(messages.text("export.front")),
                        new XyPainter(plot.plot().getData()),
                        Phrase.same(about.getText())));
    }

    private static List<String> runs(FrontReport now) {
        return now.points().stream()
                .map(point -> point.served().path())
                .distinct()
                .toList();
    }

    private XySeries series(String name, List<Point> points, int style, Shape shape) {
        Metric metric = model.metricProperty().get();
        Point ringed = model.chosenProperty().get();
        return new XySeries(
                Phrase.same(name),
                points.stream().mapToDouble(point -> point.cpu().cpuP99()).toArray(),
                points.stream().mapToDouble(metric::of).toArray(),
                style,
                shape,
                shape == Shape.CLOUD ? -1 : points.indexOf(ringed));
    }

    private List<Point> points(XySeries series) {
        if (series.style() == XySeries.MUTED) {
            return model.dominated();
        }
        return model.front(runs(model.reportProperty().get()).get(series.style()));
    }

    private String words(Point point) {
        return messages.text(
                "export.front.point",
                point.served().run(),
                Numerals.count(point.served().history()),
                messages.text("export.precision." + precision(point)),
                messages.text("export.front." + point.served().form().word()),
                Numerals.fixed(point.quality().ndcg10(), 4),
                Numerals.fixed(point.quality().auc(), 4),
                Numerals.of(point.cpu().cpuP99()));
    }

    private static String precision(Point point) {
        return point.served().precision().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
