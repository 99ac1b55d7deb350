package dev.interestlens.figure;

/** A drawing of places side by side, each of which can be read. */
public interface PlacesDrawing extends Drawing {
    int places();

    /** Where the first place begins, and how far it is from place to place. */
    record Columns(double first, double apart) {}

    /** On a surface of this size. */
    Columns columns(Surface ruler, double width, double height);

    /** A place in words. */
    Phrase describe(int place);
}
