package dev.interestlens.ui.shell;

import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the window; those without a modifier are ignored in text fields.
 *
 * @param closes closes what is open over the screens, if there is something; {@code screen} the current view, which gets unhandled keys
 * regardless of the focus
 */
record ShellKeys(Collection<Command> commands, KeysController list, BooleanSupplier closes, Supplier<Parent> screen) {
    void addTo(Scene scene) {
        commands.stream().flatMap(command -> command.keys().stream()).forEach(keys -> scene.getAccelerators()
                .put(keys, () -> run(keys)));
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            boolean question =
                    event.getCharacter().equals("?") || event.getCharacter().equals("？");
            if (question && !(event.getTarget() instanceof TextInputControl)) {
                list.toggle();
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, scene));
    }

    /** Runs the first enabled command of those with the same keys. */
    private void run(KeyCombination keys) {
        commands.stream()
                .filter(command ->
                        command.keys().contains(keys) && command.enabled().getAsBoolean())
                .findFirst()
                .ifPresent(command -> command.run().run());
    }

    private void pressed(KeyEvent event, Scene scene) {
        boolean escape = event.getCode() == KeyCode.ESCAPE;
        if (list.isShown()) {
            if (escape) {
                list.close();
                event.consume();
            }
        } else if (escape && closes.getAsBoolean()) {
            event.consume();
        } else if (isOfTheWindow(event, scene)) {
            return; // the window handles it itself after this; a copy of the event would be handled twice
        } else if (!(event.getTarget() instanceof TextInputControl) && !lies(event.getTarget(), screen.get())) {
            screen.get().fireEvent(event.copyFor(screen.get(), screen.get()));
        }
    }

    private static boolean isOfTheWindow(KeyEvent event, Scene scene) {
        return event.isAltDown() || scene.getAccelerators().keySet().stream().anyMatch(keys -> keys.match(event));
    }

    private static boolean lies(EventTarget target, Parent within) {
        Node node = target instanceof Node some ? some : null;
        while (node != null && node != within) {
            node = node.getParent();
        }
        return node == within;
    }
}
