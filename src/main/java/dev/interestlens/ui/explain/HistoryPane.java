package dev.interestlens.ui.explain;

import dev.interestlens.explain.effect.ReadReport;
import dev.interestlens.explain.look.ModelDraft;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.figure.data.HistoryScale;
import dev.interestlens.figure.paint.HistoryLayout;
import dev.interestlens.ui.common.ItemSearch;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.More;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.ui.control.Worded;
import dev.interestlens.ui.control.history.HistoryOverview;
import dev.interestlens.ui.control.history.HistoryStrip;
import dev.interestlens.ui.explain.engine.ExplainTexts;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.engine.WhatIfResult;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The history of the explained prediction, with changes by hand, and below it the history of the pinned one on the same scale. */
final class HistoryPane extends VBox {
    /** Number of behaviours with distinguishable bars. */
    private static final int MOST = 120;

    private final ExplainViewModel model;
    private final WhatIfViewModel whatIf;
    private final Messages messages;
    private final ExplainTexts drawn;
    private final HistoryOverview overview;
    private final HistoryStrip strip;
    private final HistoryStrip other;
    private final ItemSearch search;
    private final ReadingHelp meaning;
    private final Label outcome = Worded.wrap(Worded.text("", "note"));
    private final Label reading = Worded.wrap(Worded.text("", "note"));
    private int shownRow = Integer.MIN_VALUE;
    private int shownSize;
    private final Label pinnedTitle = Worded.text("", "note");

