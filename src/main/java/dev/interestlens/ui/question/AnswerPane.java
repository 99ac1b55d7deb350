package dev.interestlens.ui.question;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.words.Text;
import dev.interestlens.question.Answer;
import dev.interestlens.question.AnswerDocument;
import dev.interestlens.ui.common.AdviceWords;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Card;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.workspace.data.Advice;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One question from top to bottom: its text, the conclusion, settings and run, the figures, and on the first one advice for the open data set. */
final class AnswerPane extends VBox {
    static final int ANSWER = 2;

    private final QuestionsViewModel model;
    private final Messages messages;
    private final RunPane run;

    AnswerPane(QuestionsViewModel model, Messages messages) {
        super(16);
        this.model = model;
        this.messages = messages;
        run = new RunPane(model, messages);
        messages.keepShown(this::show, model.answerProperty(), model.adviceProperty());
    }

    private void show() {
        Answer<?> answer = model.answerProperty().get();
        Card first = new Card();
        first.getContent().setAll(words(model.experiment().question().in(messages.locale()), "headline"));
        List<Node> parts = new ArrayList<>(List.of(first));
        if (answer == null) { // until it is read, or if it cannot be read
            first.getContent().addAll(words(messages.text("question.reading"), "note"), run);
            getChildren().setAll(parts);
            return;
        }
        first.getContent().addAll(concluded(answer));
        // without its finding, which is one of those below
        answer.panels().stream().limit(1).forEach(panel -> first.getContent().addAll(pictures(panel)));
        first.getContent().addAll(details(answer), run);
        if (answer.experiment().number() == 1 && model.adviceProperty().get() != null) {
            parts.add(advised(model.adviceProperty().get()));
        }
        answer.panels().stream().skip(1).forEach(panel -> {
            Card card = new Card();
            card.setTitle(panel.title().in(messages.locale()));
            card.getContent().add(words(panel.finding().in(messages.locale()), ""));
            card.getContent().addAll(pictures(panel));
            parts.add(card);
        });
        getChildren().setAll(parts);
    }

    /** The answer in two sentences. */
    private List<Node> concluded(Answer<?> answer) {
        return answer.conclusion().stream()
                .limit(ANSWER)
                .<Node>map(said -> words(said.in(messages.locale()), "sentence"))
                .toList();
    }

    /** What else was found, how it was measured, and where the figures come from. */
    private Node details(Answer<?> answer) {
        VBox lines = new VBox(8);
        lines.setId("conclusion");
        for (Text said : answer.conclusion()) {
            lines.getChildren().add(words("• " + said.in(messages.locale()), "question-said"));
        }
        VBox from = new VBox(2, words(model.experiment().method().in(messages.locale()), "note"));
        AnswerDocument.provenance(answer)
                .forEach(said -> from.getChildren().add(words(said.in(messages.locale()), "note")));
        More more = new More("findings", model.session().opened(), lines, from);
        more.setText(messages.text("question.findings", answer.conclusion().size()));
        return more;
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

    private List<Node> pictures(Panel panel) {
        return panel.pictures().stream()
                .<Node>map(picture -> new FigureNode(messages, picture))
                .toList();
    }

    static Label words(String text, String style) {
        Label label = new Label(text);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        Worded.wrap(label);
        return label;
    }
}
