package dev.interestlens.measurement.gate;

import dev.interestlens.figure.data.IntervalData;
import java.util.List;

/** The groups of a gate as intervals to be drawn, in the window and on a page. */
public final class GateIntervals {
    private static final int DIGITS = 3;

    private GateIntervals() {}

    /** Differences of the figure; the first group, everybody, leads. */
    public static IntervalData differences(List<Gate.Group> groups) {
        return new IntervalData(
                        groups.stream()
                                .map(group -> new IntervalData.Row(
                                        GateWords.label(group),
                                        group.found().difference(),
                                        group.found().low(),
                                        group.found().high()))
                                .toList(),
                        DIGITS)
                .withLead();
    }

    /** Of the groups that their ranks alone name: by how many percent further down their true items stand. */
    public static IntervalData ranks(List<Gate.Group> groups) {
        return new IntervalData(
                groups.stream()
                        .filter(Gate.Group::byRanksAlone)
                        .map(group -> new IntervalData.Row(
                                group.name(),
                                percent(group.rankFactor().times()),
                                percent(group.rankFactor().low()),
                                percent(group.rankFactor().high())))
                        .toList(),
                0);
    }

    private static double percent(double factor) {
        return 100 * (factor - 1);
    }
}
