package dev.interestlens.model.graph;

import dev.interestlens.data.Field;
import dev.interestlens.data.Schema;
import dev.interestlens.model.Reading;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is read where each sample has a history of its own. B samples, L positions, R positions that are read, K values of a field. */
final class OwnHistories extends GraphReading {
    private final Graph g;
    private final ModelInput input;
    private final ReadingConfig config;
    private final Value back;

    /**
     * @param history ids of each categorical item field, (B, L) or (B, L, K)
     * @param candidate the same for the candidate, (B) or (B, K)
     * @param tables of the fields that are embedded
     */
    OwnHistories(Graph g, ModelInput input, List<Value> history, List<Value> candidate, List<String> tables) {
        super(g, input.reading());
        this.g = g;
        this.input = input;
        config = input.reading();
        Value mask = g.numbers(g.clip(history.get(Schema.ITEM), 0, 1)); // (B, L)
        Value lengths = g.unsqueeze(g.wholes(g.sum(mask, 1)), 1); // (B, 1)
        back = g.subtract(g.subtract(lengths, whole(1)), g.positions(mask)); // (B, L), below 0 at padding
        read(lengths, config.searches() ? Optional.of(found(history, candidate, tables)) : Optional.empty());
    }

    /** Behaviours behind each of the best older ones, unordered, −1 where there are none: (B, retrieved). */
    private Value found(List<Value> history, List<Value> candidate, List<String> tables) {
        Value older = g.numbers(g.atLeast(back, whole(config.recent()))); // (B, L)
        boolean category = config.kind() == ReadingConfig.Kind.CATEGORY;
        Value scores = category
                ? g.multiply(sharing(history.get(Schema.CATEGORY), candidate.get(Schema.CATEGORY)), older)
                : g.add(products(history, candidate, tables), g.scale(g.shift(older, -1), FAR));
        Value none = g.shift(g.zeros(scores, config.retrieved()), category ? 0 : -FAR);
        Value newestFirst = g.concat(1, g.turned(scores), none); // (B, L + retrieved)
        Value best = g.best(newestFirst, whole(config.retrieved()));
        Value real = above(g.pick(newestFirst, best), category ? 0.5 : -FAR / 2);
        Value missing = g.wholes(g.shift(g.zeros(scores, config.retrieved()), -1));
        Value behind = g.pick(g.concat(1, g.turned(back), missing), best);
        return orNone(behind, real);
    }

    /** 1 where a behaviour has a category of the candidate: (B, L). */
    private Value sharing(Value behaviours, Value candidates) {
        boolean several = behaviours.rank() == 3;
        Value one = several ? g.unsqueeze(behaviours, 3) : behaviours; // (B, L, K, 1) or (B, L)
        Value other = several ? g.unsqueeze(g.unsqueeze(candidates, 1), 1) : g.unsqueeze(candidates, 1);
        Value real = g.multiply(g.same(one, other), g.numbers(g.clip(one, 0, 1)));
        return several ? g.numbers(g.clip(g.wholes(g.sum(g.sum(real, 3), 2)), 0, 1)) : real;
    }

    /** ⟨A q, B k⟩ of each behaviour, a field at a time: (B, L). */
    private Value products(List<Value> history, List<Value> candidate, List<String> tables) {
        List<Field> fields = input.schema().categoricalItemFields();
        Value wide = null; // (B, S)
        for (int f = 0; f < tables.size(); f++) {
            Value q = mean(g.rows(g.weight(tables.get(f)), candidate.get(f)), candidate.get(f), fields.get(f));
            Value part = g.matmul(q, g.permute(g.weight(Reading.QUERY + tables.get(f)), 1, 0));
            wide = wide == null ? part : g.add(wide, part);
        }
        Value sum = null;
        for (int f = 0; f < tables.size(); f++) {
            Value wanted = g.matmul(wide, g.weight(Reading.KEY + tables.get(f))); // (B, width of the table)
            Value part = product(wanted, tables.get(f), history.get(f), fields.get(f));
            sum = sum == null ? part : g.add(sum, part);
        }
        return sum;
    }

    /** By a product with the whole table where that is smaller than the history. */
    private Value product(Value wanted, String table, Value ids, Field field) {
        Value rows = g.weight(table);
        if (field.width() == 1 && field.size() > 2L * input.historyLength()) {
            return g.squeeze(g.matmul(g.rows(rows, ids), g.unsqueeze(wanted, 2)), 2); // (B, L, e) (B, e, 1)
        }
        Value all = g.matmul(wanted, g.permute(rows, 1, 0)); // (B, rows)
        if (field.width() == 1) {
            return g.pick(all, ids);
        }
        int k = field.width();
        Value each = g.reshape(g.pick(all, g.reshape(ids, 0, -1)), 0, -1, k); // (B, L, K)
        Value real = g.numbers(g.clip(ids, 0, 1));
        return g.divide(g.sum(g.multiply(each, real), 2), g.floor(g.sum(real, 2), 1));
    }

    private Value mean(Value rows, Value ids, Field field) {
        if (field.width() == 1) {
            return rows;
        }
        Value real = g.numbers(g.clip(ids, 0, 1)); // (B, K)
        Value sum = g.sum(g.multiply(rows, g.unsqueeze(real, 2)), 1);
        return g.divide(sum, g.unsqueeze(g.floor(g.sum(real, 1), 1), 1));
    }

    /** Ids or seconds of what is read, 0 behind it: (B, L) or (B, L, width) -> the same with R. */
    @Override
    Value chosen(Value whole, int width) {
        if (whole.rank() == 2) {
            return g.multiply(g.pick(whole, steps()), there());
        }
        return g.multiply(picked(whole, width), g.unsqueeze(there(), 2));
    }

    /** The same of numbers. */
    Value chosenNumbers(Value whole, int width) {
        return g.multiply(picked(whole, width), g.unsqueeze(g.numbers(there()), 2));
    }

    private Value picked(Value whole, int width) {
        long[] steps = new long[width];
        Arrays.setAll(steps, k -> k);
        Value flat = g.reshape(whole, 0, -1); // (B, L·width)
        Value first = g.unsqueeze(g.multiply(steps(), whole(width)), 2); // (B, R, 1)
        Value at = g.reshape(g.add(first, g.constant(steps, width)), 0, -1); // (B, R·width)
        return g.reshape(g.pick(flat, at), 0, -1, width);
    }
}
