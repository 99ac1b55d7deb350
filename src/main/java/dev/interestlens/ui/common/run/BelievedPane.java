package dev.interestlens.ui.common.run;

import dev.interestlens.measurement.trust.Believed;
import dev.interestlens.measurement.trust.TrustWords;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Whether explanations find planted causes, in one line; where that is not known, the offer to measure it. */
public final class BelievedPane extends VBox {
    private static final double HELP = 420;

    private final BelievedViewModel model;
    private final Messages messages;
    private final List<Button> buttons = new ArrayList<>();

    /** @param key of the words of the offer, which may contain the family, and of the line */
    public BelievedPane(BelievedViewModel model, Messages messages, String key) {
        super(4);
        this.model = model;
        this.messages = messages;
        Label line = Worded.wrap(
                Worded.label(messages.bind(() -> line(model, messages, key + ".line"), model.knownProperty()), "note"));
        Presence.withWords(line);
        Button measure = Worded.button(
                messages.bind(
                        () -> offer(model, messages, key),
                        model.knownProperty(),
                        model.job().estimates().timesProperty()),
                model::measure,
                "chip");
        measure.setId("measure-believed");
        Worded.longTip(measure, messages.bind("explain.believed.help"), HELP);
        Presence.when(
                measure,
                is(model, known -> !known.command().isEmpty())
                        .and(model.job().statusProperty().isNull()));
        Button save = Worded.button(messages.bind("explain.believed.show"), model::save, "chip");
        save.setId("save-believed");
        Presence.when(save, is(model, known -> known.report().isPresent()));
        buttons.addAll(List.of(measure, save));
        getChildren().setAll(line, new JobBar(messages, model.job()));
        Presence.when(
                this, line.visibleProperty().or(model.job().statusProperty().isNotNull()));
    }

    /** To measure, to look at what was found, or to save it; for the row of buttons below. */
    public List<Button> buttons() {
        return List.copyOf(buttons);
    }

    /** Offers the figure with its baselines, where it stands in the window. */
    public BelievedPane withFigure(Runnable show) {
        Button figure = Worded.button(messages.bind("explain.believed.figure"), show, "chip");
        figure.setId("show-believed");
        Presence.when(figure, is(model, known -> known.report().isPresent()));
        buttons.add(1, figure);
        return this;
    }

    private static String line(BelievedViewModel model, Messages messages, String line) {
        return model.knownProperty()
                .get()
                .report()
                .flatMap(TrustWords::line)
                .map(text -> messages.text(line, text.in(messages.locale()), messages.family(model.family(), "title")))
                .orElse("");
    }

    private static String offer(BelievedViewModel model, Messages messages, String key) {
        Believed known = model.knownProperty().get();
        String words =
                messages.text(key + (known.begun() ? ".goOn" : ".offer"), messages.family(model.family(), "title"));
        return model.job().estimates().offer(words, known.effort());
    }

    /** A condition on what is known. */
    private interface Condition {
        boolean holds(Believed known);
    }

    private static BooleanBinding is(BelievedViewModel model, Condition condition) {
        return Bindings.createBooleanBinding(
                () -> condition.holds(model.knownProperty().get()), model.knownProperty());
    }
}
