package dev.interestlens.figure;

/** A picture that draws itself on any surface at any size. */
public interface Drawing {
    /** Its preferred width in a file. */
    default double width(Surface ruler) {
        return 640;
    }

    /** Its preferred height for a width. */
    double height(Surface ruler, double width);

    void paint(Surface surface, double width, double height);
}
