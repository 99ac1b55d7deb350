package dev.interestlens.ui.question;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.picture.Picture;
import dev.interestlens.explain.words.Text;
import dev.interestlens.question.Answer;
import dev.interestlens.question.AnswerDocument;
import dev.interestlens.ui.common.AdviceWords;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Card;
import dev.interestlens.workspace.data.Advice;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One question from top to bottom: its text, the conclusion, settings and run, the figures, and on the first one advice for the open data set. */
final class AnswerPane extends VBox {
    private final QuestionsViewModel model;
    private final Messages messages;
    private final RunPane run;

    AnswerPane(QuestionsViewModel model, Messages messages) {
        super(16);
        this.model = model;
        this.messages = messages;
        run = new RunPane(model, messages);
        model.answerProperty().addListener(change -> show());
        model.adviceProperty().addListener(change -> show());
        messages.language().addListener(change -> show());
        show();
    }

    private void show() {
        Answer<?> answer = model.answerProperty().get();
        List<Node> parts = new ArrayList<>(List.of(asked()));
        if (answer == null) { // until it is read, or if it cannot be read
            Card card = new Card();
            card.getContent().setAll(words(messages.text("question.reading"), "note"), run);
            parts.add(card);
            getChildren().setAll(parts);
            return;
        }
        parts.add(concluded(answer));
        if (answer.experiment().number() == 1 && model.adviceProperty().get() != null) {
            parts.add(advised(model.adviceProperty().get()));
        }
        answer.panels().forEach(panel -> parts.add(figure(panel)));
        getChildren().setAll(parts);
    }

    private Node asked() {
        Card card = new Card();
        card.getContent()
                .setAll(
                        words(model.experiment().question().in(messages.locale()), "headline"),
                        words(model.experiment().method().in(messages.locale()), "note"));
        return card;
    }

    private Node concluded(Answer<?> answer) {
        Card card = new Card();
        card.setTitle(AnswerDocument.conclusionTitle().in(messages.locale()));
        VBox lines = new VBox(6);
        lines.setId("conclusion");
        for (Text said : answer.conclusion()) {
            lines.getChildren().add(words("• " + said.in(messages.locale()), "question-said"));
        }
        VBox from = new VBox(2);
        AnswerDocument.provenance(answer)
                .forEach(said -> from.getChildren().add(words(said.in(messages.locale()), "note")));
        card.getContent().setAll(lines, from, run);
        return card;
    }

    private Node advised(Advice advice) {
        AdviceWords advised = new AdviceWords(messages);
        Card card = new Card();
        card.setTitle(messages.text("question.yours", model.dataName()));
        Button choose = new Button(messages.text("question.yours.do"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> model.goToModel());
        card.getContent().setAll(words(advised.title(advice), "title"), words(advised.why(advice), ""), choose);
        return card;
    }

    private Node figure(Panel panel) {
        Card card = new Card();
        card.setTitle(panel.title().in(messages.locale()));
        card.getContent().add(words(panel.finding().in(messages.locale()), ""));
        for (Picture picture : panel.pictures()) {
            card.getContent().add(new FigureNode(messages, picture));
        }
        return card;
    }

    static Label words(String text, String style) {
        Label label = new Label(text);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
