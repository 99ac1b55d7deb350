package dev.interestlens.figure;

/** Areas that differ without colour: each part has lines of its own over its colour. */
public final class Hatching {
    private static final double APART = 6;

    /** Plain, rising, level, falling, upright and crossed lines. */
    private static final int KINDS = 6;

    private Hatching() {}

    /** Grey diagonal lines, which are distinct from all colours of scales: nothing is here. */
    public static void none(Surface surface, double x, double y, double width, double height) {
        surface.clipped(
                x,
                y,
                width,
                height,
                () -> diagonals(surface, x, y, width, height, true, Pen.thin(Ink.Role.FAINT.faded(0.45))));
    }

    /** The area of the n-th part; that of the first has no lines. */
    public static void part(
            Surface surface, int part, double x, double y, double width, double height, double opacity) {
        Ink.Series ink = new Ink.Series(part);
        surface.rect(x, y, width, height, ink.faded(opacity));
        int kind = Math.floorMod(part, KINDS);
        if (kind == 0 || width <= 0 || height <= 0) {
            return;
        }
        Pen pen = Pen.thin(new Ink.On(ink).faded(0.55));
        surface.clipped(x, y, width, height, () -> {
            if (kind == 1 || kind == 5) {
                diagonals(surface, x, y, width, height, true, pen);
            }
            if (kind == 3 || kind == 5) {
                diagonals(surface, x, y, width, height, false, pen);
            }
            for (double at = y + APART / 2; kind == 2 && at < y + height; at += APART) {
                surface.line(x, at, x + width, at, pen);
            }
            for (double at = x + APART / 2; kind == 4 && at < x + width; at += APART) {
                surface.line(at, y, at, y + height, pen);
            }
        });
    }

    private static void diagonals(
            Surface surface, double x, double y, double width, double height, boolean up, Pen pen) {
        for (double from = x - height; from < x + width; from += APART) {
            surface.line(from, up ? y + height : y, from + height, up ? y : y + height, pen);
        }
    }
}
