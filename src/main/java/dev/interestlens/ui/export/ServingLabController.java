package dev.interestlens.ui.export;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.paint.StackPainter;
import dev.interestlens.measurement.latency.LatencyReport;
import dev.interestlens.measurement.latency.LatencyReport.Row;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.JobProgressPane;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.FocusReturn;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.TableMenu;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.StackedBars;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.control.slides.SlideOffer;
import dev.interestlens.ui.control.slides.SlideSeries;
import dev.interestlens.ui.control.slides.SlideShow;
import dev.interestlens.ui.export.ExportViewModel.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Shows the latency of a request by stage, and what fits into a budget. */
public final class ServingLabController {
    private final ServingLabViewModel model;
    private final FrontViewModel points;
    private final Messages messages;
    private final StackedBars bars;

    @FXML
    private ScrollPane root;

    @FXML
    private Button measure;

    @FXML
    private HBox threads;

    @FXML
    private Label threadsName;

    @FXML
    private HBox candidates;

    @FXML
    private Label candidatesName;

    @FXML
    private HBox lengths;

    @FXML
    private Label lengthsName;

    @FXML
    private VBox front;

    @FXML
    private VBox measuring;

    @FXML
    private VBox measured;

    @FXML
    private VBox chart;

    @FXML
    private Slider budget;

    @FXML
    private Label milliseconds;

    @FXML
    private Label fits;

    @FXML
    private Label machine;

    @FXML
    private GridPane figures;

    public ServingLabController(ServingLabViewModel model, FrontViewModel points, Messages messages) {
        this.model = model;
        this.points = points;
        this.messages = messages;
        bars = new StackedBars(messages);
    }

    @FXML
    private void initialize() {
        measure.textProperty().bind(model.offer("export.serving.do"));
        measure.setOnAction(event -> model.measure());
        TableMenu.on(figures, messages);
        ChartMenu.name(root, () -> messages.text("export.serving"));
        measure.disableProperty().bind(model.export().canExport().not());
        FocusReturn.on(measure);
        choose(
                threads,
                threadsName,
                model.threadsProperty(),
                ServingLabViewModel.threadChoices(Runtime.getRuntime().availableProcessors()));
        choose(candidates, candidatesName, model.candidatesProperty(), ServingLabViewModel.CANDIDATES);
        choose(lengths, lengthsName, model.lengthProperty(), ServingLabViewModel.LENGTHS);
        FrontPane measuredFront = new FrontPane(points, messages);
        front.getChildren().setAll(measuredFront);
        CommandOffer.on(root, model::command);
        SlideOffer.on(
                root,
                model.reportProperty().isNotNull().or(points.reportProperty().isNotNull()),
                () -> SlideShow.of(List.of(new SlideSeries(
                        Phrase.same(messages.text("export.serving")),
                        Stream.concat(slide().stream(), measuredFront.slide().stream())
                                .toList()))));
        JobProgressPane progress =
                new JobProgressPane(messages, model.export().statusOf(Task.LATENCY), model.export()::cancel);
        measuring.getChildren().add(progress);
        Presence.when(measuring, progress.visibleProperty());
        chart.getChildren().setAll(bars);
        budget.setValue(Math.log10(model.budgetProperty().get()));
        budget.valueProperty()
                .addListener((observed, before, now) -> model.budgetProperty().set(Math.pow(10, now.doubleValue())));
        messages.keepShown(this::show, model.budgetProperty(), model.reportProperty());
    }

    private void choose(HBox place, Label name, Property<Integer> chosen, List<Integer> values) {
        Choice<Integer> choice = new Choice<>(messages, chosen, values, each -> Numerals.count(each));
        name.setLabelFor(choice);
        place.getChildren().add(choice);
    }

    private void show() {
        LatencyReport now = model.reportProperty().get();
        Presence.set(measured, now != null);
        milliseconds.setText(messages.text(
                "export.serving.milliseconds",
                Numerals.of(model.budgetProperty().get())));
        if (now == null) {
            return;
        }
        fits.setText(model.largest()
                .map(row -> messages.text(
                        "export.serving.fits",
                        Numerals.count(row.candidates()),
                        Numerals.count(row.length()),
                        Numerals.of(row.cpuP99())))
                .orElseGet(() -> messages.text("export.serving.fitsNone")));
        machine.setText(messages.text(
                now.busy() ? "export.serving.busy" : "export.serving.free",
                Numerals.of(now.wallOverCpu()),
                now.load() < 0 ? "–" : Numerals.of(now.load())));
        bars.setData(model.bars());
        table();
    }

    /** The bars with what fits into the budget; empty before they are measured. */
    private Optional<Slide> slide() {
        return Optional.ofNullable(model.reportProperty().get())
                .map(now -> new Slide(
                        Phrase.same(messages.text("export.serving")),
                        new StackPainter(model.bars(), -1),
                        Phrase.same(fits.getText())));
    }

    private void table() {
        figures.getChildren().clear();
        String[] heads = {"candidates", "length", "cpuP50", "cpuP99", "wallP50", "wallP99", "first"};
        for (int column = 0; column < heads.length; column++) {
            figures.add(cell(messages.text("export.serving." + heads[column]), "note"), column, 0);
        }
        int line = 1;
        for (Row row : model.totals()) {
            String[] cells = {
                Numerals.count(row.candidates()),
                Numerals.count(row.length()),
                Numerals.of(row.cpuP50()),
                Numerals.of(row.cpuP99()),
                Numerals.of(row.wallP50()),
                Numerals.of(row.wallP99()),
                Numerals.of(row.first())
            };
            for (int column = 0; column < cells.length; column++) {
                figures.add(cell(cells[column], "number"), column, line);
            }
            line++;
        }
    }

    private static Label cell(String text, String style) {
        Label label = Worded.text(text, style);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }
}
