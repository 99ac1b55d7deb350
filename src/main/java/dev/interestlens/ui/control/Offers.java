package dev.interestlens.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** What a screen offers to the window around it, one of a kind. */
public final class Offers {
    private Offers() {}

    /** Offers something on a screen, or on a part that exists when the screen is first shown. */
    public static void on(Node screen, Object offer) {
        screen.getProperties().put(offer.getClass(), offer);
    }

    /** The offer of a screen. */
    public static <T> Optional<T> of(Node screen, Class<T> kind) {
        if (screen.hasProperties() && screen.getProperties().containsKey(kind)) {
            return Optional.of(kind.cast(screen.getProperties().get(kind)));
        }
        return parts(screen).stream()
                .map(child -> of(child, kind))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What is scrolled is no child before it is laid out. */
    static List<Node> parts(Node screen) {
        if (screen instanceof ScrollPane scrolled && scrolled.getContent() != null) {
            return List.of(scrolled.getContent());
        }
        return screen instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.of();
    }
}
