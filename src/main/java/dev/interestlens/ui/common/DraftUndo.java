package dev.interestlens.ui.common;

import dev.interestlens.measurement.compare.ConfigTable;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.ui.control.form.OwnUndo;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * Ctrl+Z and Ctrl+Shift+Z for the experiment being configured, on every screen that edits it. Consecutive changes of one setting are one step until
 * the focus moves, since a number is typed digit by digit.
 */
public final class DraftUndo {
    private final ObjectProperty<ExperimentConfig> draft;
    private final WrongEntries wrong;
    private final Undo<ExperimentConfig> undo = new Undo<>();
    private List<String> last = List.of();
    private boolean stepping;

    public DraftUndo(Session session) {
        draft = session.draftProperty();
        wrong = session.wrongEntries();
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
            last = undo.extend(now) ? keys : List.of();
        } else {
            undo.changed(before, now);
            last = keys;
        }
    }

    /** The next change is a new step. */
    private void rest() {
        last = List.of();
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
        rest();
    }

    /** Installs the keys on a screen and returns it. An invalid entry on it is reverted before any step. */
    public Parent on(Session.Goal screen, Parent view) {
        view.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> key(
                        event,
                        () -> {
                            if (!wrong.takeBackNewest(screen)) {
                                back();
                            }
                        },
                        this::again));
        view.sceneProperty().flatMap(Scene::focusOwnerProperty).addListener(change -> rest());
        return view;
    }

    /** Handles the undo keys; text fields undo their own typing. */
    public static void key(KeyEvent event, Runnable back, Runnable again) {
        if (event.isConsumed() || event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (OwnUndo.isAgain(event)) {
            again.run();
        } else if (OwnUndo.isBack(event)) {
            back.run();
        } else {
            return;
        }
        event.consume();
    }
}
