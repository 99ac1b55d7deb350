package dev.interestlens.figure;

/** A drawing of places side by side, each of which can be read. */
public interface PlacesDrawing extends Drawing {
    int places();

    /** Where the first place begins on a surface of this size. */
    double firstX(Surface ruler, double width, double height);

    /** From place to place. */
    double placeWidth(Surface ruler, double width, double height);

    /** A place in words. */
    Phrase describe(int place);
}
