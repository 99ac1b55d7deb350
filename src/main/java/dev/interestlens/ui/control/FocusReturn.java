package dev.interestlens.ui.control;

import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Gives the focus back to a button that was disabled or hidden while its own work ran, unless the focus was moved meanwhile. */
public final class FocusReturn {
    private final Node button;
    private final ChangeListener<Node> moved = (observed, before, now) -> taken(now);
    private boolean away;
    private boolean held;
    private Node instead;

    private FocusReturn(Node button) {
        this.button = button;
        button.disabledProperty().addListener(change -> look());
        button.visibleProperty().addListener(change -> look());
    }

    public static void on(Node button) {
        new FocusReturn(button);
    }

    private void look() {
        boolean now = button.isDisabled() || !button.isVisible();
        if (now != away && button.getScene() != null) {
            away = now;
            if (away) {
                hold(button.getScene());
            } else if (held) {
                release(button.getScene());
            }
        }
    }

    private void hold(Scene scene) {
        held = scene.getFocusOwner() == button;
        instead = null;
        if (held) {
            scene.focusOwnerProperty().addListener(moved);
        }
    }

    /** The node that gets the focus when the button is away. */
    private void taken(Node now) {
        if (instead == null) {
            instead = now;
        }
    }

    private void release(Scene scene) {
        held = false;
        scene.focusOwnerProperty().removeListener(moved);
        Node owner = scene.getFocusOwner();
        if (owner == null || owner == instead) {
            button.requestFocus();
        }
    }
}
