package dev.interestlens.ui.common;

import dev.interestlens.train.ExperimentConfig;
import dev.interestlens.workspace.ConfigTable;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Ctrl+Z and Ctrl+Shift+Z for the experiment that is being set up, on whatever screen it is edited. Changes of one switch in a row are one step, since a
 * number is typed digit by digit.
 */
public final class DraftUndo {
    private final ObjectProperty<ExperimentConfig> draft;
    private final Undo<ExperimentConfig> undo = new Undo<>();
    private List<String> last = List.of();
    private boolean stepping;

    public DraftUndo(Session session) {
        draft = session.draftProperty();
        draft.addListener((observed, before, now) -> changed(before, now));
    }

    private void changed(ExperimentConfig before, ExperimentConfig now) {
        List<String> keys = ConfigTable.differences(List.of(before, now)).stream()
                .map(ConfigTable.Row::key)
                .toList();
        if (stepping || keys.isEmpty()) {
            return;
        }
        if (keys.size() == 1 && keys.equals(last)) {
            undo.extend(now);
        } else {
            undo.changed(before, now);
        }
        last = keys;
    }

    public void back() {
        go(undo.back());
    }

    public void again() {
        go(undo.again());
    }

    private void go(Optional<ExperimentConfig> to) {
        stepping = true;
        to.ifPresent(draft::set);
        stepping = false;
        last = List.of();
    }

    /** Lets the keys work on a screen, and returns it. */
    public Parent on(Parent screen) {
        screen.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, this::back, this::again));
        return screen;
    }

    /** Tells the keys of undoing; text fields undo by themselves what is typed in them. */
    public static void key(KeyEvent event, Runnable back, Runnable again) {
        if (event.isConsumed() || !event.isShortcutDown() || event.getTarget() instanceof TextInputControl) {
            return;
        }
        boolean forth = event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown();
        if (forth) {
            again.run();
        } else if (event.getCode() == KeyCode.Z) {
            back.run();
        } else {
            return;
        }
        event.consume();
    }
}
