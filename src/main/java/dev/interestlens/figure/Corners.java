package dev.interestlens.figure;

/** Points of a rectangle with round corners, from the upper left one on, the first one again at the end. */
final class Corners {
    private static final int STEPS = 5;

    private Corners() {}

    static double[] x(double x, double width, double radius) {
        return points(x, width, radius, new boolean[] {false, true, true, false}, Math.PI);
    }

    static double[] y(double y, double height, double radius) {
        return points(y, height, radius, new boolean[] {false, false, true, true}, Math.PI / 2);
    }

    /** @param start angle of the first point; y uses the same cosine with a shift */
    private static double[] points(double from, double size, double radius, boolean[] far, double start) {
        double r = Math.min(radius, size / 2);
        double[] points = new double[4 * (STEPS + 1) + 1];
        for (int corner = 0; corner < 4; corner++) {
            double middle = far[corner] ? from + size - r : from + r;
            for (int step = 0; step <= STEPS; step++) {
                double angle = Math.PI / 2 * (corner + step / (double) STEPS);
                points[corner * (STEPS + 1) + step] = middle + r * Math.cos(start + angle);
            }
        }
        points[points.length - 1] = points[0];
        return points;
    }
}
