package dev.interestlens.figure;

/** Round numbers along an axis. */
public record Ticks(double first, double step, int count) {
    /** At most about {@code most} of them between two values. */
    public static Ticks between(double low, double high, int most) {
        double rough = (high - low) / Math.max(1, most);
        if (!(rough > 0) || Double.isInfinite(rough)) {
            return new Ticks(low, 1, 1);
        }
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double factor : new double[] {1, 2, 5, 10}) {
            step = power * factor;
            if (step >= rough * 0.999) {
                break;
            }
        }
        double first = Math.ceil(low / step - 1e-9) * step;
        return new Ticks(first, step, (int) Math.floor((high - first) / step + 1e-9) + 1);
    }

    /** Likewise, the first at or below all values and the last at or above them; for equal values the axis begins at 0. */
    public static Ticks around(double low, double high, int most) {
        boolean flat = high - low <= 1e-3 * Math.max(Math.abs(low), Math.abs(high));
        double least = flat ? Math.min(0, low) : low;
        double greatest = flat ? Math.max(0, high) : high;
        if (least == greatest) {
            return new Ticks(0, 1, 2);
        }
        double step = between(least, greatest, most).step();
        double first = Math.floor(least / step + 1e-9) * step;
        int count = (int) Math.ceil((greatest - first) / step - 1e-9) + 1;
        return new Ticks(first, step, Math.max(2, count));
    }

    /** For counts: whole numbers from 0 on, the last one at or above the highest. */
    public static Ticks ofCounts(double highest, int most) {
        double reached = Math.max(1, highest);
        double step = Math.max(1, Math.rint(between(0, reached, most).step()));
        return new Ticks(0, step, (int) Math.ceil(reached / step - 1e-9) + 1);
    }

    /** The last of them. */
    public double last() {
        return at(count - 1);
    }

    public double at(int n) {
        return first + n * step;
    }

    /** With the decimals that the step needs. */
    public String text(int n) {
        double value = at(n);
        if (Math.abs(value) >= 10_000 && step >= 100) {
            return Numerals.fixed(value / 1000, step % 1000 == 0 ? 0 : 1) + "k";
        }
        int decimals = decimals(step);
        double shown = Math.abs(value) < step / 1e6 ? 0 : value;
        return Numerals.fixed(shown, decimals);
    }

    /** The decimals needed to distinguish neighbours exactly. */
    private static int decimals(double step) {
        int decimals = 0;
        double scaled = step;
        while (decimals < 8 && Math.abs(scaled - Math.rint(scaled)) > 1e-6) {
            decimals++;
            scaled *= 10;
        }
        return decimals;
    }
}
