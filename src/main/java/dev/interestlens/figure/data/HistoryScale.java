package dev.interestlens.figure.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The scale of the bars of a history, so that two of them can be compared.
 *
 * @param look the largest weight
 * @param low the lowest end of the bars of Effects, at most 0
 * @param high the highest one, at least 0
 */
public record HistoryScale(double look, double low, double high) {
    /** A scale for all values of these histories, including ghosts. */
    public static HistoryScale of(List<HistoryData> histories) {
        double look = 0;
        double low = 0;
        double high = 0;
        for (HistoryData each : histories) {
            look = Math.max(look, Double.isNaN(each.reference()) ? 0 : each.reference());
            for (HistoryData.Bars bars : List.of(each.bars(), each.ghosts())) {
                look = Math.max(look, finite(bars.look()).map(Math::abs).max().orElse(0));
                low = Math.min(low, finite(bars.effect()).min().orElse(0));
                high = Math.max(high, finite(bars.effect()).max().orElse(0));
            }
            for (int j = 0; each.isSplit() && j < each.size(); j++) { // parts of opposite signs reach beyond their sum
                low = Math.min(
                        low,
                        Arrays.stream(each.parts(j))
                                .map(part -> Math.min(0, part))
                                .sum());
                high = Math.max(
                        high,
                        Arrays.stream(each.parts(j))
                                .map(part -> Math.max(0, part))
                                .sum());
            }
        }
        return new HistoryScale(look, low, high);
    }

    private static DoubleStream finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite);
    }
}
