package dev.interestlens.ui.explain;

import dev.interestlens.ui.common.Durations;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.JobBar;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.workspace.trust.Believed;
import dev.interestlens.workspace.trust.TrustWords;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Whether explanations find planted causes, in one line; where that is not known, the offer to measure it. */
final class BelievedPane extends VBox {
    private final List<Button> buttons;

    BelievedPane(BelievedViewModel model, Messages messages) {
        super(4);
        Label line = new Label();
        line.getStyleClass().add("note");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.knownProperty()
                                .get()
                                .report()
                                .flatMap(TrustWords::line)
                                .map(text -> text.in(messages.locale()))
                                .orElse(""),
                        model.knownProperty(),
                        messages.language()));
        Presence.withWords(line);
        Button measure = button("measure-believed", model::measure);
        measure.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> messages.text(
                                "explain.believed.offer",
                                Durations.of(model.knownProperty().get().seconds(), messages)),
                        model.knownProperty(),
                        messages.language()));
        measure.setTooltip(new Tooltip());
        measure.getTooltip().textProperty().bind(messages.bind("explain.believed.help"));
        measure.getTooltip().setWrapText(true);
        measure.getTooltip().setMaxWidth(AnswerHead.HELP);
        Presence.when(
                measure,
                is(model, known -> !known.command().isEmpty())
                        .and(model.runningProperty().isNull()));
        Button save = button("save-believed", model::save);
        save.textProperty().bind(messages.bind("explain.believed.show"));
        Presence.when(save, is(model, known -> known.report().isPresent()));
        buttons = List.of(measure, save);
        getChildren().setAll(line, new JobBar(messages, model.runningProperty(), model::cancel));
    }

    /** To measure, or to save what was found; for the row of buttons below. */
    List<Button> buttons() {
        return buttons;
    }

    /** A condition on what is known. */
    private interface Condition {
        boolean holds(Believed known);
    }

    private static BooleanBinding is(BelievedViewModel model, Condition condition) {
        return Bindings.createBooleanBinding(
                () -> condition.holds(model.knownProperty().get()), model.knownProperty());
    }

    private static Button button(String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add("chip");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
