package dev.interestlens.ui.control;

import java.util.List;
import java.util.Objects;

/**
 * Means with their intervals, a row each; the first stands out.
 *
 * @param digits decimals of the figures beside the rows
 */
public record IntervalData(List<Row> rows, int digits) {

    /** One row; the ends are NaN where there is no interval. */
    public record Row(String name, double mean, double low, double high) {
        public Row {
            Objects.requireNonNull(name);
        }
    }

    public IntervalData {
        rows = rows.stream().filter(row -> Double.isFinite(row.mean())).toList();
    }

    public static IntervalData empty() {
        return new IntervalData(List.of(), 2);
    }

    /** Least value of the scale, at most 0. */
    double low() {
        double least = 0;
        for (Row row : rows) {
            least = Math.min(least, Math.min(row.mean(), Double.isFinite(row.low()) ? row.low() : 0));
        }
        return least;
    }

    /** Greatest value of the scale, above the least. */
    double high() {
        double most = 0;
        for (Row row : rows) {
            most = Math.max(most, Math.max(row.mean(), Double.isFinite(row.high()) ? row.high() : 0));
        }
        return Math.max(most, low() + 1e-9);
    }
}
