package dev.interestlens.ui.shell;

import java.util.Collection;
import java.util.function.Supplier;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of the window; those without a modifier are off while a person types. */
final class ShellKeys {
    private final Collection<Command> commands;
    private final KeysController list;
    private final Supplier<Parent> screen;

    /** @param screen the view that is shown; it hears of keys that nobody took, wherever the focus is */
    ShellKeys(Collection<Command> commands, KeysController list, Supplier<Parent> screen) {
        this.commands = commands;
        this.list = list;
        this.screen = screen;
    }

    void addTo(Scene scene) {
        for (Command command : commands) {
            if (command.keys() != null) {
                scene.getAccelerators().put(command.keys(), () -> {
                    if (command.enabled().getAsBoolean()) {
                        command.run().run();
                    }
                });
            }
        }
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            boolean question =
                    event.getCharacter().equals("?") || event.getCharacter().equals("？");
            if (question && !(event.getTarget() instanceof TextInputControl)) {
                list.toggle();
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (list.isShown()) {
            if (event.getCode() == KeyCode.ESCAPE) {
                list.close();
                event.consume();
            }
        } else if (!(event.getTarget() instanceof TextInputControl) && !lies(event.getTarget(), screen.get())) {
            screen.get().fireEvent(event.copyFor(screen.get(), screen.get()));
        }
    }

    private static boolean lies(EventTarget target, Parent within) {
        Node node = target instanceof Node some ? some : null;
        while (node != null && node != within) {
            node = node.getParent();
        }
        return node == within;
    }
}
