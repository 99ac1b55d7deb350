package dev.interestlens.ui.common.run;

import dev.interestlens.ui.common.Durations;
import dev.interestlens.ui.common.Messages;
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
public final class BelievedPane extends VBox {
    private static final double HELP = 420;

    private final List<Button> buttons;

    /** @param key of the words of the offer, which may contain the time it takes and the family, and of the line */
    public BelievedPane(BelievedViewModel model, Messages messages, String key) {
        super(4);
        Label line = new Label();
        line.getStyleClass().add("note");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.textProperty()
                .bind(messages.bind(() -> model.knownProperty()
                                .get()
                                .report()
                                .flatMap(TrustWords::line)
                                .map(text -> messages.text(
                                        key + ".line",
                                        text.in(messages.locale()),
                                        messages.family(model.family(), "title")))
                                .orElse(""), model.knownProperty()));
        Presence.withWords(line);
        Button measure = button("measure-believed", model::measure);
        measure.textProperty()
                .bind(messages.bind(() -> offer(model, messages, key + ".offer"), model.knownProperty()));
        measure.setTooltip(new Tooltip());
        measure.getTooltip().textProperty().bind(messages.bind("explain.believed.help"));
        measure.getTooltip().setWrapText(true);
        measure.getTooltip().setMaxWidth(HELP);
        Presence.when(
                measure,
                is(model, known -> !known.command().isEmpty())
                        .and(model.runningProperty().isNull()));
        Button save = button("save-believed", model::save);
        save.textProperty().bind(messages.bind("explain.believed.show"));
        Presence.when(save, is(model, known -> known.report().isPresent()));
        buttons = List.of(measure, save);
        getChildren().setAll(line, new JobBar(messages, model.runningProperty(), model::cancel));
        Presence.when(this, line.visibleProperty().or(model.runningProperty().isNotNull()));
    }

    /** To measure, or to save what was found; for the row of buttons below. */
    public List<Button> buttons() {
        return buttons;
    }

    private static String offer(BelievedViewModel model, Messages messages, String offer) {
        double seconds = model.knownProperty().get().seconds();
        return messages.text(
                Double.isNaN(seconds) ? offer + ".untimed" : offer,
                Double.isNaN(seconds) ? "" : Durations.of(seconds, messages),
                messages.family(model.family(), "title"));
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
