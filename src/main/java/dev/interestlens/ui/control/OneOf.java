package dev.interestlens.ui.control;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Buttons for values, of which one is always on. */
public final class OneOf extends ToggleGroup {
    /** Adds a button, which stays on when it is pressed again. */
    public void add(ToggleButton button, Object value, Runnable chosen) {
        button.setToggleGroup(this);
        button.setUserData(value);
        button.setOnAction(event -> {
            button.setSelected(true);
            chosen.run();
        });
    }

    /** Turns on the button of a value. */
    public void show(Object value) {
        getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData().equals(value)));
    }
}
