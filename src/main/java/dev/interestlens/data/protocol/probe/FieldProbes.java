package dev.interestlens.data.protocol.probe;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.Auc;
import dev.interestlens.metric.MetricValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well each field alone predicts the label: the AUC, on validation rows, of the mean label of training rows with the same value, or of the number
 * itself. A field that is nearly the label makes every model look perfect. The item's own id is left out: it stands for popularity, which is a
 * baseline.
 *
 * @param auc by the role of the field, such as {@code context.place}, {@code item.category}; NaN where the rows have one label
 */
public record FieldProbes(Map<String, Double> auc) {
    /** A field whose AUC is at most this far from 0 or 1 is reported as nearly the label. */
    public static final double NEARLY = 0.05;

    private static final int TRAINING_ROWS = 50_000;
    private static final int TEST_ROWS = 20_000;
    private static final int BATCH = 1024;

    /** The values of one field in some rows: ids, or numbers. */
    private record Values(String role, boolean categorical, double[] of) {}

    public FieldProbes {
        auc = Map.copyOf(auc);
    }

    /** Measures on a systematic sample of rows of training and validation; of the test part where validation has only one label. */
    public static FieldProbes of(SampleSet samples) {
        Schema schema = samples.data().schema();
        boolean none = schema.itemFields().size()
                        + schema.userFields().size()
                        + schema.contextFields().size()
                == 1;
        if (none || samples.size(Part.TRAIN) == 0) {
            return new FieldProbes(Map.of());
        }
        int[] training = spread(samples.size(Part.TRAIN), TRAINING_ROWS);
        float[] known = labels(samples, Part.TRAIN, training);
        List<Values> seen = values(samples, Part.TRAIN, training);
        Part part = bothLabels(samples, Part.VALID) ? Part.VALID : Part.TEST;
        int[] asked = spread(samples.size(part), TEST_ROWS);
        float[] wanted = labels(samples, part, asked);
        List<Values> shown = values(samples, part, asked);
        Map<String, Double> auc = new LinkedHashMap<>();
        for (int f = 0; f < seen.size(); f++) {
            double[] of = shown.get(f).of();
            double[] scores = seen.get(f).categorical() ? means(seen.get(f).of(), known, of) : of;
            MetricValue value = Auc.of(scores, wanted);
            auc.put(seen.get(f).role(), value.isDefined() ? value.value() : Double.NaN);
        }
        return new FieldProbes(auc);
    }

    /** The fields that nearly are the label, in the order of their roles. */
    public List<String> nearlyTheLabel() {
        return auc.keySet().stream()
                .filter(role -> auc.get(role) >= 1 - NEARLY || auc.get(role) <= NEARLY)
                .sorted()
                .toList();
    }

    private static boolean bothLabels(SampleSet samples, Part part) {
        float[] labels = samples.labels(part);
        long positives =
                IntStream.range(0, labels.length).filter(row -> labels[row] > 0).count();
        return positives > 0 && positives < labels.length;
    }

    private static int[] spread(int size, int most) {
        int count = Math.min(size, most);
        return IntStream.range(0, count)
                .map(k -> (int) ((long) k * size / count))
                .toArray();
    }

    private static float[] labels(SampleSet samples, Part part, int[] rows) {
        float[] all = samples.labels(part);
        float[] labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = all[rows[i]];
        }
        return labels;
    }

    private static List<Values> values(SampleSet samples, Part part, int[] rows) {
        Schema schema = samples.data().schema();
        List<Values> values = new ArrayList<>();
        add(values, "item.", schema.itemFields(), rows.length);
        add(values, "user.", schema.userFields(), rows.length);
        add(values, "context.", schema.contextFields(), rows.length);
        for (int at = 0; at < rows.length; at += BATCH) {
            int[] some = Arrays.copyOfRange(rows, at, Math.min(rows.length, at + BATCH));
            RawBatch batch = samples.batch(part, some);
            int next = put(values, 0, schema.itemFields(), batch.candidate, batch.candidateNumbers, at, some.length);
            next = put(values, next, schema.userFields(), batch.user, batch.userNumbers, at, some.length);
            put(values, next, schema.contextFields(), batch.context, batch.contextNumbers, at, some.length);
        }
        return values.subList(1, values.size()); // without the item itself
    }

    private static void add(List<Values> values, String group, List<Field> fields, int rows) {
        for (Field field : fields) {
            values.add(new Values(group + field.name(), field.isCategorical(), new double[rows]));
        }
    }

    private static int put(
            List<Values> values, int first, List<Field> fields, int[][] ids, float[] numbers, int at, int rows) {
        int numeric =
                (int) fields.stream().filter(field -> !field.isCategorical()).count();
        int id = 0;
        int number = 0;
        for (int f = 0; f < fields.size(); f++) {
            double[] target = values.get(first + f).of();
            int width = fields.get(f).width();
            boolean categorical = fields.get(f).isCategorical();
            for (int row = 0; row < rows; row++) {
                target[at + row] = categorical ? ids[id][row * width] : numbers[row * numeric + number];
            }
            id += categorical ? 1 : 0;
            number += categorical ? 0 : 1;
        }
        return first + fields.size();
    }

    // The mean label of each value in training; a value that does not occur there gets the overall mean.
    private static double[] means(double[] seen, float[] labels, double[] of) {
        Map<Double, double[]> sums = new HashMap<>();
        double positives = 0;
        for (int row = 0; row < seen.length; row++) {
            double[] sum = sums.computeIfAbsent(seen[row], value -> new double[2]);
            sum[0] += labels[row];
            sum[1]++;
            positives += labels[row];
        }
        double mean = positives / seen.length;
        double[] scores = new double[of.length];
        for (int row = 0; row < of.length; row++) {
            double[] sum = sums.get(of[row]);
            scores[row] = sum == null ? mean : (sum[0] + mean) / (sum[1] + 1);
        }
        return scores;
    }
}
