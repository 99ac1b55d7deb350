package dev.interestlens.ui.control;

import javafx.scene.control.Labeled;

/** When a control is there at all: neither seen nor given room otherwise. */
public final class Presence {
    private Presence() {}

    /** Only while it has words. A control that is merely not laid out would stay where it was last. */
    public static void withWords(Labeled control) {
        control.visibleProperty().bind(control.textProperty().isNotEmpty());
        control.managedProperty().bind(control.visibleProperty());
    }
}
