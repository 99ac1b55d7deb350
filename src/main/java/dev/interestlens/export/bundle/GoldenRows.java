package dev.interestlens.export.bundle;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.export.ModelInputTensor;
import dev.interestlens.model.graph.GraphInput;
import dev.interestlens.model.graph.GraphInput.Source;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * {@code golden.json}: inputs of the graph, and their expected scores. Numbers are row-major.
 *
 * @param rows number of rows
 * @param inputs by name
 * @param logits one for each row
 * @param scores one for each row
 * @param items the key of each item in the rows, by its id; null in a bundle of an older version
 */
public record GoldenRows(
        int rows, Map<String, Values> inputs, float[] logits, float[] scores, Map<Integer, String> items) {
    /** Its name in the bundle. */
    public static final String NAME = "golden.json";

    private static final long MAX_CELLS = 1 << 24;

    /**
     * One input.
     *
     * @param type {@code int64} or {@code float32}
     * @param shape its extents
     * @param ids where it holds ids, else null
     * @param numbers where it holds numbers, else null
     */
    public record Values(String type, long[] shape, long[] ids, float[] numbers) {
        /** Of one input that a model is fed with. */
        public static Values of(ModelInputTensor fed) {
            return new Values(fed.ids() == null ? "float32" : "int64", fed.shape(), fed.ids(), fed.numbers());
        }
    }

    static GoldenRows of(List<ModelInputTensor> fed, float[] logits, IntFunction<String> key) {
        Map<String, Values> inputs = new LinkedHashMap<>();
        Map<Integer, String> items = new TreeMap<>();
        for (ModelInputTensor one : fed) {
            inputs.put(one.input().name(), Values.of(one));
            boolean ofItems =
                    one.input().source() == Source.HISTORY || one.input().source() == Source.CANDIDATE;
            if (ofItems && one.input().field() == 0 && one.ids() != null) {
                Arrays.stream(one.ids())
                        .filter(id -> id >= Field.FIRST)
                        .forEach(id -> items.put((int) id, key.apply((int) id)));
            }
        }
        float[] scores = ArrayFill.floats(logits.length, i -> 1 / (1 + Math.exp(-logits[i])));
        return new GoldenRows(logits.length, inputs, logits, scores, items);
    }

    /** @throws IllegalArgumentException where an input is empty or does not match its shape: engines crash the process on some of these */
    void requireShapes() {
        inputs.forEach((name, values) -> {
            long cells = values == null || values.shape() == null || values.shape().length == 0 ? -1 : 1;
            for (int axis = 0; cells > 0 && axis < values.shape().length; axis++) {
                long extent = values.shape()[axis];
                cells = extent < 1 || extent > MAX_CELLS / cells ? -1 : cells * extent;
            }
            int given = values == null ? 0 : count(values);
            if (cells < 1 || values.shape()[0] != rows || given != cells) {
                throw new IllegalArgumentException(name + " has no values for its shape");
            }
        });
    }

    private static int count(Values values) {
        if ((values.ids() == null) == (values.numbers() == null)) {
            return 0;
        }
        return values.ids() == null ? values.numbers().length : values.ids().length;
    }

    /** The inputs in the manifest's order. */
    List<ModelInputTensor> fed(BundleManifest manifest) {
        List<ModelInputTensor> fed = new ArrayList<>();
        for (GraphInput input : manifest.signature().inputs()) {
            Values values = inputs.get(input.name());
            fed.add(new ModelInputTensor(input, values.shape(), values.ids(), values.numbers()));
        }
        return fed;
    }

    /** The rows as a batch of this program's model. */
    RawBatch raw(BundleManifest manifest) {
        Schema schema = manifest.schema();
        Values items = inputs.get(input(manifest, Source.HISTORY, 0).name());
        int length = (int) items.shape()[1];
        int[] offsets = new int[rows + 1];
        for (int b = 0; b < rows; b++) {
            int real = 0;
            while (real < length && items.ids()[b * length + real] != 0) {
                real++;
            }
            offsets[b + 1] = offsets[b] + real;
        }
        long[] gaps = new long[offsets[rows]];
        GraphInput seconds = input(manifest, Source.GAPS, 0);
        for (int b = 0; seconds != null && b < rows; b++) {
            System.arraycopy(
                    inputs.get(seconds.name()).ids(), b * length, gaps, offsets[b], offsets[b + 1] - offsets[b]);
        }
        return new RawBatch(
                        new RawBatch.Histories(
                                offsets,
                                new RawBatch.Fields(
                                        ids(manifest, Source.HISTORY, schema.categoricalItemFields(), offsets),
                                        numbers(manifest, Source.HISTORY_NUMBERS, schema.numericItemFields(), offsets)),
                                gaps,
                                null),
                        new RawBatch.Fields(
                                ids(manifest, Source.CANDIDATE, schema.categoricalItemFields(), null),
                                numbers(manifest, Source.CANDIDATE_NUMBERS, schema.numericItemFields(), null)),
                        new RawBatch.Fields(
                                ids(manifest, Source.USER, schema.categoricalUserFields(), null),
                                numbers(manifest, Source.USER_NUMBERS, schema.numericUserFields(), null)),
                        new RawBatch.Fields(
                                ids(manifest, Source.CONTEXT, schema.categoricalContextFields(), null),
                                numbers(manifest, Source.CONTEXT_NUMBERS, schema.numericContextFields(), null)),
                        RawBatch.Negatives.NONE,
                        new float[rows])
                .requireValid(schema)
                .withDays(days(manifest));
    }

    private int[] days(BundleManifest manifest) {
        GraphInput day = input(manifest, Source.DAY, 0);
        return day == null
                ? null
                : Arrays.stream(inputs.get(day.name()).ids())
                        .mapToInt(Math::toIntExact)
                        .toArray();
    }

    private static GraphInput input(BundleManifest manifest, Source source, int field) {
        return manifest.signature().inputs().stream()
                .filter(i -> i.source() == source && i.field() == field)
                .findFirst()
                .orElse(null);
    }

    /** Fields that the model does not read stay 0. */
    private int[][] ids(BundleManifest manifest, Source source, List<Field> fields, int[] offsets) {
        int[][] all = new int[fields.size()][];
        for (int f = 0; f < all.length; f++) {
            int width = fields.get(f).width();
            int[] ids = new int[cells(offsets == null ? rows : offsets[rows], width)];
            GraphInput input = input(manifest, source, f);
            if (input != null) {
                long[] given = inputs.get(input.name()).ids();
                each(given.length, offsets, width, (from, to) -> ids[to] = Math.toIntExact(given[from]));
            }
            all[f] = ids;
        }
        return all;
    }

    /** A size from an untrusted schema, checked for overflow. */
    private static int cells(int positions, int width) {
        long cells = (long) positions * width;
        if (cells > MAX_CELLS) {
            throw new IllegalArgumentException(positions + " positions of " + width);
        }
        return (int) cells;
    }

    private float[] numbers(BundleManifest manifest, Source source, int width, int[] offsets) {
        float[] numbers = new float[cells(offsets == null ? rows : offsets[rows], width)];
        GraphInput input = input(manifest, source, 0);
        if (input != null) {
            float[] given = inputs.get(input.name()).numbers();
            each(given.length, offsets, width, (from, to) -> numbers[to] = given[from]);
        }
        return numbers;
    }

    @FunctionalInterface
    private interface Move {
        void move(int from, int to);
    }

    /** Maps padded positions to consecutive ones. */
    private void each(int padded, int[] offsets, int width, Move move) {
        int stride = padded / rows;
        for (int b = 0; b < rows; b++) {
            int begin = offsets == null ? b * width : offsets[b] * width;
            int count = offsets == null ? width : (offsets[b + 1] - offsets[b]) * width;
            for (int i = 0; i < count; i++) {
                move.move(b * stride + i, begin + i);
            }
        }
    }
}
