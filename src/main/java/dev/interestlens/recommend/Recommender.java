package dev.interestlens.recommend;

import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Catalogue;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.ListStatistics;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.Scorer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Ranks the whole catalogue for one person at a time. Items are given by their places in it. One thread at a time, the model's own; must be closed
 * before the model.
 */
public final class Recommender implements AutoCloseable {
    private final SampleSet samples;
    private final Catalogue catalogue;
    private final CatalogueScorer scorer;
    private final int[][] categories;
    private final boolean[] head;

    public Recommender(Scorer model, SampleSet samples) {
        this.samples = samples;
        catalogue = Catalogue.whole(samples);
        scorer = model.catalogue(catalogue.batch());
        categories = catalogue.categories();
        head = ListStatistics.head(catalogue.events());
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public SampleSet samples() {
        return samples;
    }

    CatalogueScorer scorer() {
        return scorer;
    }

    /** Vectors of items: their embeddings in the model, or their categories where it does not give these. */
    float[][] vectors(int[] places) {
        return scorer.vectors(places)
                .orElseGet(() ->
                        Arrays.stream(places).mapToObj(this::categoryVector).toArray(float[][]::new));
    }

    private float[] categoryVector(int place) {
        int size = categories == null
                ? 1
                : samples.data().schema().itemFields().get(Schema.CATEGORY).size();
        float[] vector = new float[size];
        for (int category : categories == null ? new int[0] : categories[place]) {
            vector[category] = 1;
        }
        return vector;
    }

    /** Training events of the item at a place. */
    public int events(int place) {
        return samples.trainingEvents(catalogue.item(place));
    }

    /** Whether it belongs to the most popular tenth. */
    public boolean inHead(int place) {
        return head[place];
    }

    /** Categories of each item by place; empty where items have none. */
    public Optional<int[][]> categories() {
        return Optional.ofNullable(categories);
    }

    /** Reasons why an item cannot be in the list. */
    public enum Closed {
        SEEN,
        COLD,
        CATEGORY,
        POPULARITY
    }

    /** The reason why the item at a place cannot be in the list of a person; empty where it can. */
    public Optional<Closed> closed(Person person, Filter filter, int place) {
        int item = catalogue.item(place);
        if (!filter.seen() && person.met().contains(item)) {
            return Optional.of(Closed.SEEN);
        }
        if (!filter.cold() && !samples.warm(item)) {
            return Optional.of(Closed.COLD);
        }
        if (!filter.categories().isEmpty()
                && (categories == null || Arrays.stream(categories[place]).noneMatch(filter.categories()::contains))) {
            return Optional.of(Closed.CATEGORY);
        }
        boolean passes = filter.popularity() == Filter.Popularity.ALL
                || head[place] == (filter.popularity() == Filter.Popularity.HEAD);
        return passes ? Optional.empty() : Optional.of(Closed.POPULARITY);
    }

    /** Which items can be in the list. */
    public boolean[] open(Person person, Filter filter) {
        boolean[] open = new boolean[catalogue.size()];
        for (int place = 0; place < open.length; place++) {
            open[place] = closed(person, filter, place).isEmpty();
        }
        return open;
    }

    /** The logit of every item when only some behaviours can be read. */
    public float[] logits(Person person, boolean[] readable) {
        return scorer.logits(person.batch().keeping(readable));
    }

    /** The same; empty where it was interrupted. */
    Optional<float[]> logits(Person person, boolean[] readable, BooleanSupplier interrupted) {
        return scorer.logits(person.batch().keeping(readable), interrupted);
    }

    /** The best items for a whole history. */
    public TopList top(Person person, Filter filter, int count) {
        return top(person, filter, count, 0, all(person));
    }

    /**
     * The best items.
     *
     * @param count at most so many
     * @param diversity 0 for the best scores, up to 1 for items as unlike each other as possible
     * @param readable which behaviours can be read
     */
    public TopList top(Person person, Filter filter, int count, double diversity, boolean[] readable) {
        return top(person, filter, count, diversity, readable, () -> false).orElseThrow();
    }

    /** The same; empty where it was interrupted. */
    public Optional<TopList> top(
            Person person,
            Filter filter,
            int count,
            double diversity,
            boolean[] readable,
            BooleanSupplier interrupted) {
        return logits(person, readable, interrupted).map(logits -> {
            boolean[] open = open(person, filter);
            int[] best = FullRanking.best(logits, open, count);
            int[] chosen = diversity == 0 ? best : new Diversity(this, diversity).choose(logits, open, count);
            return new TopList(person, filter, readable, logits, open, best, chosen);
        });
    }

    /** Every behaviour of a person can be read. */
    public static boolean[] all(Person person) {
        boolean[] all = new boolean[person.behaviours()];
        Arrays.fill(all, true);
        return all;
    }

    @Override
    public void close() {
        scorer.close();
    }
}
