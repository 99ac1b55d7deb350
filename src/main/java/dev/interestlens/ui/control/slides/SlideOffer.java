package dev.interestlens.ui.control.slides;

import dev.interestlens.ui.control.Offers;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/**
 * The slides that a screen offers.
 *
 * @param ready whether there are slides now
 * @param show makes them; called only while ready
 */
public record SlideOffer(ObservableBooleanValue ready, Supplier<SlideShow> show) {
    /** Offers slides on a screen, or on a part that exists when the screen is first shown. */
    public static void on(Node screen, ObservableBooleanValue ready, Supplier<SlideShow> show) {
        Offers.on(screen, new SlideOffer(ready, show));
    }

    /** The offer of a screen. */
    public static Optional<SlideOffer> of(Node screen) {
        return Offers.of(screen, SlideOffer.class);
    }
}
