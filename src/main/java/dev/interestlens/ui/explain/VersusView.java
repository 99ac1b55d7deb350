package dev.interestlens.ui.explain;

import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Item;
import dev.interestlens.ui.common.ItemSearch;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.explain.engine.ExplainedSample;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Comparison with another candidate for the same history: why one is ranked higher. */
final class VersusView extends BeyondView {
    private final ItemSearch search;

    VersusView(ExplainViewModel model, Messages messages) {
        super(Side.VERSUS, model, messages);
        search = new ItemSearch(messages, model.whatIf()::find);
    }

    @Override
    void draw() {
        ExplainedSample explained = model.sample().explainedProperty().get();
        if (explained != null) {
            offer(explained.impression());
        }
        super.draw();
    }

    private void offer(Impression impression) {
        Optional<Item> now = model.beyond().compared();
        ToggleGroup group = new ToggleGroup();
        for (Impression.Other each : impression.others()) {
            ToggleButton chip = new ToggleButton(drawn.text(each.item().title()));
            chip.setToggleGroup(group);
            chip.setSelected(
                    now.filter(item -> item.number() == each.item().number()).isPresent());
            chip.setOnAction(event -> model.beyond().choose(each.item()));
            offer(chip);
        }
        Button find = new Button(messages.text("explain.versus.find"));
        find.setOnAction(event -> search.ask(choices(), messages.text("explain.versus.which"), model.beyond()::choose));
        offer(find);
    }
}
