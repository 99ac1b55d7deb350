package dev.interestlens.explain.effect;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.effect.FieldEffect.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of one field beside the history in the training data, with their frequencies: of all training rows, or of a systematic sample of {@link
 * #ROWS}. A value is the ids of a categorical field of one row, or one number.
 *
 * @param index among the categorical, or the numeric, fields of its side
 * @param values what the mean is over
 * @param weights of the values, which sum to 1
 * @param exact whether these are all values, each with its share; otherwise they are a sample with repetition
 */
record FieldValues(Side side, int index, Field field, List<double[]> values, double[] weights, boolean exact) {
    /** Values up to which all are used. */
    static final int MAX = 256;

    static final int DRAWN = 64;

    private static final int ROWS = 20_000;
    private static final int BATCH = 1024;
    private static final long SEED = 17;

    /** Of every field of a user, a context and a candidate. */
    static List<FieldValues> of(SampleSet samples) {
        Schema schema = samples.data().schema();
        List<FieldValues> fields = new ArrayList<>();
        List<Map<List<Double>, Integer>> counts = new ArrayList<>();
        add(fields, counts, Side.USER, schema.userFields());
        add(fields, counts, Side.CONTEXT, schema.contextFields());
        add(fields, counts, Side.CANDIDATE, schema.itemFields());
        int size = samples.size(Part.TRAIN);
        int[] rows = new int[Math.min(ROWS, size)];
        Arrays.setAll(rows, i -> (int) ((long) i * size / rows.length));
        for (int from = 0; from < rows.length; from += BATCH) {
            int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BATCH));
            RawBatch batch = samples.batch(Part.TRAIN, some);
            for (int b = 0; b < some.length; b++) {
                for (int f = 0; f < fields.size(); f++) {
                    counts.get(f).merge(fields.get(f).at(batch, b), 1, Integer::sum);
                }
            }
        }
        return IntStream.range(0, fields.size())
                .mapToObj(f -> fields.get(f).with(counts.get(f)))
                .toList();
    }

    private static void add(
            List<FieldValues> fields, List<Map<List<Double>, Integer>> counts, Side side, List<Field> of) {
        int categorical = 0;
        int numeric = 0;
        for (Field field : of) {
            int index = field.isCategorical() ? categorical++ : numeric++;
            fields.add(new FieldValues(side, index, field, List.of(), new double[0], true));
            counts.add(new LinkedHashMap<>());
        }
    }

    private FieldValues with(Map<List<Double>, Integer> counts) {
        List<Map.Entry<List<Double>, Integer>> entries = new ArrayList<>(counts.entrySet());
        if (entries.size() <= MAX) {
            double all = entries.stream().mapToInt(Map.Entry::getValue).sum();
            return new FieldValues(
                    side,
                    index,
                    field,
                    entries.stream().map(each -> unboxed(each.getKey())).toList(),
                    entries.stream().mapToDouble(each -> each.getValue() / all).toArray(),
                    true);
        }
        List<List<Double>> rows = new ArrayList<>();
        entries.forEach(each -> rows.addAll(Collections.nCopies(each.getValue(), each.getKey())));
        Random random = new Random(SEED + 31L * side.ordinal() + index);
        List<double[]> drawn = Stream.generate(() -> unboxed(rows.get(random.nextInt(rows.size()))))
                .limit(DRAWN)
                .toList();
        double[] even = new double[DRAWN];
        Arrays.fill(even, 1.0 / DRAWN);
        return new FieldValues(side, index, field, drawn, even, false);
    }

    /** @param logits with the actual value, then with each other one; the mean is over the values */
    double mean(float[] logits) {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * logits[i + 1];
        }
        return mean;
    }

    private static double[] unboxed(List<Double> value) {
        return value.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The value at a sample. */
    private List<Double> at(RawBatch batch, int sample) {
        List<Double> value = new ArrayList<>();
        if (field.isCategorical()) {
            int[] ids = ids(batch);
            for (int k = 0; k < field.width(); k++) {
                value.add((double) ids[sample * field.width() + k]);
            }
        } else {
            float[] numbers = numbers(batch);
            value.add((double) numbers[sample * (numbers.length / batch.size()) + index]);
        }
        return value;
    }

    /** The ids of this field in a batch; they may be changed only in a private copy of the batch. */
    int[] ids(RawBatch batch) {
        return switch (side) {
            case USER -> batch.user[index];
            case CONTEXT -> batch.context[index];
            case CANDIDATE -> batch.candidate[index];
        };
    }

    private float[] numbers(RawBatch batch) {
        return switch (side) {
            case USER -> batch.userNumbers;
            case CONTEXT -> batch.contextNumbers;
            case CANDIDATE -> batch.candidateNumbers;
        };
    }

    /** Whether it is the candidate's own id. */
    boolean isItem() {
        return side == Side.CANDIDATE && field.isCategorical() && index == Schema.ITEM;
    }

    /** Replaces the value of a sample; the batch must be a private copy. */
    void put(RawBatch batch, int sample, double[] value) {
        if (field.isCategorical()) {
            int[] ids = ids(batch);
            for (int k = 0; k < field.width(); k++) {
                ids[sample * field.width() + k] = (int) value[k];
            }
        } else {
            float[] numbers = numbers(batch);
            numbers[sample * (numbers.length / batch.size()) + index] = (float) value[0];
        }
    }

    /** The unknown value; null for a number. */
    double[] unknown() {
        if (!field.isCategorical()) {
            return null;
        }
        double[] unknown = new double[field.width()];
        Arrays.fill(unknown, Field.PADDING);
        unknown[0] = Field.UNKNOWN;
        return unknown;
    }

    /** A number of this field at a sample. */
    float number(RawBatch batch, int sample) {
        float[] numbers = numbers(batch);
        return numbers[sample * (numbers.length / batch.size()) + index];
    }
}
