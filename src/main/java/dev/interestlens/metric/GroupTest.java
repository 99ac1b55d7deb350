package dev.interestlens.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The mean difference of two rankings in many groups of users, by one or several figures, tested at once. Users with the same true item gain and lose together, so that their
 * differences are summed: in each group z says how far the sum of these sums is from that of random signs ({@link RandomSigns}). Random signs of the
 * true items, the same for all figures, give the distribution of the largest z over all groups and figures (Westfall and Young 1993); its 95 % quantile is
 * the bar.
 *
 * <p>Another seed changes more than that in some kinds of groups, such as those by popularity. Where seeds of one model are given, the signs are drawn
 * for their differences, and the bar of a kind is widened by the root mean square of t = Σs/√Σs² between the seeds, s less what moves all users, times the
 * ratio of Student's and the normal quantile since this is known from few numbers, where that is above 1. As little is known of a kind with few groups,
 * some further values of t are taken to have the mean square that chance gives, 1. And another seed shifts all users together, which more users do not
 * average out: what the mean differences of all users have beyond chance, times Student's quantile of their few seeds, moves the ends of their interval outward. A
 * group loses or gains only if it does so beside everybody, too: as much of the difference of all users as such a shift explains is taken from its own.
 *
 * @param bar of z without widening
 * @param figures in the given order
 */
public record GroupTest(double bar, List<ByFigure> figures) {
    public static final int RESAMPLES = 2000;
    public static final double CONFIDENCE = 0.95;
    /** How often the smallest visible loss would be seen. */
    public static final double POWER = 0.8;

    /** The normal quantile of the power. */
    private static final double POWER_QUANTILE = 0.8416212335729143;

    /** The fewest differing items from which the spread of a group is known. */
    private static final int DIFFERING = 10;

    /** Of z at the end of an interval. */
    private static final double ACCURACY = 1e-11;

    private static final int MAX_STEPS = 100;

    private static final long SEED = 1;

    /**
     * A group to test.
     *
     * @param entries in ascending order
     * @param kinds what it is a group by: none of the group of all, two of a group in two others
     */
    public record Group(int[] entries, List<String> kinds) {
        public Group {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * A figure to test by.
     *
     * @param differences of each entry
     * @param seeds the figure of each entry by each seed of one model, two or more; or empty
     * @param expected for so many further values of t between seeds their mean square counts as 1, which it is where seeds change a kind of groups by
     *     chance only: most kinds have few groups
     */
    public record Differences(double[] differences, List<double[]> seeds, int expected) {
        public Differences {
            seeds = List.copyOf(seeds);
        }
    }

    /**
     * What one figure tells.
     *
     * @param shift of all users together that another seed explains; 0 where no seeds are given, or they differ by no more than users explain
     * @param groups in the given order
     */
    public record ByFigure(double shift, List<Found> groups) {
        public ByFigure {
            groups = List.copyOf(groups);
        }
    }

    /**
     * One group.
     *
     * @param users in the group
     * @param difference mean over these users
     * @param z of the sum of differences
     * @param widening of its bar for what another seed changes; 1 where no seeds are given
     * @param low end of the interval of all true differences for which z is within the bar, and that seeds do not explain: that of all groups at
     *     once; NaN where the group has too few items for the bar
     * @param smallestLoss that would be beyond the bar with a probability of {@link #POWER}; NaN as before
     */
    public record Found(
            int users, double difference, double z, double widening, double low, double high, double smallestLoss) {
        /** The same for differences that cannot be larger than one, in either direction. */
        public Found ofFractions() {
            return new Found(users, difference, z, widening, Math.max(-1, low), Math.min(1, high), smallestLoss);
        }

        /** Whether the difference is beyond the bar. */
        public boolean named() {
            return low > 0 || high < 0;
        }

        /** Whether this group would be named if no other were looked at. */
        public boolean differsAlone() {
            return z > StudentT.NORMAL * widening;
        }

        /** The interval holds also the differences less what moves everybody. */
        private Found beside(double common) {
            return new Found(
                    users,
                    difference,
                    z,
                    widening,
                    Math.min(low, low - common),
                    Math.max(high, high - common),
                    smallestLoss + Math.max(0, -common));
        }

        private Found shifted(double shift) {
            return new Found(
                    users,
                    difference,
                    z,
                    widening,
                    difference - Math.hypot(difference - low, shift),
                    difference + Math.hypot(high - difference, shift),
                    Math.hypot(smallestLoss, shift));
        }
    }

    public GroupTest {
        figures = List.copyOf(figures);
    }

    /**
     * Tests.
     *
     * @param users of each entry; entries of one user are adjacent
     * @param items of each entry
     * @param groups the first has all entries
     * @param figures all with as many seeds
     */
    public static GroupTest of(int[] users, int[] items, List<Group> groups, List<Differences> figures) {
        int[] numbers = numbers(items);
        List<Figure> all = figures.stream()
                .map(figure -> Figure.of(users, numbers, groups, figure))
                .toList();
        double bar = quantile(all, Arrays.stream(numbers).max().orElse(-1) + 1);
        return new GroupTest(
                bar, all.stream().map(figure -> figure.judged(groups, bar)).toList());
    }

    /**
     * The sums of all groups by one figure.
     *
     * @param own of the differences
     * @param nulls between each two seeds
     * @param seeds how many
     * @param expected as in {@link Differences}
     */
    private record Figure(List<Sums> own, List<List<Sums>> nulls, int seeds, int expected) {
        static Figure of(int[] users, int[] items, List<Group> groups, Differences figure) {
            List<List<Sums>> nulls = new ArrayList<>();
            List<double[]> seeds = figure.seeds();
            for (int i = 0; i < seeds.size(); i++) {
                for (int j = i + 1; j < seeds.size(); j++) {
                    nulls.add(sums(users, items, groups, minus(seeds.get(j), seeds.get(i))));
                }
            }
            return new Figure(sums(users, items, groups, figure.differences()), nulls, seeds.size(), figure.expected());
        }

        /** What the signs are drawn for: the differences between seeds, or else those that are tested. */
        List<List<Sums>> drawn() {
            return nulls.isEmpty() ? List.of(own) : nulls;
        }

        ByFigure judged(List<Group> groups, double bar) {
            double shift = shift(nulls, seeds);
            Map<String, Double> widening = new HashMap<>();
            List<Found> found = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                List<String> kinds = groups.get(g).kinds();
                double wide = kinds.isEmpty() ? widening(groups, kind -> true) : 1;
                for (String kind : kinds) {
                    wide = Math.max(wide, widening.computeIfAbsent(kind, of -> widening(groups, of::equals)));
                }
                Found each = own.get(g).found(bar, wide, own.get(0));
                double common = Math.max(-shift, Math.min(shift, own.get(0).mean()));
                found.add(g == 0 ? each.shifted(shift) : each.beside(common));
            }
            return new ByFigure(shift, found);
        }

        /** Of the groups of these kinds that are of one kind only. */
        private double widening(List<Group> groups, Predicate<String> kind) {
            double squares = 0;
            int count = 0;
            int different = 0;
            for (int g = 0; g < groups.size(); g++) {
                List<String> kinds = groups.get(g).kinds();
                if (kinds.size() == 1 && kind.test(kinds.get(0))) {
                    different++;
                    for (List<Sums> each : nulls) {
                        Sums of = each.get(g);
                        if (of.norm > 0) {
                            squares += of.squareBeside(each.get(0).mean());
                            count++;
                        }
                    }
                }
            }
            if (count == 0) {
                return 1;
            }
            int degrees = different * (seeds - 1);
            double square = (expected + degrees * squares / count) / (expected + degrees);
            return Math.max(1, StudentT.widening(expected + degrees) * Math.sqrt(square));
        }
    }

