package dev.interestlens.ui.data;

/** How a leak probe is interpreted: no leak is an AUC near 0.5, or a count of 0. */
enum Probe {
    AUC {
        @Override
        boolean isHarmless(double value) {
            return Double.isNaN(value) || Math.abs(value - 0.5) <= NEAR;
        }
    },
    COUNT {
        @Override
        boolean isHarmless(double value) {
            return value == 0;
        }
    };

    private static final double NEAR = 0.05;

    abstract boolean isHarmless(double value);

    /** The kind of a probe of {@link dev.interestlens.data.protocol.probe.LeakProbes#figures}. */
    static Probe of(String name) {
        return switch (name) {
            case "historyAfterTarget", "historyTies", "eventInTwoParts" -> COUNT;
            default -> AUC;
        };
    }
}
