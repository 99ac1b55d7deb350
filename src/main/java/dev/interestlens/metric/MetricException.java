package dev.interestlens.metric;

/** The input of a metric is invalid. */
public final class MetricException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Fault {
        LENGTHS("arrays of different length"),
        NOT_FINITE("score is NaN or infinite"),
        LABEL("label is neither 0 nor 1"),
        RANGE("score outside [0,1]");

        private final String text;

        Fault(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public MetricException(Fault fault) {
        super(fault.text());
    }
}
