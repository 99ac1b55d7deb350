package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.data.Field;
import dev.interestlens.data.HistoryChoice;
import dev.interestlens.data.Schema;
import dev.interestlens.model.config.ReadingConfig;
import dev.interestlens.model.reading.ItemScores;
import dev.interestlens.model.reading.SameCategory;
import dev.interestlens.model.reading.TopSteps;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.RaggedBatch;
import dev.interestlens.nn.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses which behaviours a model reads; the model reads them like any history. Gradients reach only what was read; the search has a loss of its
 * own. B samples, L positions of a group, E width of an item's embeddings, S of the search's space.
 */
public final class Reading implements HistoryChoice {
    /** Beginnings of the names of the search's two projections, which have a part for each table of an item: (S, width of the table). */
    public static final String QUERY = "search.query.";

    public static final String KEY = "search.key.";

    private final ReadingConfig config;
    private final Schema schema;
    private final CtrModel model;
    private final List<Parameter> query;
    private final List<Parameter> key;

    /** Asks for the search's parameters where it has some. */
    Reading(ReadingConfig config, CtrModel model) {
        this.config = config;
        this.model = model;
        schema = model.input().schema();
        boolean learns = config.kind() == ReadingConfig.Kind.DOT;
        query = learns ? projection(QUERY) : List.of();
        key = learns ? projection(KEY) : List.of();
    }

    private Reading(ReadingConfig config, Reading of) {
        this.config = config;
        model = of.model;
        schema = of.schema;
        query = of.query;
        key = of.key;
    }

    /**
     * The same model with another way of reading: of the newest behaviours of each history, those that are found.
     *
     * @param newest how many
     * @return empty where the search needs weights that the model does not have
     */
    Optional<HistoryChoice> as(ReadingConfig other, int newest) {
        if (other.kind() == ReadingConfig.Kind.DOT && !learns()) {
            return Optional.empty();
        }
        Reading reading = new Reading(other, this);
        return Optional.of(() -> {
            Chooser chooser = reading.begin();
            return past -> chooser.steps(new Newest(past, newest));
        });
    }

    /** A history of which the older part may not be read. */
    private record Newest(Past of, int most) implements Past {
        @Override
        public int length() {
            return of.length();
        }

        @Override
        public boolean hidden(int step) {
            return step < length() - most || of.hidden(step);
        }

        @Override
        public int[] keys() {
            return of.keys();
        }

        @Override
        public int id(int field, int step, int k) {
            return of.id(field, step, k);
        }

        @Override
        public int candidate(int field, int k) {
            return of.candidate(field, k);
        }
    }

    private List<Parameter> projection(String name) {
        long width = model.embeddings().embeddedWidth();
        return model.embeddings().items().stream()
                .map(table -> model.parameters()
                        .dense(
                                name + table.name(),
                                Initializer.glorot(width, config.width()),
                                config.width(),
                                table.width()))
                .toList();
    }

    /** All parts side by side, (S, E). */
    private static NDArray joined(List<Parameter> parts) {
        return parts.size() == 1
                ? parts.get(0).value()
                : Ops.concat(1, parts.stream().map(Parameter::value).toArray(NDArray[]::new));
    }

    public ReadingConfig config() {
        return config;
    }

    /** This, where not all behaviours are read. */
    public Optional<HistoryChoice> choice() {
        return config.kind() == ReadingConfig.Kind.ALL ? Optional.empty() : Optional.of(this);
    }

    /** Whether the choice depends on trained weights. */
    public boolean learns() {
        return !query.isEmpty();
    }

    @Override
    public Chooser begin() {
        return switch (config.kind()) {
            case ALL -> Reading::shown;
            case RECENT -> new Recent();
            case CATEGORY ->
                new Searching(new ItemScores(sameCategory(), Optional.empty())); // it ends at the k-th match
            case DOT -> {
                Products products = products();
                yield new Searching(new ItemScores(products, Optional.of(products::ofAll)));
            }
        };
    }

    private SameCategory sameCategory() {
        return new SameCategory(
                schema.categoricalItemFields().get(Schema.CATEGORY).width());
    }

    private Products products() {
        List<Field> fields = schema.categoricalItemFields();
        return new Products(model.embeddings().items(), fields, single(query), single(key));
    }

    /** In single precision, also while the model computes in double. */
    private static float[] single(List<Parameter> parts) {
        return Tensors.scoped(
                () -> joined(parts).toType(DataType.FLOAT32, false).toFloatArray());
    }

    private static int[] shown(Past past) {
        return IntStream.range(0, past.length())
                .filter(step -> !past.hidden(step))
                .toArray();
    }

