package dev.interestlens.metric;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Properties of lists of recommendations other than accuracy. NaN where a figure is not defined, as without categories.
 *
 * @param coverage share of the catalogue that is in some list
 * @param gini Gini index of how often each item is recommended: 0 where all are equally frequent, near 1 where a few items take everything
 * @param headShare share of the recommendations that lies in the most popular tenth of the catalogue
 * @param novelty mean of −log2 of the item's share of all training events, in bits
 * @param popularityLift mean popularity of the lists over that of the histories, minus 1; each user has the same weight
 * @param diversity mean over pairs within a list of 1 − the Jaccard index of their categories
 * @param calibration divergence KL(p‖q) of the categories p of a history from those q of its list, q mixed with a hundredth of p (Steck, RecSys 2018)
 */
public record ListStatistics(
        double coverage,
        double gini,
        double headShare,
        double novelty,
        double popularityLift,
        double diversity,
        double calibration) {

    private static final double MIXED = 0.01;

    /**
     * The catalogue.
     *
     * @param events training events of each item, at least one each
     * @param categories of each item, without repetition; null where there are none
     */
    public record Items(long[] events, int[][] categories) {
        int size() {
            return events.length;
        }
    }

    /**
     * Of all lists.
     *
     * @param lists places in the catalogue, one list a user
     * @param histories of the same users, places in the catalogue
     */
    public static ListStatistics of(List<int[]> lists, List<int[]> histories, Items items) {
        if (lists.size() != histories.size()) {
            throw new MetricException(MetricException.Fault.LENGTHS);
        }
        long[] counts = new long[items.size()];
        lists.forEach(list -> Arrays.stream(list).forEach(item -> counts[item]++));
        long all = Arrays.stream(counts).sum();
        double total = Arrays.stream(items.events()).sum();
        boolean[] head = head(items.events());
        long inHead = IntStream.range(0, counts.length)
                .filter(item -> head[item])
                .mapToLong(item -> counts[item])
                .sum();
        double bits = 0;
        for (int item = 0; item < counts.length; item++) {
            bits -= counts[item] == 0 ? 0 : counts[item] * Math.log(items.events()[item] / total) / Math.log(2);
        }
        return new ListStatistics(
                (double) Arrays.stream(counts).filter(count -> count > 0).count() / counts.length,
                gini(counts),
                (double) inHead / all,
                bits / all,
                lift(lists, histories, items),
                mean(lists, list -> diversity(list, items)),
                calibration(lists, histories, items));
    }

    /** Gini index of counts that may be 0. */
    static double gini(long[] counts) {
        long[] sorted = counts.clone();
        Arrays.sort(sorted);
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
            sum += sorted[i];
        }
        return weighted / (sorted.length * sum);
    }

    /** The most popular tenth, rounded up; of items with the same events the first ones. */
    public static boolean[] head(long[] events) {
        boolean[] head = new boolean[events.length];
        IntStream.range(0, events.length)
                .boxed()
                .sorted((a, b) -> Long.compare(events[b], events[a])) // stable
                .limit((events.length + 9) / 10)
                .forEach(item -> head[item] = true);
        return head;
    }

    private interface OfList {
        double of(int[] list);
    }

    /** Mean over the lists for which it is defined. */
    private static double mean(List<int[]> lists, OfList value) {
        return lists.stream()
                .mapToDouble(value::of)
                .filter(each -> !Double.isNaN(each))
                .average()
                .orElse(Double.NaN);
    }

    private static double lift(List<int[]> lists, List<int[]> histories, Items items) {
        return IntStream.range(0, lists.size())
                .filter(u -> histories.get(u).length > 0 && lists.get(u).length > 0)
                .mapToDouble(u -> popularity(lists.get(u), items) / popularity(histories.get(u), items) - 1)
                .average()
                .orElse(Double.NaN);
    }

    private static double popularity(int[] of, Items items) {
        return Arrays.stream(of)
                .mapToDouble(item -> items.events()[item])
                .average()
                .orElseThrow();
    }

    private static double diversity(int[] list, Items items) {
        if (items.categories() == null || list.length < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int a = 0; a < list.length; a++) {
            for (int b = 0; b < a; b++) {
                sum += 1 - jaccard(items.categories()[list[a]], items.categories()[list[b]]);
            }
        }
        return sum / (list.length * (list.length - 1) / 2.0);
    }

    private static double jaccard(int[] one, int[] other) {
        Set<Integer> union = new HashSet<>();
        Arrays.stream(one).forEach(union::add);
        long both = Arrays.stream(other).filter(union::contains).count();
        Arrays.stream(other).forEach(union::add);
        return union.isEmpty() ? 1 : (double) both / union.size();
    }

    private static double calibration(List<int[]> lists, List<int[]> histories, Items items) {
        if (items.categories() == null) {
            return Double.NaN;
        }
        int size = 1
                + Arrays.stream(items.categories())
                        .flatMapToInt(Arrays::stream)
                        .max()
                        .orElse(0);
        return IntStream.range(0, lists.size())
                .mapToDouble(u -> divergence(shares(histories.get(u), items, size), shares(lists.get(u), items, size)))
                .filter(each -> !Double.isNaN(each))
                .average()
                .orElse(Double.NaN);
    }

    /** Each item spreads one over its categories. */
    private static double[] shares(int[] of, Items items, int size) {
        double[] shares = new double[size];
        for (int item : of) {
            int[] its = items.categories()[item];
            Arrays.stream(its).forEach(category -> shares[category] += 1.0 / its.length);
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray(); // NaN where there are none
    }

    private static double divergence(double[] p, double[] q) {
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            double mixed = (1 - MIXED) * q[c] + MIXED * p[c];
            sum += p[c] == 0 ? 0 : p[c] * Math.log(p[c] / mixed);
        }
        return sum;
    }
}
