package dev.interestlens.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How a model ranked the whole catalogue for each true item, one entry each, user by user; enough to compare it with other rankings later.
 *
 * @param users number of the user
 * @param positions of the true item in the user's sequence
 * @param items id of the true item
 * @param better items that scored higher
 * @param tied items with the same score, the true one among them
 * @param ranked items that were ranked
 * @param best ids of the best {@value CatalogueRanking#TOP}, best first
 * @param groups how the true item stands among parts of the catalogue; null in what older versions kept
 */
public record KeptRanking(
        int[] users,
        int[] positions,
        int[] items,
        int[] better,
        int[] tied,
        int[] ranked,
        int[][] best,
        Groups groups) {
    /**
     * Candidates beside the true item of each entry, counted or weighed.
     *
     * @param all of them
     * @param better those that score higher
     * @param equal those with the same score
     */
    public record Counts(long[] all, long[] better, long[] equal) {
        /** Both together. */
        Counts plus(Counts others) {
            return new Counts(sum(all, others.all), sum(better, others.better), sum(equal, others.equal));
        }

        private static long[] sum(long[] one, long[] other) {
            return IntStream.range(0, one.length)
                    .mapToLong(i -> one[i] + other[i])
                    .toArray();
        }

        /** How often the true item scores better than one of them, half of the ties with it; NaN where there are none. */
        double auc(int entry) {
            return all[entry] == 0 ? Double.NaN : 1 - (better[entry] + equal[entry] / 2.0) / all[entry];
        }
    }

    /**
     * How the true items stand among parts of the catalogue.
     *
     * @param events what was ranked, each item as often as training has it
     * @param met items that the user has met, which were not ranked
     * @param category what was ranked and has the first category of the true item; null where items have none
     */
    public record Groups(Counts events, Counts met, Counts category) {}

    public KeptRanking {
        for (int length : new int[] {positions.length, items.length, better.length, tied.length, ranked.length}) {
            if (length != users.length || best.length != users.length) {
                throw new MetricException(MetricException.Fault.LENGTHS);
            }
        }
    }

    /** Without groups. */
    public KeptRanking(
            int[] users, int[] positions, int[] items, int[] better, int[] tied, int[] ranked, int[][] best) {
        this(users, positions, items, better, tied, ranked, best, null);
    }

    /** What was ranked beside the true items. */
    Counts open() {
        return new Counts(less(ranked, 1), less(better, 0), less(tied, 1));
    }

    private static long[] less(int[] of, int by) {
        return Arrays.stream(of).mapToLong(each -> each - by).toArray();
    }

    public int size() {
        return users.length;
    }

    /** The rank of an entry's true item. */
    public FullRanking.Rank rank(int entry) {
        return new FullRanking.Rank(better[entry], tied[entry]);
    }

    /** A figure of each entry. */
    public double[] values(RankingMetric figure) {
        return IntStream.range(0, size())
                .mapToDouble(entry -> figure.of(rank(entry), ranked[entry]))
                .toArray();
    }

    /** The negative logarithm of each true item's expected rank: differences tell by what factor it rises. */
    public double[] heights() {
        return IntStream.range(0, size())
                .mapToDouble(entry -> -Math.log(rank(entry).expected()))
                .toArray();
    }

    /** The share of another model's best items that are not among the best of this one; 0 where nothing was ranked. */
    public double replaced(KeptRanking other) {
        double sum = 0;
        for (int entry = 0; entry < size(); entry++) {
            int[] mine = best[entry];
            sum += Arrays.stream(other.best[entry])
                            .filter(item -> Arrays.stream(mine).noneMatch(own -> own == item))
                            .count()
                    / (double) Math.max(1, other.best[entry].length);
        }
        return sum / Math.max(1, size());
    }
}
