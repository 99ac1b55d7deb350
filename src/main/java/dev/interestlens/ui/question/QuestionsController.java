package dev.interestlens.ui.question;

import dev.interestlens.explain.words.Text;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.OneOf;
import dev.interestlens.ui.control.slides.SlideOffer;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Shows the five questions and the selected one. */
public final class QuestionsController {
    private final QuestionsViewModel model;
    private final Messages messages;
    private final OneOf group = new OneOf();
    private final AnswerPane answer;

    @FXML
    private ScrollPane root;

    @FXML
    private FlowPane questions;

    @FXML
    private VBox place;

    public QuestionsController(QuestionsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        answer = new AnswerPane(model, messages);
    }

    @FXML
    private void initialize() {
        List<Text> titles = model.titles();
        for (int i = 0; i < titles.size(); i++) {
            questions.getChildren().add(chip(i + 1, titles.get(i)));
        }
        place.getChildren().setAll(answer);
        Changes.call(() -> root.setVvalue(0), model.numberProperty());
        Changes.call(this::select, model.numberProperty());
        select();
        messages.keepShown(this::name);
        model.begin();
        CommandOffer.on(root, model::command);
        AnswerSlides slides = new AnswerSlides(model);
        SlideOffer.on(root, model.answerProperty().isNotNull(), slides::show);
    }

    private ToggleButton chip(int number, Text title) {
        ToggleButton chip = new ToggleButton();
        chip.setId("question-" + number);
        chip.getStyleClass().add("tab-button");
        group.add(chip, title, () -> model.numberProperty().set(number));
        return chip;
    }

    private void select() {
        group.selectToggle(group.getToggles().get(model.numberProperty().get() - 1));
    }

    private void name() {
        for (int i = 0; i < group.getToggles().size(); i++) {
            ToggleButton chip = (ToggleButton) group.getToggles().get(i);
            chip.setText(i + 1 + " · " + ((Text) chip.getUserData()).in(messages.locale()));
        }
    }
}
