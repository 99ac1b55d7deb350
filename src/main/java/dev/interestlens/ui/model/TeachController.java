package dev.interestlens.ui.model;

import dev.interestlens.figure.Formula;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.DrawingView;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.heatmap.HeatmapView;
import dev.interestlens.ui.control.slides.SlideSeries;
import dev.interestlens.ui.model.TeachViewModel.Taught;
import dev.interestlens.workspace.Lesson;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Shows formulas beside the tensors of a sample. */
public final class TeachController {
    private static final Letters FORMULA = new Letters(19, Letters.Cut.MATH);
    private static final double ROW = 18;
    private static final double AROUND = 96;
    /** Margin for labels left of the cells, the same in all heat maps. */
    private static final double LEFT = 120;

    private final TeachViewModel model;
    private final Messages messages;

    @FXML
    private ScrollPane root;

    @FXML
    private Label about;

    @FXML
    private Label papers;

    @FXML
    private VBox steps;

    public TeachController(TeachViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        Changes.call(
                this::reload,
                model.session().draftProperty(),
                model.session().sampleProperty(),
                model.session().runProperty(),
                root.visibleProperty());
        messages.keepShown(this::show, model.taughtProperty());
    }

    private void reload() {
        if (root.isVisible()) {
            model.load();
            show();
        }
    }

    private void show() {
        String family = model.family();
        Optional<Taught> taught = model.taught();
        about.setText(taught.map(now -> messages.text(
                        "teach.sample",
                        now.lesson().candidate().title().in(messages.locale()),
                        now.lesson().behaviours().size(),
                        now.run()))
                .orElseGet(() -> messages.text("teach.noRun", messages.family(family, "title"))));
        papers.setText(messages.family(family, "papers"));
        steps.getChildren().clear();
        int number = 1;
        for (TeachingStep step : model.steps()) {
            steps.getChildren()
                    .add(step(number++, step, taught.map(Taught::lesson).orElse(null)));
        }
    }

    /** The equations, with the numbers of a real prediction as soon as they are computed. */
    ObservableValue<SlideSeries> slides() {
        model.load();
        return Bindings.createObjectBinding(this::series, model.taughtProperty());
    }

    private SlideSeries series() {
        TeachingSlides slides = new TeachingSlides(messages, model.taught().map(Taught::lesson));
        return new SlideSeries(
                language -> messages.text("model.view.teach"),
                model.steps().stream().map(slides::of).toList());
    }

    private Node step(int number, TeachingStep step, Lesson lesson) {
        Label title =
                Worded.text(messages.text("teach.step", number, step.title().in(messages.locale())), "title");
        String written = step.formula().in(messages.locale());
        DrawingView formula = new DrawingView(
                messages,
                new Formula(step.formula()::in, FORMULA),
                written,
                () -> new NumberTable(List.of(), List.of()));
        formula.setWhole(true);
        ChartMenu.name(formula, () -> step.title().in(messages.locale()));
        Label text = Worded.text(step.text().in(messages.locale()), "note");
        text.setWrapText(true);
        VBox box = new VBox(4, title, formula, text);
        Optional.ofNullable(lesson).flatMap(shown -> shown.beside(step)).ifPresent(tensor -> box.getChildren()
                .add(picture(tensor, lesson, step.columns())));
        box.getStyleClass().add("teach-step");
        return box;
    }

    private Node picture(Lesson.Tensor tensor, Lesson lesson, TeachingStep.Over last) {
        if (tensor.values().length == 1) {
            double value = tensor.values()[0];
            Label number = new Label(
                    messages.text("teach.logit", Numerals.of(value), Numerals.of(1 / (1 + Math.exp(-value)))));
            number.getStyleClass().add("figure");
            return number;
        }
        HeatmapData data = new TensorPicture(lesson, messages).of(tensor, last);
        HeatmapView view = new HeatmapView(messages);
        view.setData(data);
        view.leftRoomProperty().set(LEFT);
        double height = AROUND + ROW * data.rows().size();
        view.setMinHeight(height);
        view.setPrefHeight(height);
        Label readout = Worded.label(view.readoutProperty(), "read-out");
        return new VBox(view, readout);
    }
}
