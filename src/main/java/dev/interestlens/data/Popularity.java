package dev.interestlens.data;

import java.util.Arrays;

/**
 * How events are distributed over items: the share of events that the most popular share of items has.
 *
 * @param items shares of items, ascending, from 0 to 1
 * @param events the share of all events that these items have
 */
public record Popularity(double[] items, double[] events) {

    private static final int POINTS = 200;

    /** Counts all events; takes half a second for a hundred million. */
    public static Popularity of(PreparedDataset data) {
        int[] counts = new int[data.items()];
        for (long event = 0; event < data.events(); event++) {
            counts[data.eventItem(event) - Field.FIRST]++;
        }
        Arrays.sort(counts);
        int points = Math.min(POINTS, counts.length);
        double[] items = new double[points + 1];
        double[] events = new double[points + 1];
        long sum = 0;
        int taken = 0;
        for (int point = 1; point <= points; point++) {
            // Denser at the beginning, where the curve bends: squares of equidistant values.
            int upTo = (int) Math.max(taken, Math.round(counts.length * Math.pow((double) point / points, 2)));
            for (; taken < upTo; taken++) {
                sum += counts[counts.length - 1 - taken];
            }
            items[point] = (double) taken / counts.length;
            events[point] = (double) sum / Math.max(1, data.events());
        }
        return new Popularity(items, events);
    }

    /** The share of events of the most popular share of items, interpolated linearly. */
    public double at(double share) {
        int at = Arrays.binarySearch(items, share);
        if (at >= 0) {
            return events[at];
        }
        int above = Math.min(items.length - 1, -at - 1);
        int below = Math.max(0, above - 1);
        double width = items[above] - items[below];
        double part = width == 0 ? 0 : (share - items[below]) / width;
        return events[below] + part * (events[above] - events[below]);
    }
}
