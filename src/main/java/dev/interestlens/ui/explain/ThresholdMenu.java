package dev.interestlens.ui.explain;

import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** The thresholds for the smallest change. */
final class ThresholdMenu extends Menu {
    ThresholdMenu(WhatIfViewModel whatIf, Messages messages) {
        textProperty()
                .bind(messages.bind(
                        "explain.threshold",
                        messages.bind(
                                () -> messages.text("explain.threshold."
                                        + whatIf.thresholdProperty().get()),
                                whatIf.thresholdProperty())));
        ToggleGroup group = new ToggleGroup();
        for (WhatIfViewModel.Threshold each : WhatIfViewModel.Threshold.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.setToggleGroup(group);
            item.setSelected(each == whatIf.thresholdProperty().get());
            item.setOnAction(event -> whatIf.thresholdProperty().set(each));
            getItems().add(item);
        }
        setOnShowing(event -> {
            for (WhatIfViewModel.Threshold each : WhatIfViewModel.Threshold.values()) {
                getItems()
                        .get(each.ordinal())
                        .setText(
                                messages.text("explain.threshold.at." + each, Numerals.fixed(whatIf.valueOf(each), 3)));
            }
        });
    }
}
