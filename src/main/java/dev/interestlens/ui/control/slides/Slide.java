package dev.interestlens.ui.control.slides;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Phrase;
import java.util.Objects;

/**
 * One picture to be seen from the last row of a room.
 *
 * @param picture drawn as large as the room allows
 * @param sentence what the picture says; may be empty
 */
public record Slide(Phrase title, Drawing picture, Phrase sentence) {
    public Slide {
        Objects.requireNonNull(title);
        Objects.requireNonNull(picture);
        Objects.requireNonNull(sentence);
    }
}
