package dev.interestlens.recommend;

import dev.interestlens.metric.FullRanking;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The recommendations for a person. Items are given by their places in the catalogue. Arrays are not copied and must not be changed.
 *
 * @param readable which behaviours were read
 * @param logits of every item of the catalogue
 * @param open which items could be in the list
 * @param best the items with the best scores, best first
 * @param chosen the list: the same, or diversified
 */
public record TopList(
        Person person, Filter filter, boolean[] readable, float[] logits, boolean[] open, int[] best, int[] chosen) {

    public int size() {
        return chosen.length;
    }

    /** How many items could be in the list. */
    public int candidates() {
        int count = 0;
        for (boolean each : open) {
            count += each ? 1 : 0;
        }
        return count;
    }

    /** Rank by score among the items that could be in the list and this one, from 1; equal scores rank before it. */
    public int rank(int place) {
        FullRanking.Rank rank = FullRanking.rank(logits, place, open);
        return rank.better() + rank.tied();
    }

    /** Place in the list, from 0; −1 where it is not in it. */
    public int indexOf(int place) {
        OptionalInt found = java.util.stream.IntStream.range(0, chosen.length)
                .filter(i -> chosen[i] == place)
                .findFirst();
        return found.orElse(-1);
    }

    public double score(int place) {
        return sigmoid(logits[place]);
    }

    /** The cost of diversity: how far the mean score of the list is below that of the best items. */
    public double cost() {
        return mean(best) - mean(chosen);
    }

    private double mean(int[] places) {
        return Arrays.stream(places).mapToDouble(this::score).average().orElse(0);
    }

    static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
