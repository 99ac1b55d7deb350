package dev.interestlens.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

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
        return screen instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(child -> of(child, kind))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
