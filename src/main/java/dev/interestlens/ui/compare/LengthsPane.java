package dev.interestlens.ui.compare;

import dev.interestlens.figure.LengthsData;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.paint.LengthsPainter;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.JobBar;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.DrawingView;
import dev.interestlens.ui.control.Named;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.workspace.score.HistoryLengths;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Quality and cost of one run by history length, for each way of reading the history, with the time per row on this machine. */
final class LengthsPane extends VBox {
    private final LengthsViewModel model;
    private final Messages messages;
    private final Function<RunFolder, String> name;
    private final ChoiceBox<RunFolder> run = new ChoiceBox<>();
    private final Label note = Worded.wrap(Worded.text("", "note"));
    private final Label readout = Worded.text("", "read-out");

    LengthsPane(LengthsViewModel model, Messages messages, Function<RunFolder, String> name) {
        super(8);
        this.model = model;
        this.messages = messages;
        this.name = name;
        run.accessibleTextProperty().bind(messages.bind("compare.lengths.run"));
        run.setPrefWidth(220);
        run.setConverter(new Named<>(name));
        getChildren().setAll(bar(), new JobBar(messages, model.job()), note, readout);
        messages.keepShown(this::show, run.valueProperty(), model.measured());
    }

    private FlowPane bar() {
        Button measure = Worded.button(
                model.job()
                        .estimates()
                        .offer("compare.lengths.measure", () -> model.effort(run.getValue()), run.valueProperty()),
                () -> model.measure(run.getValue()),
                "chip");
        measure.setId("measure-lengths");
        measure.disableProperty()
                .bind(model.job()
                        .statusProperty()
                        .isNotNull()
                        .or(run.valueProperty().isNull()));
        FlowPane bar = new FlowPane(8, 4, run, measure);
        bar.getStyleClass().add("choices");
        return bar;
    }

    /** The runs that are compared. */
    void setRuns(List<RunFolder> chosen) {
        RunFolder before = run.getValue();
        run.getItems().setAll(chosen);
        run.setValue(chosen.contains(before) ? before : chosen.isEmpty() ? null : chosen.get(0));
    }

    private void show() {
        getChildren().removeIf(DrawingView.class::isInstance);
        readout.textProperty().unbind();
        readout.setText("");
        HistoryLengths found = run.getValue() == null ? null : model.measured().get(run.getValue());
        if (found == null) {
            note.setText(messages.text("compare.lengths.about"));
            return;
        }
        LengthsData data = found.data();
        String about = messages.text("compare.lengths.read", found.rows());
        note.setText(about);
        DrawingView view = new DrawingView(
                messages,
                new LengthsPainter(data),
                messages.text("compare.view.lengths"),
                () -> data.numbers(messages.locale()));
        String title = messages.text("compare.lengths.title", name.apply(run.getValue()));
        view.menu()
                .setDrawing(() -> Stacked.captioned(Phrase.same(title), Phrase.same(about), new LengthsPainter(data)));
        ChartMenu.name(view, () -> title);
        VBox.setVgrow(view, Priority.ALWAYS);
        readout.textProperty().bind(view.readoutProperty());
        getChildren().add(view);
    }
}
