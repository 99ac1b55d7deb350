package dev.interestlens.recommend;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Repeats;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.store.Problem;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which items may be recommended.
 *
 * @param seen whether to include items of the person's past
 * @param cold whether to include items that do not occur in training, which the model distinguishes only by their fields
 * @param categories only items of one of these, by id; empty for all
 * @param popularity restriction by popularity
 */
public record Filter(boolean seen, boolean cold, Set<Integer> categories, Popularity popularity)
        implements Serializable {
    /** New items that occur in training. */
    public static final Filter DEFAULT = new Filter(false, false, Set.of(), Popularity.ALL);

    private static final int NAMED = 20;

    /** What the full ranking of these samples counts: items that occur in training, those of the person's past only where the log has many repeats. */
    public static Filter usual(SampleSet samples) {
        return DEFAULT.withSeen(samples.repeats() == Repeats.ALL);
    }

    /** In how many ways it differs from another one, such as that which is usual for a log. */
    public int differences(Filter other) {
        return (seen == other.seen ? 0 : 1)
                + (cold == other.cold ? 0 : 1)
                + (categories.equals(other.categories) ? 0 : 1)
                + (popularity == other.popularity ? 0 : 1);
    }

    /** Restrictions by training events. */
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

    /**
     * Ids of categories by their English names, ignoring case.
     *
     * @throws dev.interestlens.store.ProblemException of kind USAGE naming the first unknown one, and some known ones
     */
    public static Set<Integer> categories(PreparedDataset data, Collection<String> names) {
        int size = data.schema().hasCategory()
                ? data.schema().itemFields().get(Schema.CATEGORY).size()
                : 0;
        Set<Integer> ids = new HashSet<>();
        for (String name : names) {
            ids.add(IntStream.range(Field.FIRST, size)
                    .filter(id -> data.categoryName(id).equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> Problem.usage(Filter.class, "noSuchCategory")
                            .value(name)
                            .exception("known", first(data, size))));
        }
        return ids;
    }

    private static String first(PreparedDataset data, int size) {
        return IntStream.range(Field.FIRST, size)
                .limit(NAMED)
                .mapToObj(data::categoryName)
                .collect(Collectors.joining(", "));
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
