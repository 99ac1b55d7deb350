package dev.interestlens.metric;

import java.util.Arrays;

/**
 * How many candidates a ranking metric ranks among: rows of a user, over the users with a positive. With sampled negatives these are far fewer than
 * the catalogue has, and the figures are higher accordingly.
 *
 * @param min smallest list, 0 where there is none
 * @param median the lower of the two middle ones
 * @param max largest list
 */
public record ListSizes(int min, int median, int max) {
    public ListSizes {
        if (min < 0 || median < min || max < median) {
            throw new IllegalArgumentException(min + " ≤ " + median + " ≤ " + max);
        }
    }

    public static ListSizes of(ScoredSamples samples) {
        int[] sizes = Arrays.stream(samples.byUser())
                .filter(user -> Arrays.stream(user).anyMatch(samples::positive))
                .mapToInt(user -> user.length)
                .sorted()
                .toArray();
        return sizes.length == 0
                ? new ListSizes(0, 0, 0)
                : new ListSizes(sizes[0], sizes[(sizes.length - 1) / 2], sizes[sizes.length - 1]);
    }

    /** Whether all lists are of one size. */
    public boolean uniform() {
        return min == max;
    }
}
