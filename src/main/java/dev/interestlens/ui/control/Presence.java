package dev.interestlens.ui.control;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Labeled;

/** When a control is there at all: neither seen nor given room otherwise. */
public final class Presence {
    /** What the style sheet hides in every window: a bound property it could not set. */
    private static final String ABSENT = "absent";

    private Presence() {}

    /** Only while it has words. A control that is merely not laid out would stay where it was last. */
    public static void withWords(Labeled control) {
        when(control, control.textProperty().isNotEmpty());
    }

    /** There or not, from now on. */
    public static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** Says this, or is not there if there is nothing to say. */
    public static void tell(Labeled control, String words) {
        control.setText(words);
        set(control, !words.isEmpty());
    }

    /** Only while that holds. */
    public static void when(Node node, ObservableBooleanValue holds) {
        node.visibleProperty().bind(holds);
        whileVisible(node);
    }

    /** While it is visible, which its owner or the style sheet decides. */
    public static void whileVisible(Node node) {
        node.managedProperty().bind(node.visibleProperty());
    }

    /** Only while that holds, and in those windows only in which the style sheet shows nodes of that class. */
    public static void whenStyled(Node node, String styleClass, ObservableBooleanValue holds) {
        whileVisible(node);
        Runnable style = () -> {
            node.getStyleClass().removeAll(styleClass, ABSENT);
            node.getStyleClass().add(holds.get() ? styleClass : ABSENT);
        };
        Changes.call(style, holds);
        style.run();
    }
}
