package dev.interestlens.api;

import java.util.Objects;
import java.util.Set;

/**
 * Which items may be recommended, and how many.
 *
 * @param count items of a list, 1 to 1,000
 * @param reasons whether to find the behaviours that raise each item most, and a sentence about the list; takes several times as long
 * @param seen whether items of the user's own history may be in the list
 * @param cold whether items that do not occur in training may be in the list
 * @param categories English names of categories, one of which an item must have; empty for all
 * @param diversity 0 for the best scores, up to 1 for items as unlike each other as can be
 */
public record RecommendOptions(
        int count, boolean reasons, boolean seen, boolean cold, Set<String> categories, double diversity) {
    private static final int MAX = 1_000;

    /** Refuses what is out of range. */
    public RecommendOptions {
        Objects.requireNonNull(categories);
        categories = Set.copyOf(categories);
        if (count < 1 || count > MAX) {
            throw new IllegalArgumentException("count must be 1 to " + MAX + ", not " + count);
        }
        if (!(diversity >= 0 && diversity <= 1)) {
            throw new IllegalArgumentException("diversity must be 0 to 1, not " + diversity);
        }
    }

    /**
     * The best items that occur in training and not in the user's history, without reasons.
     *
     * @param count items of a list, 1 to 1,000
     * @return the options
     */
    public static RecommendOptions top(int count) {
        return new RecommendOptions(count, false, false, false, Set.of(), 0);
    }

    /**
     * Adds reasons and a sentence.
     *
     * @return the same options with them
     */
    public RecommendOptions withReasons() {
        return new RecommendOptions(count, true, seen, cold, categories, diversity);
    }

    /**
     * Allows items of the user's own history.
     *
     * @return the same options with them
     */
    public RecommendOptions withSeen() {
        return new RecommendOptions(count, reasons, true, cold, categories, diversity);
    }

    /**
     * Allows items that do not occur in training.
     *
     * @return the same options with them
     */
    public RecommendOptions withCold() {
        return new RecommendOptions(count, reasons, seen, true, categories, diversity);
    }

    /**
     * Restricts the list to some categories.
     *
     * @param names English names, whatever the case; empty for all
     * @return the same options with them
     */
    public RecommendOptions inCategories(Set<String> names) {
        return new RecommendOptions(count, reasons, seen, cold, names, diversity);
    }

    /**
     * Makes items of a list unlike each other.
     *
     * @param share 0 for the best scores, up to 1
     * @return the same options with it
     */
    public RecommendOptions withDiversity(double share) {
        return new RecommendOptions(count, reasons, seen, cold, categories, share);
    }
}
