package dev.interestlens.ui.control.form;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Undo keys in text fields: a field handles them as long as it has something to undo, else they are passed to its parents. */
public final class OwnUndo {
    private OwnUndo() {}

    /** Lets text fields undo their own typing first, and passes on further undo keys. */
    public static void first(Node around) {
        pass(around, true);
    }

    /** Passes the undo keys of all text fields on to the parents, which define the steps. */
    static void never(Node around) {
        pass(around, false);
    }

    private static void pass(Node around, boolean own) {
        around.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getTarget() instanceof TextInputControl field && (isBack(event) || isAgain(event))) {
                boolean some = isBack(event) ? field.isUndoable() : field.isRedoable();
                if (!own || !some) {
                    event.consume();
                    Event.fireEvent(around, event.copyFor(around, around));
                }
            }
        });
    }

    /** Whether a key is undo. */
    public static boolean isBack(KeyEvent event) {
        return event.isShortcutDown() && !event.isShiftDown() && event.getCode() == KeyCode.Z;
    }

    /** Whether a key is redo. */
    public static boolean isAgain(KeyEvent event) {
        return event.isShortcutDown()
                && (event.getCode() == KeyCode.Y || event.isShiftDown() && event.getCode() == KeyCode.Z);
    }
}
