package dev.interestlens.ui.control.chart;

/** A part of an axis, from its lower end to its upper one. */
public record Span(double from, double to) {
    /** The strongest zoom, as a share of the whole. */
    private static final double CLOSEST = 1e-4;

    public Span {
        if (!(from < to)) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    double width() {
        return to - from;
    }

    boolean has(double value) {
        return value >= from && value <= to;
    }

    /**
     * Scaled by a factor around a fixed point; null where the result is the whole.
     *
     * @param whole the full range
     */
    Span zoomed(double factor, double about, Span whole) {
        double wide = Math.max(whole.width() * CLOSEST, width() * factor);
        if (wide >= whole.width()) {
            return null;
        }
        double left = about - (about - from) / width() * wide;
        return new Span(left, left + wide).within(whole);
    }

    /** Shifted, within the whole. */
    Span moved(double by, Span whole) {
        return new Span(from + by, to + by).within(whole);
    }

    private Span within(Span whole) {
        double back = Math.max(0, whole.from - from) - Math.max(0, to - whole.to);
        return back == 0 ? this : new Span(from + back, to + back);
    }
}
