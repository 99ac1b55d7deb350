package dev.interestlens.figure;

/** Markers of series, which differ without colour: disc, square, triangle, diamond, inverted triangle, cross. */
public final class Markers {
    private static final double SIZE = 3.5;
    private static final int KINDS = 6;

    private Markers() {}

    /** The marker of the n-th series. */
    public static void draw(Surface surface, int series, double x, double y, double opacity) {
        draw(surface, series, x, y, opacity, SIZE);
    }

    /** The same with a size: half the width of a square. */
    public static void draw(Surface surface, int series, double x, double y, double opacity, double size) {
        Ink ink = opacity == 1 ? new Ink.Series(series) : new Ink.Series(series).faded(opacity);
        switch (Math.floorMod(series, KINDS)) {
            case 0 -> surface.dot(x, y, size, ink);
            case 1 -> surface.rect(x - size, y - size, 2 * size, 2 * size, ink);
            case 2 -> area(surface, ink, x, y, size, 0, -1.3, 1.2, 1, -1.2, 1);
            case 3 -> area(surface, ink, x, y, size, 0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0);
            case 4 -> area(surface, ink, x, y, size, 0, 1.3, 1.2, -1, -1.2, -1);
            default -> {
                surface.line(x - size, y - size, x + size, y + size, new Pen(ink, 2));
                surface.line(x - size, y + size, x + size, y - size, new Pen(ink, 2));
            }
        }
    }

    private static void area(Surface surface, Ink ink, double x, double y, double size, double... corners) {
        double[] xs = new double[corners.length / 2];
        double[] ys = new double[corners.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x + size * corners[2 * i];
            ys[i] = y + size * corners[2 * i + 1];
        }
        surface.area(xs, ys, ink);
    }
}
