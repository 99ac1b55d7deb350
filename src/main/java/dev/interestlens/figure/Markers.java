package dev.interestlens.figure;

/** Markers of series, which differ without colour: disc, square, triangle, diamond, inverted triangle, cross. */
public final class Markers {
    private static final double SIZE = 3.5;
    private static final int KINDS = 6;

    private Markers() {}

    /** The marker of the n-th series. */
    public static void draw(Surface surface, int series, double x, double y, double opacity) {
        Ink ink = opacity == 1 ? new Ink.Series(series) : new Ink.Series(series).faded(opacity);
        switch (Math.floorMod(series, KINDS)) {
            case 0 -> surface.dot(x, y, SIZE, ink);
            case 1 -> surface.rect(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE, ink);
            case 2 -> area(surface, ink, x, y, 0, -1.3, 1.2, 1, -1.2, 1);
            case 3 -> area(surface, ink, x, y, 0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0);
            case 4 -> area(surface, ink, x, y, 0, 1.3, 1.2, -1, -1.2, -1);
            default -> {
                surface.line(x - SIZE, y - SIZE, x + SIZE, y + SIZE, new Pen(ink, 2));
                surface.line(x - SIZE, y + SIZE, x + SIZE, y - SIZE, new Pen(ink, 2));
            }
        }
    }

    private static void area(Surface surface, Ink ink, double x, double y, double... corners) {
        double[] xs = new double[corners.length / 2];
        double[] ys = new double[corners.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x + SIZE * corners[2 * i];
            ys[i] = y + SIZE * corners[2 * i + 1];
        }
        surface.area(xs, ys, ink);
    }
}
