package dev.interestlens.metric;

import java.util.Objects;

/** A metric's value, or the reason why it has none. */
public final class MetricValue {

    /** Why there is no value. */
    public enum Undefined {
        NO_SAMPLES("no samples"),
        ONE_CLASS("only one class"),
        NO_USER_WITH_BOTH_CLASSES("no user has both classes"),
        NO_USER_WITH_POSITIVE("no user has a positive");

        private final String text;

        Undefined(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    private final double value;
    private final Undefined undefined;

    private MetricValue(double value, Undefined undefined) {
        this.value = value;
        this.undefined = undefined;
    }

    public static MetricValue of(double value) {
        return new MetricValue(value, null);
    }

    public static MetricValue undefined(Undefined reason) {
        return new MetricValue(Double.NaN, Objects.requireNonNull(reason));
    }

    public boolean isDefined() {
        return undefined == null;
    }

    /** The value; asking for one that is undefined is an error. */
    public double value() {
        if (undefined != null) {
            throw new IllegalStateException(undefined.text());
        }
        return value;
    }

    /** The value, or NaN where it is undefined: for plots and files that know NaN. */
    public double orNaN() {
        return value;
    }

    /** The value, or null where it is undefined: for JSON. */
    public Double orNull() {
        return undefined == null ? value : null;
    }

    @Override
    public String toString() {
        return undefined == null ? Double.toString(value) : undefined.text();
    }
}