    /** Items from 0 in the order in which they come. */
    private static int[] numbers(int[] items) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return Arrays.stream(items)
                .map(item -> numbers.computeIfAbsent(item, key -> numbers.size()))
                .toArray();
    }

    private static double[] minus(double[] one, double[] other) {
        double[] differences = one.clone();
        Arrays.setAll(differences, entry -> one[entry] - other[entry]);
        return differences;
    }

    private static List<Sums> sums(int[] users, int[] items, List<Group> groups, double[] differences) {
        return groups.stream()
                .map(group -> Sums.of(group.entries(), users, items, differences))
                .toList();
    }

    /** From the differences of all users between seeds: their mean square less that of chance. */
    private static double shift(List<List<Sums>> nulls, int seeds) {
        double square = nulls.stream()
                .map(each -> each.get(0))
                .mapToDouble(all -> (all.sum() * all.sum() - all.norm * all.norm) / ((double) all.users * all.users))
                .average()
                .orElse(0);
        return square <= 0 ? 0 : StudentT.quantile(seeds - 1) * Math.sqrt(square);
    }

    /** Of the largest z; each draw takes the next of the null differences in turn. */
    private static double quantile(List<Figure> figures, int items) {
        List<List<List<RandomSigns>>> scales = figures.stream()
                .map(figure -> figure.drawn().stream()
                        .map(each -> each.stream()
                                .map(sums -> RandomSigns.of(sums.ofChanged()))
                                .toList())
                        .toList())
                .toList();
        SplittableRandom random = new SplittableRandom(SEED);
        double[] largest = new double[RESAMPLES];
        long[] signs = new long[(items + Long.SIZE - 1) / Long.SIZE];
        for (int draw = 0; draw < RESAMPLES; draw++) {
            for (int word = 0; word < signs.length; word++) {
                signs[word] = random.nextLong();
            }
            for (int f = 0; f < figures.size(); f++) {
                List<List<Sums>> drawn = figures.get(f).drawn();
                List<Sums> groups = drawn.get(draw % drawn.size());
                List<RandomSigns> scale = scales.get(f).get(draw % drawn.size());
                for (int g = 0; g < groups.size(); g++) {
                    largest[draw] =
                            Math.max(largest[draw], scale.get(g).z(groups.get(g).signed(signs)));
                }
            }
        }
        Arrays.sort(largest);
        return largest[(int) Math.ceil(CONFIDENCE * (RESAMPLES + 1)) - 1];
    }

