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

    /** What must be known to read it; may be empty. */
    Text note();

    /** How it looks. */
    Drawing drawing();

    /** The same built up, a behaviour at a time, the whole last; one drawing where it is not made that way. */
    default List<Drawing> buildUp() {
        return List.of(drawing());
    }

    /** Its numbers, for a spreadsheet. */
    NumberTable numbers(Locale language);
}
