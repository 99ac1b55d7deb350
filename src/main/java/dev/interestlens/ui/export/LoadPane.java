package dev.interestlens.ui.export;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.XySeries.Shape;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.FocusReturn;
import dev.interestlens.ui.control.NumberFormats;
import dev.interestlens.ui.control.chart.PlotPane;
import dev.interestlens.ui.export.ExportViewModel.Task;
import dev.interestlens.workspace.serving.LoadReport;
import dev.interestlens.workspace.serving.LoadReport.Row;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Latency by load, and the share of requests answered in time. */
final class LoadPane extends VBox {
    private final LoadViewModel model;
    private final Messages messages;
    private final PlotPane plot;
    private final Label answer = new Label();
    private final Label about = new Label();
    private final VBox measured;

    LoadPane(LoadViewModel model, Messages messages) {
        super(12);
        this.model = model;
        this.messages = messages;
        plot = new PlotPane(messages);
        plot.setPrefHeight(320);
        Button measure = new Button();
        measure.textProperty().bind(messages.bind("export.load.do"));
        measure.disableProperty().bind(model.export().canExport().not());
        measure.setMinWidth(USE_PREF_SIZE);
        measure.setOnAction(event -> model.measure());
        FocusReturn.on(measure);
        FlowPane choices = new FlowPane(16, 8);
        choices.getChildren()
                .setAll(
                        measure,
                        labelled("candidates", model.candidatesProperty(), LoadViewModel.CANDIDATES),
                        labelled("kept", model.keptProperty(), LoadViewModel.KEPT),
                        labelled("within", model.withinProperty(), LoadViewModel.WITHIN));
        answer.getStyleClass().add("title");
        about.getStyleClass().add("note");
        List.of(answer, about).forEach(label -> {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        });
        measured = new VBox(8, answer, plot, about);
        getChildren().setAll(choices, new JobProgressPane(model.export(), messages, Task.LOAD), measured);
        model.reportProperty().addListener(change -> show());
        messages.language().addListener(change -> show());
        show();
    }

    private Node labelled(String key, Property<Integer> chosen, List<Integer> values) {
        Label label = new Label();
        label.textProperty().bind(messages.bind("export.load." + key));
        label.setMinWidth(USE_PREF_SIZE);
        Choice<Integer> choice = new Choice<>(messages, chosen, values, each -> NumberFormats.count(each));
        label.setLabelFor(choice);
        HBox row = new HBox(8, label, choice);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show() {
        LoadReport now = model.reportProperty().get();
        measured.setVisible(now != null);
        measured.setManaged(now != null);
        if (now == null) {
            return;
        }
        answer.setText(messages.text(
                now.capacity().perSecondWithin() > 0 ? "export.load.answer" : "export.load.never",
                NumberFormats.of(now.capacity().perSecondWithin()),
                NumberFormats.of(now.capacity().within()),
                NumberFormats.count(now.traffic().candidates())));
        List<Row> below = now.rows().stream().filter(row -> row.busy() < 1).toList();
        plot.setData(new XyData(
                List.of(
                        line("export.load.p99", below, Row::p99, 0),
                        line("export.load.p50", below, Row::p50, 1),
                        new XySeries(
                                Phrase.same(messages.text("export.load.budget")),
                                new double[] {0, now.capacity().saturation()},
                                new double[] {
                                    now.capacity().within(), now.capacity().within()
                                },
                                XySeries.MUTED,
                                Shape.LINE,
                                -1)),
                Phrase.same(messages.text("export.load.perSecond")),
                Phrase.same(messages.text("export.load.time")),
                false,
                false));
        about.setText(messages.text(
                "export.load.about",
                NumberFormats.count(now.traffic().requests()),
                NumberFormats.count(now.traffic().users()),
                NumberFormats.count(now.traffic().kept()),
                NumberFormats.of(100 * now.times().hits()),
                NumberFormats.of(now.times().cpuMean()),
                NumberFormats.of(now.capacity().saturation())));
    }

    private XySeries line(String key, List<Row> rows, ToDoubleFunction<Row> of, int style) {
        return new XySeries(
                Phrase.same(messages.text(key)),
                rows.stream().mapToDouble(Row::perSecond).toArray(),
                rows.stream().mapToDouble(of).toArray(),
                style,
                Shape.MARKED_LINE,
                -1);
    }
}
