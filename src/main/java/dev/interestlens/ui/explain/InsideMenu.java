package dev.interestlens.ui.explain;

import dev.interestlens.explain.look.ModelDraft;
import dev.interestlens.explain.look.ModelDraft.Attention;
import dev.interestlens.model.Intervention.Head;
import dev.interestlens.store.Problem;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** Changes inside the model for the explained prediction: attention, heads, layers, gates, and the state of a pinned prediction. */
final class InsideMenu {
    private final ExplainViewModel model;
    private final WhatIfViewModel whatIf;
    private final Messages messages;
    private final Menu menu = new Menu();

    InsideMenu(ExplainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        whatIf = model.whatIf();
        menu.textProperty().bind(messages.bind("explain.inside"));
        menu.getItems().add(new MenuItem()); // an empty menu would not open
        menu.setOnShowing(event -> menu.getItems().setAll(items()));
    }

    Menu menu() {
        return menu;
    }

    List<MenuItem> items() {
        ExplainedSample now = model.sample().explainedProperty().get();
        if (now == null) {
            return List.of();
        }
        Optional<Problem> fixed = model.fixed();
        if (fixed.isPresent()) {
            return List.of(reason(fixed.get().what(messages.locale())));
        }
        if (now.impression().behaviours() == 0) {
            return List.of(reason(messages.text("explain.inside.empty")));
        }
        ModelDraft.Parts parts = ModelDraft.Parts.of(now.looked(), now.panels());
        List<MenuItem> items = new ArrayList<>(ways(parts));
        items.addAll(switches(parts));
        items.add(new SeparatorMenuItem());
        items.add(state());
        return items;
    }

    private List<MenuItem> ways(ModelDraft.Parts parts) {
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        for (Attention way : Attention.values()) {
            if (way == Attention.OPEN && !parts.gates()) {
                continue;
            }
            RadioMenuItem item = new RadioMenuItem(messages.text("explain.inside." + way));
            item.setToggleGroup(group);
            item.setSelected(whatIf.insideProperty().get().attention() == way);
            item.setDisable(way == Attention.OTHER && other() == null);
            item.setOnAction(event -> choose(way));
            items.add(item);
        }
        return items;
    }

    private void choose(Attention way) {
        switch (way) {
            case OTHER -> {
                ExplainedSample other = other();
                int behaviours = whatIf.draftProperty().get().places().size();
                whatIf.set(draft -> draft.from(
                        other.impression().candidate().title(), other.looked().look(), behaviours));
            }
            case GIVEN -> whatIf.weighByHand();
            default -> whatIf.set(draft -> draft.with(way));
        }
    }

    private List<MenuItem> switches(ModelDraft.Parts parts) {
        List<MenuItem> items = new ArrayList<>();
        ModelDraft now = whatIf.insideProperty().get();
        for (int l = 0; l < parts.layers(); l++) {
            int layer = l;
            if (parts.layers() > 1) {
                items.add(check(
                        messages.text("explain.inside.layer", layer + 1),
                        now.layers().contains(layer),
                        () -> whatIf.set(draft -> draft.toggledLayer(layer))));
            }
            for (int h = 0; h < parts.heads() && parts.heads() > 1; h++) {
                Head head = new Head(layer, h);
                items.add(check(
                        messages.text("explain.inside.head", layer + 1, h + 1),
                        now.heads().contains(head),
                        () -> whatIf.set(draft -> draft.toggled(head))));
            }
        }
        if (!items.isEmpty()) {
            items.add(0, new SeparatorMenuItem());
        }
        return items;
    }

    private MenuItem state() {
        Optional<Problem> lacking = model.stateless();
        if (lacking.isPresent()) {
            return reason(lacking.get().what(messages.locale()));
        }
        boolean patched = whatIf.insideProperty().get().state().length > 0;
        MenuItem item = check(messages.text("explain.inside.state"), patched, () -> whatIf.patch(other()));
        item.setDisable(other() == null && !patched);
        return item;
    }

    /** The pinned prediction, unless it is this one or another run's. */
    private ExplainedSample other() {
        ExplainedSample pinned = model.sample().pinnedProperty().get();
        ExplainedSample now = model.sample().explainedProperty().get();
        return pinned == null || pinned.row() == now.row() || pinned.isOfAnotherRun() ? null : pinned;
    }

    private static MenuItem reason(String words) {
        MenuItem item = new MenuItem(words);
        item.setDisable(true);
        return item;
    }

    private static CheckMenuItem check(String words, boolean on, Runnable action) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setSelected(on);
        item.setOnAction(event -> action.run());
        return item;
    }
}
