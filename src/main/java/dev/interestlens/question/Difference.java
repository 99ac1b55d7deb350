package dev.interestlens.question;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Numerals;
import dev.interestlens.measurement.compare.Spread;
import dev.interestlens.metric.Interval;
import dev.interestlens.store.ArrayFill;
import java.util.Optional;

/**
 * A mean difference with its 95 % interval, whose ends are NaN where there is none.
 *
 * @param count number of pairs
 */
public record Difference(double mean, double low, double high, int count) {
    /** What a difference shows. */
    public enum Verdict {
        ABOVE,
        BELOW,
        /** The interval contains 0, or there is none. */
        NOT_SHOWN;

        /** The end of the key of its sentence. */
        public String key() {
            return switch (this) {
                case ABOVE -> ".above";
                case BELOW -> ".below";
                case NOT_SHOWN -> ".notShown";
            };
        }
    }

    /** Of paired measurements with the same seeds. */
    public static Difference paired(double[] first, double[] second) {
        double[] differences = ArrayFill.doubles(first.length, i -> first[i] - second[i]);
        return of(differences);
    }

    /** Of measured differences, one for each seed. */
    public static Difference of(double[] differences) {
        Spread spread = Spread.of(differences);
        Optional<Interval> interval = spread.interval();
        return new Difference(
                spread.mean(),
                interval.map(Interval::low).orElse(Double.NaN),
                interval.map(Interval::high).orElse(Double.NaN),
                differences.length);
    }

    /** What it shows. */
    public Verdict verdict() {
        if (low > 0) {
            return Verdict.ABOVE;
        }
        return high < 0 ? Verdict.BELOW : Verdict.NOT_SHOWN;
    }

    /** {@code +0.021 [0.010, 0.032]}. */
    public Text words(int digits) {
        String mean = Numerals.signed(this.mean, digits);
        return Text.same(
                Double.isNaN(low)
                        ? mean
                        : mean + " [" + Numerals.fixed(low, digits) + ", " + Numerals.fixed(high, digits) + "]");
    }
}
