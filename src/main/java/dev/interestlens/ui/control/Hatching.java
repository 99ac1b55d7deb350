package dev.interestlens.ui.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** The pattern of what was not read: grey lines at an angle, which no scale has as a colour. */
final class Hatching {
    private static final double GAP = 6;

    private Hatching() {}

    static void fill(GraphicsContext g, Color color, double x, double y, double width, double height) {
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
        g.setGlobalAlpha(0.45);
        g.setStroke(color);
        g.setLineWidth(1);
        for (double start = x - height; start < x + width; start += GAP) {
            g.strokeLine(start, y + height, start + height, y);
        }
        g.restore();
    }
}
