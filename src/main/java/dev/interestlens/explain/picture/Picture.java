package dev.interestlens.explain.picture;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import java.util.List;
import java.util.Locale;

/** Something that can be drawn of one prediction, in the window and in files alike. A new kind of picture is one class. */
public interface Picture {
    /** Stable, for programs. */
    String name();

    /** For people. */
    Text title();

    /** Explanation for the reader; may be empty. */
    Text note();

    /** Its drawing. */
    Drawing drawing();

    /** The same drawing in steps, one behaviour at a time, the whole last; one drawing where it has no steps. */
    default List<Drawing> buildUp() {
        return List.of(drawing());
    }

    /** Its numbers, for a spreadsheet. */
    NumberTable numbers(Locale language);
}
