package dev.interestlens.model.graph;

import dev.interestlens.data.Field;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import dev.interestlens.store.ArrayFill;
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

    /** Newest first: (N, older). Of keys and products those are turned that are fewer. */
    private Value products(Value keys, Value wanted) {
        Value sought = g.clip(older, 1, Long.MAX_VALUE);
        return g.either(
                Graph.Type.F32,
                g.atLeast(g.extent(wanted, 0), whole(config.width())),
                in -> products(in, in.turned(keys, sought), wanted),
                in -> in.turned(products(in, keys, wanted), sought));
    }

    private static Value products(Graph in, Value keys, Value wanted) {
        return in.matmul(wanted, in.permute(in.squeeze(keys, 0), 1, 0));
    }

    /** 1 where a category is shared, newest first: (N, older). */
    private Value sharing(Value categories, Value wanted, Field category) {
        Value ids = newestFirst(categories); // (1, older) or (1, older, K)
        if (category.width() == 1) {
            Value real =
                    g.clip(wanted, 0, 1); // 0 where a candidate has none: it then asks for −1, which no behaviour has
            return g.same(ids, g.unsqueeze(g.add(wanted, g.subtract(real, whole(1))), 1));
        }
        Value table = g.permute(has(wanted, category), 1, 0); // (categories, N)
        Value each = g.squeeze(ids, 0); // (older, K)
        Value shared = null; // (older, N)
        for (int k = 0; k < category.width(); k++) {
            Value of = g.rows(table, g.squeeze(g.slice(each, 1, k, k + 1L), 1));
            shared = shared == null ? of : g.add(shared, of);
        }
        return g.permute(g.complement(g.floor(g.complement(shared), 0)), 1, 0);
    }

    /** 1 where a candidate has a category: (N, K) -> (N, categories). */
    private Value has(Value wanted, Field category) {
        Value asked = g.numbers(wanted);
        float[] numbers = ArrayFill.floats(category.size(), i -> i == Field.PADDING ? NONE : i);
        Value all = g.constant(numbers, 1, numbers.length);
        Value has = null;
        for (int k = 0; k < category.width(); k++) {
            Value difference = g.subtract(g.slice(asked, 1, k, k + 1L), all);
            Value same = g.floor(g.complement(g.multiply(difference, difference)), 0);
            has = has == null ? same : g.add(has, same);
        }
        return has;
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
        if (whole.rank() == 2) {
            return g.reshape(g.pick(whole, g.reshape(steps(), 1, -1)), -1, positions());
        }
        return g.rows(g.squeeze(whole, 0), steps()); // (L, width), (N, R)
    }
}
