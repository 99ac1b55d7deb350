package dev.interestlens.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The mean difference of two rankings in many groups of users, tested at once. In each group t = Σd/√Σd² over its users. Random signs of the users'
 * differences give the distribution of the largest |t| over all groups (max-T, Westfall and Young 1993): its 95 % quantile is the bar for each
 * group. t of such signs has no heavier tails than a normal number in groups of any size, however many users do not differ.
 *
 * <p>Where differences between seeds of one model are given, the signs are drawn for these, and the bar is widened by the root mean square of their
 * own t, where that is above 1: what another seed changes in a whole group is more than drawing other users explains.
 *
 * @param bar of |t|, beyond which a group differs
 * @param widening factor in the bar for what another seed changes; 1 where no seeds are given
 * @param groups in the given order
 */
public record GroupTest(double bar, double widening, List<Found> groups) {
    public static final int RESAMPLES = 2000;
    public static final double CONFIDENCE = 0.95;
    /** How often the smallest visible loss would be seen. */
    public static final double POWER = 0.8;

    /** The normal quantile of the power. */
    private static final double POWER_QUANTILE = 0.8416212335729143;

    /** The fewest differing users from whom the spread of a group is known. */
    private static final int DIFFERING = 10;

    private static final long SEED = 1;

    /**
     * One group.
     *
     * @param users in the group
     * @param difference mean over these users
     * @param low end of the interval of all differences for which |t| is within the bar: that of all groups at once; NaN where the group is too small
     *     for the bar
     * @param smallestLoss that would be beyond the bar with a probability of {@link #POWER}; NaN where the group is too small for the bar
     */
    public record Found(int users, double difference, double low, double high, double smallestLoss) {
        /** Whether the difference is beyond the bar. */
        public boolean named() {
            return low > 0 || high < 0;
        }
    }

    public GroupTest {
        groups = List.copyOf(groups);
    }

    /**
     * Tests.
     *
     * @param users of each entry; entries of one user are adjacent
     * @param groups indices of entries in ascending order; the first group has all of them
     * @param differences of each entry
     * @param seeds differences of each entry between two seeds; may be empty
     */
    public static GroupTest of(int[] users, List<int[]> groups, double[] differences, List<double[]> seeds) {
        int[] numbers = numbers(users);
        List<Values> own = groups.stream()
                .map(group -> Values.of(group, numbers, differences))
                .toList();
        List<List<Values>> nulls = seeds.isEmpty()
                ? List.of(own)
                : seeds.stream()
                        .map(each -> groups.stream()
                                .map(group -> Values.of(group, numbers, each))
                                .toList())
                        .toList();
        double widening = seeds.isEmpty() ? 1 : widening(nulls);
        double bar = widening * quantile(nulls, numbers.length == 0 ? 0 : numbers[numbers.length - 1] + 1);
        return new GroupTest(
                bar,
                widening,
                own.stream().map(each -> each.found(bar, widening, own.get(0))).toList());
    }

    /** Users from 0 in the order of the entries. */
    private static int[] numbers(int[] users) {
        int[] numbers = new int[users.length];
        for (int i = 1; i < users.length; i++) {
            numbers[i] = numbers[i - 1] + (users[i] == users[i - 1] ? 0 : 1);
        }
        return numbers;
    }

    private static double widening(List<List<Values>> nulls) {
        return Math.sqrt(Math.max(
                1,
                nulls.stream()
                        .flatMap(List::stream)
                        .filter(each -> each.norm > 0)
                        .mapToDouble(each -> Math.pow(each.sum / each.norm, 2))
                        .average()
                        .orElse(1)));
    }

    /** Of the largest |t|; each draw takes the next of the null differences in turn. */
    private static double quantile(List<List<Values>> nulls, int users) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] largest = new double[RESAMPLES];
        long[] signs = new long[(users + Long.SIZE - 1) / Long.SIZE];
        for (int draw = 0; draw < RESAMPLES; draw++) {
            for (int word = 0; word < signs.length; word++) {
                signs[word] = random.nextLong();
            }
            for (Values each : nulls.get(draw % nulls.size())) {
                largest[draw] = Math.max(largest[draw], each.t(signs));
            }
        }
        Arrays.sort(largest);
        return largest[(int) Math.ceil(CONFIDENCE * (RESAMPLES + 1)) - 1];
    }

    /** The differences of one group's users: the mean over a user's entries; those that are not 0. */
    private record Values(int count, int[] users, double[] values, double sum, double norm) {
        static Values of(int[] group, int[] numbers, double[] differences) {
            List<Integer> users = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            int count = 0;
            for (int from = 0, to; from < group.length; from = to) {
                double sum = 0;
                for (to = from; to < group.length && numbers[group[to]] == numbers[group[from]]; to++) {
                    sum += differences[group[to]];
                }
                count++;
                if (sum != 0) {
                    users.add(numbers[group[from]]);
                    values.add(sum / (to - from));
                }
            }
            double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
            return new Values(
                    count,
                    users.stream().mapToInt(Integer::intValue).toArray(),
                    all,
                    Arrays.stream(all).sum(),
                    Math.sqrt(Arrays.stream(all).map(value -> value * value).sum()));
        }

        double t(long[] signs) {
            double signed = 0;
            for (int i = 0; i < users.length; i++) {
                signed += (signs[users[i] >> 6] >>> users[i] & 1) == 0 ? values[i] : -values[i];
            }
            return norm == 0 ? 0 : Math.abs(signed) / norm;
        }

        /** Population standard deviation over the group's users. */
        double spread() {
            double mean = sum / count;
            return Math.sqrt(Math.max(0, norm * norm / count - mean * mean));
        }

        /** |D − δ| ≤ bar · spread / √(n − bar²) is |t| ≤ bar, solved for the true difference δ. */
        Found found(double bar, double widening, Values all) {
            double mean = sum / count;
            double room = count - bar * bar;
            if (room <= 0) {
                return new Found(count, mean, Double.NaN, Double.NaN, Double.NaN);
            }
            double half = bar * spread() / Math.sqrt(room);
            double known = users.length < DIFFERING ? Math.max(spread(), all.spread()) : spread();
            double loss = known * (bar / Math.sqrt(room) + POWER_QUANTILE * widening / Math.sqrt(count));
            return new Found(count, mean, mean - half, mean + half, loss);
        }
    }
}
