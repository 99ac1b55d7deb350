package dev.interestlens.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keyboard behaviour that JavaFX lacks: Tab leaves a text area, and an arrow key in a toggle group chooses the neighbour, as a click would. */
public final class Traversal {
    private Traversal() {}

    public static void on(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
            if (plain && event.getTarget() instanceof TextArea area && event.getCode() == KeyCode.TAB) {
                event.consume();
                area.fireEvent(new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, event.isShiftDown(), true, false, false));
            } else if (plain && event.getTarget() instanceof ToggleButton button && button.getToggleGroup() != null) {
                int by = by(event.getCode());
                if (by != 0) {
                    event.consume();
                    choose(button, by);
                }
            }
        });
    }

    private static int by(KeyCode key) {
        return switch (key) {
            case RIGHT, DOWN -> 1;
            case LEFT, UP -> -1;
            default -> 0;
        };
    }

    private static void choose(ToggleButton from, int by) {
        List<ButtonBase> choices = from.getToggleGroup().getToggles().stream()
                .filter(toggle -> toggle instanceof ButtonBase choice && choice.isVisible() && !choice.isDisabled())
                .map(ButtonBase.class::cast)
                .toList();
        int at = choices.indexOf((Node) from) + by;
        if (at >= 0 && at < choices.size()) {
            ButtonBase next = choices.get(at);
            next.requestFocus();
            if (!((Toggle) next).isSelected()) {
                next.fire();
            }
        }
    }
}
