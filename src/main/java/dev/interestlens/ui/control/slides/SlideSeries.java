package dev.interestlens.ui.control.slides;

import dev.interestlens.figure.Phrase;
import java.util.List;

/**
 * A series of related slides: time steps, heads, checkpoints.
 *
 * @param name of the series
 * @param slides at least one
 */
public record SlideSeries(Phrase name, List<Slide> slides) {
    public SlideSeries {
        slides = List.copyOf(slides);
        if (slides.isEmpty()) {
            throw new IllegalArgumentException("no slides");
        }
    }
}
