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
 */
public record KeptRanking(
        int[] users, int[] positions, int[] items, int[] better, int[] tied, int[] ranked, int[][] best) {

    /** How high a true item stands. */
    public enum Figure {
        NDCG10,
        /** The reciprocal rank among all items. */
        MRR,
        /** The share of the other items below it; those with the same score count half. */
        AUC;

        double of(FullRanking.Rank rank, int ranked) {
            return switch (this) {
                case NDCG10 -> rank.ndcg(CatalogueRanking.TOP);
                case MRR -> rank.mean(ranked, place -> 1.0 / place);
                case AUC -> 1 - (rank.expected() - 1) / Math.max(1, ranked - 1);
            };
        }
    }

    public KeptRanking {
        for (int length : new int[] {positions.length, items.length, better.length, tied.length, ranked.length}) {
            if (length != users.length || best.length != users.length) {
                throw new MetricException(MetricException.Fault.LENGTHS);
            }
        }
    }

    public int size() {
        return users.length;
    }

    /** The rank of an entry's true item. */
    public FullRanking.Rank rank(int entry) {
        return new FullRanking.Rank(better[entry], tied[entry]);
    }

    /** A figure of each entry. */
    public double[] values(Figure figure) {
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
