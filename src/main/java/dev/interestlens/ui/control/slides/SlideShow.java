package dev.interestlens.ui.control.slides;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * What is presented.
 *
 * @param series at least one; when it changes, the place in it is kept as far as possible
 * @param subjects steps to the next (1) or the previous (−1) subject, such as another candidate, which changes the series now or later; null where there
 *     is one subject only
 */
public record SlideShow(ObservableValue<? extends List<SlideSeries>> series, IntConsumer subjects) {

    /** Slides that stay as they are. */
    public static SlideShow of(List<SlideSeries> series) {
        return new SlideShow(new SimpleObjectProperty<>(List.copyOf(series)), null);
    }

    boolean hasSubjects() {
        return subjects != null;
    }
}
