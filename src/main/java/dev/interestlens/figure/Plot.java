package dev.interestlens.figure;

import java.util.List;

/**
 * Axes with their series as values, for a surface that draws axes itself. On other surfaces the painter draws them with its other operations.
 *
 * @param series lines, and clouds of few points
 * @param tickX values along the horizontal axis, with what is written there
 */
public record Plot(
        Box frame,
        List<XySeries> series,
        List<Tick> tickX,
        List<Tick> tickY,
        Phrase across,
        Phrase up,
        boolean diagonal) {
    /** Values at the ends of the axes, and where these lie. */
    public record Box(
            double lowX, double highX, double lowY, double highY, double left, double top, double right, double base) {
        public double x(double value) {
            return left + (value - lowX) / (highX - lowX) * (right - left);
        }

        public double y(double value) {
            return base - (value - lowY) / (highY - lowY) * (base - top);
        }

        public double valueX(double x) {
            return lowX + (x - left) / (right - left) * (highX - lowX);
        }

        /** Whether a place is inside, or on its edge. */
        public boolean holds(double x, double y) {
            return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= base + 1;
        }
    }

    /** One mark along an axis. */
    public record Tick(double value, String text) {}

    public Plot {
        series = List.copyOf(series);
        tickX = List.copyOf(tickX);
        tickY = List.copyOf(tickY);
    }

    /** The same, moved on the surface. */
    Plot moved(double right, double down) {
        Box at = frame;
        return new Plot(
                new Box(
                        at.lowX(),
                        at.highX(),
                        at.lowY(),
                        at.highY(),
                        at.left() + right,
                        at.top() + down,
                        at.right() + right,
                        at.base() + down),
                series,
                tickX,
                tickY,
                across,
                up,
                diagonal);
    }
}
