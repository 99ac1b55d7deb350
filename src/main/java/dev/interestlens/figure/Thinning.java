package dev.interestlens.figure;

/** Reduces long series for drawing, keeping their extremes. */
public final class Thinning {
    /** A reduced line. */
    public record Line(double[] x, double[] y) {}

    /** A fortieth of the axis: smooth enough, while a fall of the loss is still visible where it happens. */
    public static final double MEMORY = 1 / 40.0;

    private Thinning() {}

    /** Lowest and highest value of each of at most {@code buckets} stretches, in the order in which they come. */
    public static Line envelope(double[] x, double[] y, int buckets) {
        int size = x.length;
        if (size <= 2 * buckets) {
            return new Line(x, y);
        }
        double[] thinX = new double[2 * buckets];
        double[] thinY = new double[2 * buckets];
        for (int bucket = 0; bucket < buckets; bucket++) {
            int from = (int) ((long) size * bucket / buckets);
            int to = (int) ((long) size * (bucket + 1) / buckets);
            int low = from;
            int high = from;
            for (int i = from; i < to; i++) {
                low = y[i] < y[low] || Double.isNaN(y[low]) ? i : low;
                high = y[i] > y[high] || Double.isNaN(y[high]) ? i : high;
            }
            int first = Math.min(low, high);
            int second = Math.max(low, high);
            thinX[2 * bucket] = x[first];
            thinY[2 * bucket] = y[first];
            thinX[2 * bucket + 1] = x[second];
            thinY[2 * bucket + 1] = y[second];
        }
        return new Line(thinX, thinY);
    }

    /**
     * An exponential mean over a window along x, with bias correction, of at most {@code points} values. Its value at a point does not change as the
     * series grows, nor with the density of values. NaN values are skipped.
     */
    public static Line smooth(double[] x, double[] y, int points, double window) {
        int size = x.length;
        int kept = Math.min(size, points);
        double[] thinX = new double[kept];
        double[] thinY = new double[kept];
        double sum = 0;
        double weight = 0;
        int at = 0;
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(y[i])) {
                double keep = i == 0 || window <= 0 ? 0 : Math.exp((x[i - 1] - x[i]) / window);
                sum = keep * sum + y[i];
                weight = keep * weight + 1;
            }
            if (i == (int) ((long) size * (at + 1) / kept) - 1) {
                thinX[at] = x[i];
                thinY[at] = weight == 0 ? Double.NaN : sum / weight;
                at++;
            }
        }
        return new Line(thinX, thinY);
    }
}
