package dev.interestlens.explain.picture;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.data.FigureData;
import dev.interestlens.figure.paint.Painters;
import java.util.List;
import java.util.Locale;

/** Something that can be drawn of one prediction, in the window and in files alike. */
public interface Picture {
    /** Stable, for programs. */
    String name();

    /** For people. */
    Text title();

    /** Explanation for the reader; may be empty. */
    Text note();

    /** What is drawn. */
    FigureData data();

    /** Its drawing. */
    default Drawing drawing() {
        return Painters.of(data());
    }

    /** The same drawing in steps, one behaviour at a time, the whole last; one drawing where it has no steps. */
    default List<Drawing> buildUp() {
        return Painters.buildUp(data());
    }

    /** Its numbers, for a spreadsheet. */
    default NumberTable numbers(Locale language) {
        return data().numbers(language);
    }
}
