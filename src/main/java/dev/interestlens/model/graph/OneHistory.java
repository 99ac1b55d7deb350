package dev.interestlens.model.graph;

import dev.interestlens.data.Field;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import java.util.Optional;

/**
 * What each of many candidates reads of one user's history, whose part of the search was computed before. N candidates, L positions, R positions that are
 * read, S of the search's space, K values of a category.
 */
final class OneHistory extends GraphReading {
    /** No category has this number. */
    private static final float NONE = -5;

    private final Graph g;
    private final ReadingConfig config;
    private final Value older;

    /**
     * @param mask of the history, (1, L), perhaps with padding at its end
     * @param keys of the search: (1, L, S), or categories (1, L) or (1, L, K), or null where it has none
     * @param wanted what the candidates look for: (N, S), or categories (N) or (N, K)
     * @param category the field, where the search is by category
     */
    OneHistory(Graph g, ReadingConfig config, Value mask, Value keys, Value wanted, Field category) {
        super(g, config);
        this.g = g;
        this.config = config;
        Value length = g.wholes(g.sum(mask, 1)); // (1)
        older = g.clip(g.subtract(length, whole(config.recent())), 0, Long.MAX_VALUE);
        Optional<Value> found = Optional.empty();
        if (config.kind() == ReadingConfig.Kind.DOT) {
            found = Optional.of(best(products(keys, wanted), Optional.empty()));
        } else if (config.kind() == ReadingConfig.Kind.CATEGORY) {
            found = Optional.of(best(sharing(keys, wanted, category), Optional.of(0.5)));
        }
        Value each = g.wholes(g.zeros(wanted, 1)); // (N, 1)
        read(g.add(g.unsqueeze(length, 1), each), found);
    }

    /** Rows of the behaviours that are searched, newest first; of another one where there are none: (1, L, …) -> (1, max(older, 1), …). */
    private Value newestFirst(Value each) {
        return g.turned(each, g.clip(older, 1, Long.MAX_VALUE));
    }

    /** Newest first: (N, older). */
    private Value products(Value keys, Value wanted) {
        return g.matmul(wanted, g.permute(g.squeeze(newestFirst(keys), 0), 1, 0));
    }

    /** 1 where a category is shared, newest first: (N, older). */
    private Value sharing(Value categories, Value wanted, Field category) {
        int width = category.width();
        Value asked = g.numbers(width == 1 ? g.unsqueeze(wanted, 1) : wanted); // (N, K)
        float[] numbers = new float[category.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i == Field.PADDING ? NONE : i;
        }
        Value all = g.constant(numbers, 1, numbers.length);
        Value has = null; // (N, categories)
        for (int k = 0; k < width; k++) {
            Value difference = g.subtract(g.slice(asked, 1, k, k + 1L), all);
            Value same = g.floor(g.complement(g.multiply(difference, difference)), 0);
            has = has == null ? same : g.add(has, same);
        }
        Value table = g.permute(has, 1, 0); // (categories, N)
        Value each = width == 1 ? g.unsqueeze(categories, 2) : categories; // (1, L, K)
        Value ids = g.squeeze(newestFirst(each), 0); // (older, K)
        Value shared = null; // (older, N)
        for (int k = 0; k < width; k++) {
            Value of = g.rows(table, g.squeeze(g.slice(ids, 1, k, k + 1L), 1));
            shared = shared == null ? of : g.add(shared, of);
        }
        Value any = width == 1 ? shared : g.complement(g.floor(g.complement(shared), 0));
        return g.permute(any, 1, 0);
    }

    /**
     * Behaviours behind each of the best, unordered, −1 where there are fewer: (N, retrieved).
     *
     * @param above what a score must exceed, where not every older behaviour counts
     */
    private Value best(Value newestFirst, Optional<Double> above) {
        Value best = g.best(newestFirst, g.clip(older, 0, config.retrieved())); // (N, found)
        Value one = g.add(best, whole(config.recent() + 1L));
        if (above.isPresent()) {
            one = g.multiply(one, above(g.pick(newestFirst, best), above.get()));
        }
        return g.subtract(g.pad(one, config.retrieved()), whole(1));
    }

    /** (1, L) or (1, L, width) -> (N, R) or (N, R, width); what stands behind what is read is hidden by the mask. */
    @Override
    Value chosen(Value whole, int width) {
        Value table = g.squeeze(whole.rank() == 2 ? g.unsqueeze(whole, 2) : whole, 0); // (L, width)
        Value rows = g.rows(table, steps());
        return whole.rank() == 2 ? g.squeeze(rows, 2) : rows;
    }
}
