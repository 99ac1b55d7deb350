package dev.interestlens.ui.shell;

import dev.interestlens.ui.control.CommandOffer;
import dev.interestlens.ui.control.Offers;
import dev.interestlens.ui.control.Presence;
import dev.interestlens.workspace.RunCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Copies the command line that gives what the screen shows. */
final class CommandCopier {
    private static final Duration SEEN = Duration.seconds(1.5);

    private final Button button;
    private final FontIcon icon;
    private final PauseTransition done = new PauseTransition(SEEN);
    private Optional<CommandOffer> offer = Optional.empty();

    /** @param icon of the button, which is a check mark for a moment after the command was copied */
    CommandCopier(Button button, FontIcon icon) {
        this.button = button;
        this.icon = icon;
        String usual = icon.getIconLiteral();
        done.setOnFinished(event -> icon.setIconLiteral(usual));
    }

    /** Follows to another screen. */
    void follow(Node screen) {
        offer = Offers.of(screen, CommandOffer.class);
        Presence.set(button, offer.isPresent());
    }

    /** Whether the screen shows something that a command gives. */
    boolean isReady() {
        return !words().isEmpty();
    }

    void copy() {
        if (isReady()) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, RunCommand.line(words())));
            icon.setIconLiteral("fth-check");
            done.playFromStart();
        }
    }

    private List<String> words() {
        return offer.map(each -> each.words().get()).orElse(List.of());
    }
}
