package dev.interestlens.ui.explain;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.ui.common.ItemSearch;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import dev.interestlens.ui.explain.engine.Versus;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Comparison with another candidate for the same history: why one is ranked higher. */
final class VersusView extends BeyondView {
    private final ItemSearch search;

    VersusView(ExplainViewModel model, Messages messages) {
        super(model, messages);
        search = new ItemSearch(messages, model.whatIf()::find);
        model.beyond().versusProperty().addListener(change -> show());
    }

    @Override
    void draw() {
        Versus now = model.beyond().versusProperty().get();
        ExplainedSample explained = model.sample().explainedProperty().get();
        if (explained == null) {
            waiting("explain.beyond.none");
            return;
        }
        ToggleGroup group = new ToggleGroup();
        for (Impression.Other each : explained.impression().others()) {
            ToggleButton chip = new ToggleButton(drawn.text(each.item().title()));
            chip.setToggleGroup(group);
            chip.setSelected(now != null && now.other().number() == each.item().number());
            chip.setOnAction(event -> model.beyond().choose(each.item()));
            offer(chip);
        }
        Button find = new Button(messages.text("explain.versus.find"));
        find.setOnAction(event -> search.ask(choices(), messages.text("explain.versus.which"), model.beyond()::choose));
        offer(find);
        if (now == null || now.of().effects() == null) {
            waiting("explain.beyond.none");
            return;
        }
        model.beyond().panel().ifPresent(this::put);
    }
}
