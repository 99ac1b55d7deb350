package dev.interestlens.recommend;

import java.util.Set;

/**
 * What may be recommended.
 *
 * @param seen also what the person touched before
 * @param cold also what training does not know: to the model such items differ by their fields alone
 * @param categories only items of one of these, by id; empty for all
 * @param popularity which items by popularity
 */
public record Filter(boolean seen, boolean cold, Set<Integer> categories, Popularity popularity) {
    /** Unseen items that training knows. */
    public static final Filter DEFAULT = new Filter(false, false, Set.of(), Popularity.ALL);

    /** Which items by their training events. */
    public enum Popularity {
        ALL,
        /** The most popular tenth. */
        HEAD,
        /** The other nine tenths. */
        TAIL
    }

    public Filter {
        categories = Set.copyOf(categories);
    }

    public Filter withSeen(boolean also) {
        return new Filter(also, cold, categories, popularity);
    }

    public Filter withCold(boolean also) {
        return new Filter(seen, also, categories, popularity);
    }

    public Filter withCategories(Set<Integer> only) {
        return new Filter(seen, cold, only, popularity);
    }

    public Filter withPopularity(Popularity only) {
        return new Filter(seen, cold, categories, only);
    }
}