    /**
     * The differences of one group, summed by item; a user with several entries counts as one, with a part for each.
     *
     * @param items with their sums and the users in them
     * @param changed indices of the sums that are not 0
     * @param norm root of the sum of squares
     */
    private record Sums(int users, int[] items, double[] sums, double[] sizes, int[] changed, double norm) {
        static Sums of(int[] entries, int[] users, int[] items, double[] differences) {
            Map<Integer, double[]> byItem = new LinkedHashMap<>();
            int count = 0;
            for (int from = 0, to; from < entries.length; from = to) {
                to = from;
                while (to < entries.length && users[entries[to]] == users[entries[from]]) {
                    to++;
                }
                count++;
                for (int i = from; i < to; i++) {
                    double[] sum = byItem.computeIfAbsent(items[entries[i]], key -> new double[2]);
                    sum[0] += differences[entries[i]] / (to - from);
                    sum[1] += 1.0 / (to - from);
                }
            }
            double[] sums = byItem.values().stream().mapToDouble(sum -> sum[0]).toArray();
            return new Sums(
                    count,
                    byItem.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    sums,
                    byItem.values().stream().mapToDouble(sum -> sum[1]).toArray(),
                    IntStream.range(0, sums.length).filter(i -> sums[i] != 0).toArray(),
                    Math.sqrt(HeldOutLogit.product(sums, sums)));
        }

        double sum() {
            return Arrays.stream(sums).sum();
        }

        double mean() {
            return sum() / users;
        }

        /** The square of t of what the sums are beside a mean of all users; 0 where they are no different. */
        double squareBeside(double all) {
            double[] beside = IntStream.range(0, sums.length)
                    .mapToDouble(i -> sums[i] - sizes[i] * all)
                    .toArray();
            double sum = Arrays.stream(beside).sum();
            double squares = HeldOutLogit.product(beside, beside);
            return squares > 0 ? sum * sum / squares : 0;
        }

        double signed(long[] signs) {
            double signed = 0;
            for (int i : changed) {
                signed += (signs[items[i] >> 6] >>> items[i] & 1) == 0 ? sums[i] : -sums[i];
            }
            return signed;
        }

        /** The sums that are not 0. */
        double[] ofChanged() {
            return Arrays.stream(changed).mapToDouble(i -> sums[i]).toArray();
        }

        /** Sum of squares about the mean difference. */
        double squares() {
            double mean = mean();
            return Math.max(
                    0,
                    norm * norm
                            - 2 * mean * HeldOutLogit.product(sums, sizes)
                            + mean * mean * HeldOutLogit.product(sizes, sizes));
        }

        Found found(double plain, double widening, Sums all) {
            double bar = plain * widening;
            double mean = mean();
            double z = RandomSigns.z(sums);
            if (RandomSigns.z(sizes) <= bar) {
                return new Found(users, mean, z, widening, Double.NaN, Double.NaN, Double.NaN);
            }
            double low = mean - reach(-1, bar);
            double above = reach(1, bar);
            double visible = above; // a loss with differences like these about it
            double spread = squares();
            if (changed.length < DIFFERING) {
                double sizesSquared = HeldOutLogit.product(sizes, sizes);
                spread = Math.max(spread, all.squares() * sizesSquared / HeldOutLogit.product(all.sizes, all.sizes));
                visible = Math.max(visible, bar * Math.sqrt(spread) / users);
            }
            double loss = visible + POWER_QUANTILE * widening * Math.sqrt(spread) / users;
            return new Found(users, mean, z, widening, low, mean + above, loss);
        }

        /**
         * How far the true difference would lie from the mean, in this direction, if z were the bar. Where k users have the item of the sum s, the terms
         * beside a true difference δ are s − kδ.
         */
        private double reach(int direction, double bar) {
            double mean = mean();
            DoubleUnaryOperator beyond = distance -> RandomSigns.z(IntStream.range(0, sums.length)
                            .mapToDouble(i -> sums[i] - sizes[i] * (mean + direction * distance))
                            .toArray())
                    - bar;
            double inside = 0;
            double outside = bar * norm / users;
            while (norm > 0 && beyond.applyAsDouble(outside) < 0) {
                inside = outside;
                outside *= 2;
            }
            return norm > 0 ? root(beyond, inside, outside) : 0;
        }

        /** By the Illinois form of false position. */
        private static double root(DoubleUnaryOperator of, double inside, double outside) {
            double other = inside;
            double atOther = of.applyAsDouble(inside);
            double best = outside;
            double atBest = of.applyAsDouble(outside);
            for (int step = 0; step < MAX_STEPS && Math.abs(atBest) > ACCURACY; step++) {
                double next = best - atBest * (best - other) / (atBest - atOther);
                double atNext = of.applyAsDouble(next);
                if (atNext * atBest < 0) {
                    other = best;
                    atOther = atBest;
                } else {
                    atOther /= 2;
                }
                best = next;
                atBest = atNext;
            }
            return best;
        }
    }
}
