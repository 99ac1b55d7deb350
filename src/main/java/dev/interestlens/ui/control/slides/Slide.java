package dev.interestlens.ui.control.slides;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Phrase;
import java.util.Objects;

/**
 * One picture in presentation size.
 *
 * @param picture drawn as large as possible
 * @param sentence the message of the picture; may be empty
 */
public record Slide(Phrase title, Drawing picture, Phrase sentence) {
    public Slide {
        Objects.requireNonNull(title);
        Objects.requireNonNull(picture);
        Objects.requireNonNull(sentence);
    }
}
