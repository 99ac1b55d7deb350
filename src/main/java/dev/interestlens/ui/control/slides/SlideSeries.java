package dev.interestlens.ui.control.slides;

import dev.interestlens.figure.Phrase;
import java.util.List;

/**
 * Slides that belong together and are stepped through one after the other: points of time, heads, checkpoints.
 *
 * @param name of them all
 * @param slides at least one
 */
public record SlideSeries(Phrase name, List<Slide> slides) {
    public SlideSeries {
        slides = List.copyOf(slides);
        if (slides.isEmpty()) {
            throw new IllegalArgumentException("no slides");
        }
    }

    /** A slide that stands for itself. */
    public static SlideSeries of(Slide slide) {
        return new SlideSeries(slide.title(), List.of(slide));
    }
}
