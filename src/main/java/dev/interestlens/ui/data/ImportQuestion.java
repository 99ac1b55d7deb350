package dev.interestlens.ui.data;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.encoding.EncodingGuess;
import dev.interestlens.data.source.prepare.IdQuestion;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.role.TableRoles;
import dev.interestlens.data.source.time.TimeQuestion;
import dev.interestlens.ui.common.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** What an import has to ask before it can read a table, and a button for each answer. */
record ImportQuestion(Label what, FlowPane answers, MappingViewModel model, Messages messages) {
    /** Of likes of 1 and dislikes of -1. */
    private static final String CHOSEN = "1";

    /** Each answer is a button: a way to read the letters, a column for a role that is open, what likes mean, else the meaning of times or ids. */
    void show(PendingSource waiting) {
        answers.getChildren().clear();
        if (waiting.unsure().isPresent()) {
            ask(waiting.unsure().get());
        } else if (waiting.isOpen()) {
            askRole(waiting);
        } else if (waiting.isSigned()) {
            askLabel(waiting.table().assignment().told().signed().orElseThrow());
        } else {
            waiting.table()
                    .question()
                    .ifPresentOrElse(this::ask, () -> waiting.preview().ids().ifPresent(this::ask));
        }
        answers.setVisible(!answers.getChildren().isEmpty());
    }

    private void askRole(PendingSource waiting) {
        TableRoles told = waiting.table().assignment().told();
        Map<Roles, List<String>> open = told.open();
        Roles role = Roles.asked().stream()
                .filter(each -> open.containsKey(each) && !waiting.has(each))
                .findFirst()
                .orElseThrow();
        boolean time = role == Roles.TIME;
        String setting = role.setting().orElseThrow();
        String words = time ? "data.question.order" : "data.question.column";
        what.setText(messages.text("data.question.role." + role.id()));
        for (String column : open.get(role)) {
            String values = time ? told.order(column) : waiting.example(column);
            answers.getChildren().add(answer(setting, column, messages.text(words, column, values)));
        }
        if (time) {
            answers.getChildren().add(answer(setting, PrepareOptions.NONE, messages.text("data.question.rows")));
        }
    }

    /** The names of columns may be rubbish until it is answered. */
    private void ask(Preview.Table file) {
        what.setText(messages.text("data.question.encoding", file.file()));
        for (EncodingGuess.Reading reading : file.encoding().readings()) {
            String text = messages.text("data.question.answer", reading.sample(), reading.encoding());
            answers.getChildren().add(answer(EncodingGuess.SETTING, reading.encoding(), text));
        }
    }

    private void askLabel(String column) {
        what.setText(messages.text("data.question.signed", column));
        answers.getChildren().add(answer("minimumLabel", CHOSEN, messages.text("data.question.signed.label")));
        Button none = new Button(messages.text("data.question.signed.none", column));
        none.setId("label-none");
        none.setMnemonicParsing(false);
        none.setOnAction(event -> model.assign(column, Optional.empty()));
        answers.getChildren().add(none);
    }

    private void ask(IdQuestion asked) {
        what.setText(messages.text(
                "data.question.ids",
                asked.count(),
                String.join(messages.text("data.question.between"), asked.examples())));
        IdQuestion.ANSWERS.forEach(value ->
                answers.getChildren().add(answer(IdQuestion.SETTING, value, named(IdQuestion.SETTING, value))));
    }

    private void ask(TimeQuestion asked) {
        what.setText(messages.text(
                "data.question." + asked.kind(), String.join(messages.text("data.question.between"), asked.values())));
        NamedTexts names = new NamedTexts(model.times(), messages);
        for (TimeQuestion.Reading reading : asked.readings()) {
            String setting = asked.kind().setting();
            String times = String.join(
                    messages.text("data.question.between"),
                    reading.times().stream().filter(time -> !time.isEmpty()).toList());
            String text = times.isEmpty()
                    ? named(setting, reading.format())
                    : messages.text("data.question.answer", times, names.toString(reading.format()));
            answers.getChildren().add(answer(setting, reading.format(), text));
        }
    }

    /** The words for an answer to a question. */
    String named(String setting, String value) {
        if (setting.equals(EncodingGuess.SETTING)) {
            return value;
        }
        return setting.equals("time")
                ? messages.text("data.way.time", new NamedTexts(model.times(), messages).toString(value))
                : messages.text("data." + setting + "." + value);
    }

    Button answer(String setting, String value, String text) {
        Button button = new Button(text);
        button.setId(setting + "-" + value);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> model.answer(setting, value));
        return button;
    }
}
