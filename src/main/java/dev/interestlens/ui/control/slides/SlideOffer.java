package dev.interestlens.ui.control.slides;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * What a screen has to present.
 *
 * @param ready whether there is something now
 * @param show makes it; asked only while it is ready
 */
public record SlideOffer(ObservableBooleanValue ready, Supplier<SlideShow> show) {
    private static final String KEY = "slide-offer";

    /** Offers slides on a screen, or on any part of it that is there when the screen is first shown. */
    public static void on(Node screen, ObservableBooleanValue ready, Supplier<SlideShow> show) {
        screen.getProperties().put(KEY, new SlideOffer(ready, show));
    }

    /** What a screen offers. */
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
