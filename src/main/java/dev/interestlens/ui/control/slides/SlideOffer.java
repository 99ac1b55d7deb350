package dev.interestlens.ui.control.slides;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * The slides that a screen offers.
 *
 * @param ready whether there are slides now
 * @param show makes them; called only while ready
 */
public record SlideOffer(ObservableBooleanValue ready, Supplier<SlideShow> show) {
    private static final String KEY = "slide-offer";

    /** Offers slides on a screen, or on a part that exists when the screen is first shown. */
    public static void on(Node screen, ObservableBooleanValue ready, Supplier<SlideShow> show) {
        screen.getProperties().put(KEY, new SlideOffer(ready, show));
    }

    /** The offer of a screen. */
    public static Optional<SlideOffer> of(Node screen) {
        if (screen.hasProperties() && screen.getProperties().get(KEY) instanceof SlideOffer offer) {
            return Optional.of(offer);
        }
        return screen instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(SlideOffer::of)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }
}