    /**
     * The rank of each behaviour among those older than the recent ones, from 1; of equal ones the newer first. 0 for recent ones and for those that a
     * search by category does not find.
     */
    int[] ranks(Past past) {
        int[] ranks = new int[past.length()];
        if (!config.searches()) {
            return ranks;
        }
        Searching search = (Searching) begin();
        search.recent(past);
        List<Integer> found = new ArrayList<>();
        float[] scores = new float[ranks.length];
        search.begin(past);
        for (int step = search.older; step >= 0; step--) {
            scores[step] = past.hidden(step) ? 0 : search.score(past, step);
            boolean graded = config.kind() == ReadingConfig.Kind.DOT;
            if (!past.hidden(step) && (graded || scores[step] > 0)) {
                found.add(step);
            }
        }
        found.sort(Comparator.comparingDouble(step -> -scores[step])); // stable: the newer ones come first
        for (int i = 0; i < found.size(); i++) {
            ranks[found.get(i)] = i + 1;
        }
        return ranks;
    }

    /** The most recent behaviours. */
    private class Recent implements Chooser {
        /** Where the older ones end. */
        int older;

        private final int[] found = new int[config.recent()];

        @Override
        public int[] steps(Past past) {
            int count = recent(past);
            return Arrays.copyOfRange(found, found.length - count, found.length);
        }

        /** Puts the most recent steps at the end of {@code found}, ascending; how many there are. */
        int recent(Past past) {
            int count = 0;
            older = past.length() - 1;
            for (; older >= 0 && count < found.length; older--) {
                if (!past.hidden(older)) {
                    found[found.length - ++count] = older;
                }
            }
            return count;
        }

        int[] joined(TopSteps top, int count) {
            int[] steps = new int[top.count() + count];
            top.copy(steps, 0);
            Arrays.sort(steps, 0, top.count());
            System.arraycopy(found, found.length - count, steps, top.count(), count);
            return steps;
        }
    }

    /** The recent ones and the best of the older ones, or fewer where there are not enough. */
    private final class Searching extends Recent {
        private final ItemScores scores;
        private int[] keys;
        private final TopSteps top = new TopSteps(config.retrieved());

        Searching(ItemScores scores) {
            this.scores = scores;
        }

        @Override
        public void expect(Past items, int[] candidates, long behaviours) {
            scores.expect(items, candidates, behaviours);
        }

        @Override
        public int[] steps(Past past) {
            scores.next();
            int count = recent(past);
            top.clear();
            if (older >= 0) {
                search(past);
            }
            return joined(top, count);
        }

        private void search(Past past) {
            begin(past);
            boolean graded = config.kind() == ReadingConfig.Kind.DOT;
            scores.offer(past, older, graded ? Float.NEGATIVE_INFINITY : 0, graded ? Float.POSITIVE_INFINITY : 1, top);
        }

        void begin(Past past) {
            scores.before(past);
            keys = past.keys();
        }

        float score(Past past, int step) {
            return scores.of(past, step, keys[step]);
        }
    }

    /**
     * −Σ a log softmax(s) over the behaviours that were read, mean over samples, weighted: the search learns to find the behaviours that attention
     * weighs.
     *
     * @param attention of the model, (b, L) a group
     * @return a scalar
     */
    NDArray loss(Features features, NDArray[] attention) {
        RaggedBatch layout = features.layout();
        long width = model.embeddings().embeddedWidth();
        NDArray q = Ops.linear(Ops.detach(Ops.slice(features.candidate(), 1, 0, width)), joined(query), null); // (B, S)
        NDArray k = Ops.linear(Ops.detach(Ops.slice(features.history(), 1, 0, width)), joined(key), null); // (N, S)
        NDArray[] queries = layout.groupSamples(q);
        NDArray[] keys = layout.groups(k);
        NDArray[] masks = layout.groupScalars(features.mask());
        NDArray[] terms = new NDArray[keys.length];
        for (int g = 0; g < terms.length; g++) {
            NDArray scores =
                    Ops.squeeze(Ops.matmul(keys[g], Ops.unsqueeze(queries[g], 2)), 2); // (b, L, S) (b, S, 1) -> (b, L)
            NDArray hidden = Ops.scale(Ops.shift(masks[g], -1), 1e9); // 0 where readable, −1e9 elsewhere
            NDArray logs = Ops.mul(Ops.logSoftmax(Ops.add(scores, hidden), 1), masks[g]); // (b, L)
            terms[g] = Ops.sum(Ops.mul(Ops.detach(attention[g]), logs), 1); // (b)
        }
        return Ops.mean(Ops.scale(Ops.concat(0, terms), -config.teach())); // a scaled scalar would become double
    }
}
