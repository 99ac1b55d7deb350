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
    private final Value mask;
    private final Value older;

    /**
     * @param mask of the history, (1, L), with padding at its end for as many as are retrieved
     * @param keys of the search: (1, L, S), or categories (1, L) or (1, L, K), or null where it has none
     * @param wanted what the candidates look for: (N, S), or categories (N) or (N, K)
     * @param category the field, where the search is by category
     */
    OneHistory(Graph g, ReadingConfig config, Value mask, Value keys, Value wanted, Field category) {
        super(g, config);
        this.g = g;
        this.config = config;
        this.mask = mask;
        Value length = g.unsqueeze(g.wholes(g.sum(mask, 1)), 1); // (1, 1)
        Value back = g.subtract(g.subtract(length, whole(1)), g.positions(mask)); // (1, L), below 0 at padding
        older = g.numbers(g.atLeast(back, whole(config.recent())));
        Value each = g.wholes(g.zeros(wanted, 1)); // (N, 1)
        Optional<Value> found = Optional.empty();
        if (config.kind() == ReadingConfig.Kind.DOT) {
            found = Optional.of(best(products(keys, wanted), -FAR / 2));
        } else if (config.kind() == ReadingConfig.Kind.CATEGORY) {
            found = Optional.of(best(sharing(keys, wanted, category), 0.5));
        }
        read(g.add(length, each), found);
    }

    /** Newest first: (N, L). */
    private Value products(Value keys, Value wanted) {
        Value hidden = g.unsqueeze(g.scale(g.shift(older, -1), FAR), 2); // (1, L, 1)
        Value all = g.squeeze(g.turned(g.concat(2, keys, hidden)), 0); // (L, S + 1)
        Value one = g.shift(g.zeros(wanted, 1), 1);
        return g.matmul(g.concat(1, wanted, one), g.permute(all, 1, 0)); // the product hides what is not older, too
    }

    /** 1 where a category is shared, newest first: (N, L). */
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
        Value read = g.multiply(each, g.unsqueeze(g.wholes(older), 2));
        Value ids = g.squeeze(g.turned(read), 0); // (L, K)
        Value shared = null; // (L, N)
        for (int k = 0; k < width; k++) {
            Value of = g.rows(table, g.squeeze(g.slice(ids, 1, k, k + 1L), 1));
            shared = shared == null ? of : g.add(shared, of);
        }
        Value any = width == 1 ? shared : g.complement(g.floor(g.complement(shared), 0));
        return g.permute(any, 1, 0);
    }

    /** Behaviours behind each of the best, unordered, −1 where a score is not above the least: (N, retrieved). */
    private Value best(Value newestFirst, double least) {
        Value best = g.largest(newestFirst, config.retrieved());
        Value padding = g.wholes(g.sum(g.complement(mask), 1)); // (1)
        return orNone(g.subtract(best, padding), above(g.pick(newestFirst, best), least));
    }

    /** (1, L) or (1, L, width) -> (N, R) or (N, R, width); what stands behind what is read is hidden by the mask. */
    @Override
    Value chosen(Value whole, int width) {
        Value table = g.squeeze(whole.rank() == 2 ? g.unsqueeze(whole, 2) : whole, 0); // (L, width)
        Value rows = g.rows(table, steps());
        return whole.rank() == 2 ? g.squeeze(rows, 2) : rows;
    }
}
