package dev.interestlens.ui.control.form;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of undoing in text fields: a field keeps them for itself as long as it has something of its own to take back, else those around it are told. */
public final class OwnUndo {
    private OwnUndo() {}

    /** Lets the fields below undo what was typed in them, and passes on what is beyond that. */
    public static void first(Node around) {
        pass(around, true);
    }

    /** Passes the keys of all fields below on: those around know better what one step is. */
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

    /** Whether a key takes the last step back. */
    public static boolean isBack(KeyEvent event) {
        return event.isShortcutDown() && !event.isShiftDown() && event.getCode() == KeyCode.Z;
    }

    /** Whether a key does what was taken back once more. */
    public static boolean isAgain(KeyEvent event) {
        return event.isShortcutDown()
                && (event.getCode() == KeyCode.Y || event.isShiftDown() && event.getCode() == KeyCode.Z);
    }
}
