package dev.interestlens.ui.control.slides;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * A presentation.
 *
 * @param series at least one; when it changes, the position in it is kept as far as possible
 * @param subjects moves to the next (1) or previous (−1) subject, such as another candidate, which changes the series now or later; null for a single
 *     subject
 */
public record SlideShow(ObservableValue<? extends List<SlideSeries>> series, IntConsumer subjects) {

    /** A presentation that does not change. */
    public static SlideShow of(List<SlideSeries> series) {
        return new SlideShow(new SimpleObjectProperty<>(List.copyOf(series)), null);
    }

    boolean hasSubjects() {
        return subjects != null;
    }
}
