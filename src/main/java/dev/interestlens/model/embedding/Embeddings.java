package dev.interestlens.model.embedding;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.Padding;
import dev.interestlens.nn.Initializer;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.penalty.RowCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The embedding tables of a model, one a categorical field, shared by behaviours and candidates; an item's embedding is their concatenation, item
 * first. Tables are named as in the reference code: {@code item_embedding.weight}, {@code cate_embedding.weight}, then the field's own name.
 */
public final class Embeddings {
    /** Standard deviation of fresh rows. */
    public enum Start {
        /** For numbers that only break ties at first. */
        LEAST(1e-3),
        /** For models that multiply candidate and behaviour directly: with small numbers they memorise later. */
        SMALL(0.05),
        /** For models that read behaviours through gates or queries and keys, which do not learn for epochs from small numbers. */
        MIDDLE(0.25);

        private final double deviation;

        Start(double deviation) {
            this.deviation = deviation;
        }

        /** The standard deviation. */
        public double deviation() {
            return deviation;
        }
    }

    private static final String SUFFIX = "_embedding.weight";
    private static final String CATEGORY = "cate";

    private final Schema schema;
    private final List<RowTable> items = new ArrayList<>();
    private final List<RowTable> users = new ArrayList<>();
    private final List<RowTable> contexts = new ArrayList<>();
    private final boolean itemOnly;
    private final Start start;

    /**
     * @param itemSize width of the item's own embedding
     * @param fieldSize width of every other field's
     * @param itemOnly whether further item fields are left out
     * @param start how large fresh rows are
     */
    public Embeddings(
            Parameters parameters,
            Schema schema,
            int itemSize,
            int fieldSize,
            boolean itemOnly,
            Padding padding,
            Start start) {
        this.start = start;
        this.schema = schema;
        this.itemOnly = itemOnly;
        RowTable.Padding rows = padding == Padding.LITERAL ? RowTable.Padding.TRAINED : RowTable.Padding.ZERO;
        List<Field> fields = schema.categoricalItemFields();
        for (int f = 0; f < (itemOnly ? 1 : fields.size()); f++) {
            items.add(
                    table(parameters, tableName(f, fields.get(f)), fields.get(f), f == 0 ? itemSize : fieldSize, rows));
        }
        schema.categoricalUserFields()
                .forEach(f -> users.add(table(parameters, sideTableName("user_", f), f, fieldSize, rows)));
        schema.categoricalContextFields()
                .forEach(f -> contexts.add(table(parameters, sideTableName("context_", f), f, fieldSize, rows)));
    }

    /** Name of an item field's table. */
    public static String tableName(int index, Field field) {
        String prefix = index == Schema.ITEM ? "item" : field.name().equals("category") ? CATEGORY : field.name();
        return prefix + SUFFIX;
    }

    /** Name of a user or context field's table. */
    public static String sideTableName(String group, Field field) {
        return group + field.name() + SUFFIX;
    }

    private RowTable table(Parameters parameters, String name, Field field, int width, RowTable.Padding padding) {
        double gigabytes = field.size() * 4.0 * width / 1e9;
        ConfigCheck.that(
                (long) field.size() * width <= Integer.MAX_VALUE - 8,
                Embeddings.class,
                "tableTooLarge",
                "embeddingSize",
                "rows",
                field.size(),
                "width",
                width,
                "gigabytes",
                Math.round(gigabytes * 10) / 10.0);
        return parameters.table(name, field.size(), width, Initializer.normal(start.deviation), padding);
    }

    /** The table of items. */
    public RowTable item() {
        return items.get(Schema.ITEM);
    }

    /** The table of categories, where items have one that is read. */
    public Optional<RowTable> category() {
        return items.stream()
                .filter(table -> table.name().equals(CATEGORY + SUFFIX))
                .findFirst();
    }

    /** W, the width of an item: its embeddings, then its numbers. */
    public int itemWidth() {
        return embeddedWidth() + (itemOnly ? 0 : schema.numericItemFields());
    }

    /** The part of an item's width that is embeddings. */
    public int embeddedWidth() {
        return items.stream().mapToInt(RowTable::width).sum();
    }

    /** W of a configuration, without a model. */
    public static int itemWidth(Schema schema, int itemSize, int fieldSize, boolean itemOnly) {
        int further = schema.categoricalItemFields().size() - 1;
        return itemOnly ? itemSize : itemSize + further * fieldSize + schema.numericItemFields();
    }

    /** P, the width of user and context together: embeddings, then numbers. */
    public int profileWidth() {
        return users.stream().mapToInt(RowTable::width).sum()
                + schema.numericUserFields()
                + contexts.stream().mapToInt(RowTable::width).sum()
                + schema.numericContextFields();
    }

    /**
     * How often each row occurs in a data set, by the name of its table: a sample's history and candidate together, its user and its context.
     *
     * @param batches which hold every sample once
     */
    public Map<String, RowCounts> counts(Iterable<RawBatch> batches, RowCounts.Unit unit) {
        Map<String, RowCounts> counts = new LinkedHashMap<>();
        tables().forEach(table -> counts.put(table.name(), new RowCounts(table.rows(), unit)));
        for (RawBatch batch : batches) {
            for (int b = 0; b < batch.size(); b++) {
                for (int f = 0; f < items.size(); f++) {
                    int width = schema.categoricalItemFields().get(f).width();
                    int[] history = Arrays.copyOfRange(
                            batch.history[f], batch.offsets[b] * width, batch.offsets[b + 1] * width);
                    counts.get(items.get(f).name()).add(history, one(batch.candidate[f], b, width));
                }
                count(counts, users, schema.categoricalUserFields(), batch.user, b);
                count(counts, contexts, schema.categoricalContextFields(), batch.context, b);
            }
        }
        return counts;
    }

    private static void count(
            Map<String, RowCounts> counts, List<RowTable> tables, List<Field> fields, int[][] ids, int sample) {
        for (int f = 0; f < tables.size(); f++) {
            counts.get(tables.get(f).name())
                    .add(one(ids[f], sample, fields.get(f).width()));
        }
    }

    private static int[] one(int[] ids, int sample, int width) {
        return Arrays.copyOfRange(ids, sample * width, (sample + 1) * width);
    }

    /** All of them: of items, of users, of contexts. */
    public Stream<RowTable> tables() {
        return Stream.of(items, users, contexts).flatMap(List::stream);
    }

    public Schema schema() {
        return schema;
    }

    public boolean itemOnly() {
        return itemOnly;
    }

    public List<RowTable> items() {
        return items;
    }

    public List<RowTable> users() {
        return users;
    }

    public List<RowTable> contexts() {
        return contexts;
    }
}