    HistoryPane(ExplainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        whatIf = model.whatIf();
        drawn = new ExplainTexts(messages);
        strip = new HistoryStrip(messages);
        strip.getStyleClass().add("history-strip");
        overview = new HistoryOverview(messages);
        showPartOfOverview();
        other = new HistoryStrip(messages);
        search = new ItemSearch(messages, whatIf::find);
        setSpacing(8);
        Label title = Worded.label(messages.bind("explain.history"), "title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        meaning = new ReadingHelp("history-reading", messages, model.session().opened());
        Label readout = Worded.readout(strip.readoutProperty(), messages.bind("explain.whatIf.hint"));
        readout.setMinWidth(0);
        Label legend = Worded.wrap(Worded.label(messages.bind("explain.whatIf.legend"), "note"));
        Presence.withWords(reading);
        VBox.setVgrow(strip, Priority.ALWAYS);
        Presence.when(legend, whatIf.triedProperty().isNotNull());
        for (Region each : List.of(pinnedTitle, other)) {
            Presence.when(each, model.sample().pinnedProperty().isNotNull());
        }
        GroupsPane groups = new GroupsPane(model, messages, strip);
        // the buttons are above all variable parts, so that they stay under the pointer
        getChildren()
                .setAll(
                        buttons(title),
                        meaning,
                        changed(),
                        reading,
                        groups.above(),
                        overview,
                        readout,
                        strip,
                        new ReasonPane(model, messages, strip.markedProperty()),
                        legend,
                        groups.below(),
                        further(groups),
                        pinnedTitle,
                        other);
        takeChanges();
        messages.keepShown(
                this::show,
                model.sample().explainedProperty(),
                model.sample().pinnedProperty(),
                whatIf.triedProperty(),
                whatIf.draftProperty());
    }

    private void showPartOfOverview() {
        strip.firstProperty().bind(overview.firstProperty());
        strip.countProperty().bind(overview.countProperty());
        overview.markedProperty().bind(strip.markedProperty());
        overview.dataProperty().bind(strip.dataProperty());
    }

    private More further(GroupsPane groups) {
        More further = new More("groups", model.session().opened(), groups);
        further.textProperty().bind(messages.bind("explain.groups.more"));
        Presence.when(further, groups.visibleProperty());
        return further;
    }

    private void takeChanges() {
        strip.setOnToggle(whatIf::toggle);
        strip.setOnMove(whatIf::move);
        strip.setOnInsert(this::insert);
        strip.setOnCandidate(this::swap);
        Changes.call(this::tell, whatIf.searchProperty());
        whatIf.insideProperty().addListener((observed, before, now) -> {
            boolean byHand = now.attention() == ModelDraft.Attention.GIVEN;
            strip.setOnWeight(byHand ? whatIf::weigh : null);
        });
    }

    private FlowPane buttons(Label title) {
        Button undo = icon("fth-rotate-ccw", "explain.undo", whatIf::undo);
        undo.disableProperty().bind(whatIf.undoableProperty().not());
        undo.visibleProperty().bind(whatIf.undoableProperty().or(whatIf.redoableProperty()));
        Button redo = icon("fth-rotate-cw", "explain.redo", whatIf::redo);
        redo.disableProperty().bind(whatIf.redoableProperty().not());
        redo.visibleProperty().bind(undo.visibleProperty());
        FlowPane bar = new FlowPane(8, 4, title, changes(), meaning.button(), new HBox(8, undo, redo));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.disableProperty().bind(model.sample().explainedProperty().isNull());
        return bar;
    }

    /** What a change by hand did, and the way back. */
    private HBox changed() {
        Button restore = chip("explain.whatIf.restore", () -> {
            strip.requestFocus(); // this button disappears
            whatIf.restore();
        });
        restore.visibleProperty().bind(whatIf.triedProperty().isNotNull());
        restore.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(outcome, Priority.ALWAYS);
        outcome.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(8, outcome, restore);
        line.setAlignment(Pos.CENTER_LEFT);
        Presence.when(line, outcome.textProperty().isNotEmpty());
        return line;
    }

    /** What can be changed by hand: the history, the candidate, and what is inside the model. */
    private MenuButton changes() {
        MenuButton menu = new MenuButton();
        menu.setId("changes");
        menu.getStyleClass().addAll("chip", "menu-chip");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.textProperty().bind(messages.bind("explain.changes"));
        menu.getItems()
                .setAll(
                        item("explain.insert", () -> insert(Integer.MAX_VALUE)),
                        item("explain.swap", this::swap),
                        new SeparatorMenuItem(),
                        item("explain.smallest", whatIf::findSmallest),
                        new ThresholdMenu(whatIf, messages),
                        new SeparatorMenuItem(),
                        new InsideMenu(model, messages).menu());
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(messages.bind(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private Button chip(String key, Runnable action) {
        return Worded.button(messages.bind(key), action, "chip");
    }

    private Button icon(String literal, String key, Runnable action) {
        return Worded.icon(literal, messages.bind(key), action, "chip", "icon-chip");
    }

    private void insert(int position) {
        search.ask(strip, messages.text("explain.insert.which"), item -> whatIf.insert(position, item));
    }

    /** The behaviour under the pointer, −1 for none. */
    IntegerProperty markedProperty() {
        return strip.markedProperty();
    }

    void swap() {
        search.ask(strip, messages.text("explain.swap.which"), whatIf::swap);
    }

    private void show() {
        ExplainedSample now = model.sample().explainedProperty().get();
        if (now == null) {
            strip.setData(HistoryData.empty());
            Presence.set(overview, false);
            reading.setText("");
            meaning.setText("");
            outcome.setText("");
            return;
        }
        WhatIfResult tried = whatIf.triedProperty().get();
        meaning.setText(drawn.meaning(now));
        HistoryData shown = tried == null ? drawn.history(now) : drawn.history(tried);
        strip.setData(shown);
        window(now, shown);
        ReadReport read = tried == null ? now.read() : tried.read();
        double score = tried == null ? now.looked().score() : tried.score();
        reading.setText(read.leavesOut() ? drawn.text(read.line(score)) : "");
        strip.off().clear();
        if (tried != null) {
            strip.off().addAll(tried.draft().off());
        }
        ExplainedSample pinned = model.sample().pinnedProperty().get();
        if (pinned == null) {
            strip.scaleProperty().set(null);
        } else {
            HistoryData beside = drawn.history(pinned);
            HistoryScale scale = HistoryScale.of(List.of(shown, beside));
            strip.scaleProperty().set(scale);
            other.scaleProperty().set(scale);
            other.setData(beside);
            pinnedTitle.setText(messages.text(
                    pinned.isOfAnotherRun() ? "explain.pinned.run" : "explain.pinned.row",
                    drawn.text(pinned.impression().candidate().title()),
                    pinned.impression().userKey(),
                    Numerals.fixed(pinned.looked().score(), 3),
                    model.sample().pinnedRun()));
        }
        tell();
    }

    /** Sets the window: the whole history or the read part; of a very long one that is read completely the newest. */
    private void window(ExplainedSample now, HistoryData shown) {
        int size = shown.size();
        Presence.set(overview, size >= HistoryLayout.MANY);
        boolean all = size <= MOST || shown.reading().leavesOut();
        if (now.row() != shownRow || overview.countProperty().get() > size) {
            overview.show(all ? 0 : size - MOST, all ? size : MOST);
        } else if (overview.countProperty().get() == shownSize) {
            overview.show(0, size);
        }
        shownRow = now.row();
        shownSize = size;
    }

    private void tell() {
        outcome.setText(new WhatIfWords(whatIf, messages)
                .outcome(model.sample().explainedProperty().get()));
    }
}
