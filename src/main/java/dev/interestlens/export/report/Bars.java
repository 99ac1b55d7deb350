package dev.interestlens.export.report;

import dev.interestlens.explain.HistoryRow;
import java.util.List;

/** How long the bars of Look and Effect are: shares of the largest of their kind, over the whole history. */
final class Bars {
    private final double mostLook;
    private final double mostPoints;
    private final boolean signedLook;
    private final double even;

    /** @param even an even share of what falls on the history; NaN where weights are no shares */
    Bars(List<HistoryRow> history, double even) {
        mostLook =
                history.stream().mapToDouble(row -> Math.abs(row.look())).max().orElse(0);
        mostPoints = history.stream()
                .mapToDouble(row -> Math.abs(row.points()))
                .max()
                .orElse(0);
        signedLook = history.stream().anyMatch(row -> row.look() < 0);
        this.even = even;
    }

    /** −1 … 1. */
    double look(HistoryRow row) {
        return share(row.look(), mostLook);
    }

    /** −1 … 1. */
    double effect(HistoryRow row) {
        return share(row.points(), mostPoints);
    }

    /** Where an even share lies, or NaN where there is none or it lies beyond the longest bar. */
    double even() {
        return Double.isNaN(even) || signedLook || even > mostLook ? Double.NaN : share(even, mostLook);
    }

    /** The largest weight, without its sign. */
    double mostLook() {
        return mostLook;
    }

    /** The largest change of the score, without its sign. */
    double mostPoints() {
        return mostPoints;
    }

    /** Whether Look needs a zero in the middle. */
    boolean signedLook() {
        return signedLook;
    }

    private static double share(double value, double most) {
        return most == 0 ? 0 : value / most;
    }
}
