package dev.interestlens.ui.explain;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.reason.Reasons;
import dev.interestlens.explain.reason.Reasons.OfAttention;
import dev.interestlens.explain.view.ReasonPanel;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.chart.IntervalPlot;
import dev.interestlens.ui.explain.engine.ExplainTexts;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.engine.WhatIfResult;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why the model looks at the marked behaviour: what its parts add to its score. The one that was marked last stays, at first that with the highest score. */
final class ReasonPane extends VBox {
    private final ExplainViewModel model;
    private final Messages messages;
    private final ExplainTexts drawn;
    private final IntegerProperty marked;
    private final Label told = Worded.text("", "read-out");
    private final IntervalPlot bars;
    private Reasons reasons = Reasons.NONE;
    private int behaviour;

    /** @param marked the marked behaviour, −1 for none */
    ReasonPane(ExplainViewModel model, Messages messages, IntegerProperty marked) {
        this.model = model;
        this.messages = messages;
        this.marked = marked;
        drawn = new ExplainTexts(messages);
        bars = new IntervalPlot(messages);
        ChartMenu.name(bars, () -> messages.text("explain.reasons"));
        Label title = Worded.label(messages.bind("explain.reasons"), "plot-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        told.setMinWidth(0);
        told.setWrapText(true);
        HBox.setHgrow(told, Priority.ALWAYS);
        setSpacing(4);
        getChildren().setAll(new HBox(16, title, told), bars);
        Presence.whileVisible(this);
        Changes.call(this::follow, marked);
        messages.keepShown(
                this::show, model.sample().explainedProperty(), model.whatIf().triedProperty());
    }

    private void show() {
        WhatIfResult tried = model.whatIf().triedProperty().get();
        ExplainedSample now = model.sample().explainedProperty().get();
        Reasons current = tried != null ? tried.seen().reasons() : now != null ? now.reasons() : Reasons.NONE;
        if (!current.equals(reasons)) {
            reasons = current;
            behaviour = reasons.sharpest().map(OfAttention::highest).orElse(-1);
        }
        follow();
    }

    private void follow() {
        behaviour = marked.get() >= 0 ? marked.get() : behaviour;
        Optional<Impression> impression = impression().filter(of -> behaviour < of.behaviours());
        setVisible(impression.isPresent() && !reasons.read().isEmpty());
        if (isVisible()) {
            String title = drawn.text(impression.get().title(behaviour));
            IntervalData data = ReasonPanel.bars(reasons, behaviour);
            OfAttention of = reasons.sharpest().orElseThrow();
            int place = of.place(behaviour);
            told.setText(
                    place < 0
                            ? messages.text("explain.reasons.none", title)
                            : messages.text(
                                    "explain.reasons.of",
                                    title,
                                    Numerals.fixed(of.scores()[place], 2),
                                    Numerals.fixed(of.means()[place], 2)));
            bars.setData(data);
        }
    }

    private Optional<Impression> impression() {
        WhatIfResult tried = model.whatIf().triedProperty().get();
        return tried != null
                ? Optional.of(tried.impression())
                : Optional.ofNullable(model.sample().explainedProperty().get()).map(ExplainedSample::impression);
    }
}
