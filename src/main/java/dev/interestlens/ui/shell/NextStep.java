package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.workspace.RunSummary;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Button;

/** The workflow: from data to a model, its training, an explanation and a recommendation. */
final class NextStep {
    private static final Map<Screen, Screen> WAY = new EnumMap<>(Map.of(
            Screen.DATA, Screen.MODEL,
            Screen.MODEL, Screen.TRAIN,
            Screen.TRAIN, Screen.EXPLAIN,
            Screen.EXPLAIN, Screen.RECOMMEND));

    private final ObjectBinding<Screen> next;
    private final BooleanBinding possible;

    NextStep(ShellViewModel model) {
        Session session = model.session();
        next = Bindings.createObjectBinding(() -> WAY.get(model.screenProperty().get()), model.screenProperty());
        possible = Bindings.createBooleanBinding(
                () -> next.get() != null
                        && (needsModel(next.get())
                                ? session.runs().stream().anyMatch(RunSummary::hasModel)
                                : session.dataProperty().get() != null),
                next,
                session.dataProperty(),
                session.runs());
    }

    private static boolean needsModel(Screen screen) {
        return screen == Screen.EXPLAIN || screen == Screen.RECOMMEND;
    }

    /** The screen after the one that is shown. */
    Optional<Screen> next() {
        return Optional.ofNullable(next.get());
    }

    /** Makes a button show the next step; it is hidden if there is none, and disabled while the requirements of the step are missing. */
    void show(Button button, Messages messages) {
        button.textProperty()
                .bind(messages.bind(
                        () -> next().map(screen -> messages.text("shell.next", messages.text(screen.key())))
                                .orElse(""),
                        next));
        Presence.when(button, next.isNotNull());
        button.disableProperty().bind(possible.not());
    }
}
