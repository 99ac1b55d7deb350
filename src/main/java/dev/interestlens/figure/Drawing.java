package dev.interestlens.figure;

/** A picture that draws itself on any surface at any size. */
public interface Drawing {
    /** Width that suits it in a file. */
    double width(Surface ruler);

    /** Height that suits it at a width. */
    double height(Surface ruler, double width);

    void paint(Surface surface, double width, double height);
}
