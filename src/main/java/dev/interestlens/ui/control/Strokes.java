package dev.interestlens.ui.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** What tells series apart without colour: a dash and a marker each. */
final class Strokes {
    private static final double[][] DASHES = {{}, {7, 4}, {2, 3}, {9, 3, 2, 3}, {14, 4}, {4, 2}};
    private static final double SIZE = 3.5;

    private Strokes() {}

    static double[] dash(int style) {
        return DASHES[Math.floorMod(style, DASHES.length)];
    }

    /** Sets colour, width and dash of a line. */
    static void use(GraphicsContext g, int style) {
        g.setStroke(ColorScale.series(style));
        g.setLineWidth(2);
        g.setLineDashes(dash(style));
    }

    /** Draws a style's marker: disc, square, triangle, diamond, triangle on its head, cross. */
    static void marker(GraphicsContext g, int style, double x, double y) {
        Color color = ColorScale.series(style);
        g.setFill(color);
        g.setStroke(color);
        g.setLineDashes((double[]) null);
        switch (Math.floorMod(style, DASHES.length)) {
            case 0 -> g.fillOval(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE);
            case 1 -> g.fillRect(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE);
            case 2 -> polygon(g, x, y, 0, -1.3, 1.2, 1, -1.2, 1);
            case 3 -> polygon(g, x, y, 0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0);
            case 4 -> polygon(g, x, y, 0, 1.3, 1.2, -1, -1.2, -1);
            default -> {
                g.setLineWidth(2);
                g.strokeLine(x - SIZE, y - SIZE, x + SIZE, y + SIZE);
                g.strokeLine(x - SIZE, y + SIZE, x + SIZE, y - SIZE);
            }
        }
    }

    private static void polygon(GraphicsContext g, double x, double y, double... corners) {
        double[] xs = new double[corners.length / 2];
        double[] ys = new double[corners.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x + SIZE * corners[2 * i];
            ys[i] = y + SIZE * corners[2 * i + 1];
        }
        g.fillPolygon(xs, ys, xs.length);
    }
}
