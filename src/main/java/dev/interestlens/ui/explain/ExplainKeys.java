package dev.interestlens.ui.explain;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the screen: previous and next prediction, undo and redo, pin and exchange, layer, head and table, save.
 *
 * @param step moves by a number of predictions
 * @param page the scroll pane, which would use the arrow keys
 */
record ExplainKeys(ExplainViewModel model, IntConsumer step, InsidePane inside, ScrollPane page, Runnable save) {
    void on(Node screen) {
        screen.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        screen.addEventFilter(KeyEvent.KEY_PRESSED, this::keyOnButton);
    }

    private void key(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (event.isShortcutDown()) {
            switch (event.getCode()) {
                case Z -> {
                    if (event.isShiftDown()) {
                        model.whatIf().redo();
                    } else {
                        model.whatIf().undo();
                    }
                }
                case Y -> model.whatIf().redo();
                case S -> save.run();
                default -> {
                    return;
                }
            }
        } else {
            switch (event.getCode()) {
                case LEFT -> step.accept(-1);
                case RIGHT -> step.accept(1);
                case P -> model.sample().pin();
                case X -> model.sample().exchange();
                case L, H, T -> look(event.getCode());
                default -> {
                    return;
                }
            }
        }
        event.consume();
    }

    /** Keys that only change the view. */
    private void look(KeyCode key) {
        if (inside.getScene() == null) {
            return;
        }
        switch (key) {
            case L -> inside.nextView();
            case H -> inside.nextPicture();
            default -> inside.switchTable();
        }
    }

    /** Arrow keys on a button would move the focus, and on the page they would scroll; only groups of choices keep them. */
    private void keyOnButton(KeyEvent event) {
        boolean grouped = event.getTarget() instanceof ToggleButton toggle && toggle.getToggleGroup() != null;
        boolean arrow = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
        boolean takesIt = event.getTarget() instanceof ButtonBase && !grouped || event.getTarget() == page;
        if (arrow && takesIt && !event.isShortcutDown()) {
            key(event);
        }
    }
}
