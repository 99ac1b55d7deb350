package dev.interestlens.data.protocol.probe;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.SymmetricInverse;
import dev.interestlens.metric.Auc;
import dev.interestlens.metric.HeldOutLogit;
import dev.interestlens.metric.MetricValue;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well each field alone predicts the label: the AUC, on validation rows, of the mean label of training rows with the same value, or of the number
 * itself. A field that is nearly the label makes every model look perfect. The item's own id is left out: it stands for popularity, which is a
 * baseline. Fields of the user and of the moment are also compared with the candidate, since one may hold the item that the user is going to choose.
 *
 * @param auc by the role of the field, such as {@code context.place}, {@code item.category}; NaN where the rows have one label; with {@link #MATCH}
 *     behind it for the comparison with the candidate's id and fields, where some value occurs there; {@link #ALL} for a logistic model of all that
 *     is measured of the user's and the moment's fields, where that is more than one; with {@link #WITH} behind it for how well a field of the moment
 *     tells the chosen item, where negatives are drawn
 * @param explained the best AUC of popularity, of the history's categories, of co-occurrence and of "the candidate is in the past" on the same rows, and
 *     of a logistic model of all of them
 * @param rows of each label, positives first
 */
public record FieldProbes(
        @JsonPropertyDescription("By the role of the field; 0.5 tells nothing")
        Map<String, Double> auc,

        @JsonPropertyDescription("The best AUC of popularity and history on the same rows")
        double explained,

        @JsonPropertyDescription("Of each label, positives first")
        List<Integer> rows) {
    /** Behind the role of a field that is compared with the candidate. */
    public static final String MATCH = " = candidate";

    /** Behind the role of a field of the moment where negatives are drawn, which share it: see {@link ItemAffinity}. */
    public static final String WITH = " \u00d7 candidate";

    /** From here on a field of the moment tells so much of the chosen item that it is a question whether it is known before the choice. */
    private static final double TELLING = 0.6;

    /** All fields of the user and of the moment together. */
    public static final String ALL = "user and context together";

    /** A field whose AUC is at most this far from 0 or 1 is reported as nearly the label. */
    public static final double NEARLY = 0.05;

    private static final int TRAINING_ROWS = 50_000;
    private static final int TEST_ROWS = 20_000;
    private static final int BATCH = 1024;

    /** Co-occurrence reads every user of every item of a history. */
    private static final int NEIGHBOUR_ROWS = 4_000;

    private static final double NORMAL_95 = 1.96;

    /** The values of one field in some rows: ids, or numbers. */
    private record Values(String role, boolean categorical, double[] of) {}

    public FieldProbes {
        auc = Map.copyOf(auc);
        rows = List.copyOf(rows);
    }

    /** Measures on a systematic sample of rows of training and validation; of the test part where validation has only one label. */
    public static FieldProbes of(SampleSet samples) {
        Schema schema = samples.data().schema();
        boolean none = schema.itemFields().size()
                        + schema.userFields().size()
                        + schema.contextFields().size()
                == 1;
        if (none || samples.size(Part.TRAIN) == 0) {
            return new FieldProbes(Map.of(), 0.5, List.of(0, 0));
        }
        int[] training = spread(samples.size(Part.TRAIN), TRAINING_ROWS);
        float[] known = labels(samples, Part.TRAIN, training);
        List<Values> seen = values(samples, Part.TRAIN, training);
        Part part = bothLabels(samples, Part.VALID) ? Part.VALID : Part.TEST;
        int[] asked = spread(samples.size(part), TEST_ROWS);
        float[] wanted = labels(samples, part, asked);
        List<Values> shown = values(samples, part, asked);
        Map<String, double[]> scores = new LinkedHashMap<>();
        for (int f = 0; f < seen.size(); f++) {
            double[] of = shown.get(f).of();
            scores.put(
                    seen.get(f).role(),
                    seen.get(f).categorical() ? means(seen.get(f).of(), known, of) : of);
        }
        CandidateMatch match = new CandidateMatch(samples.data());
        for (Values field : shown) {
            double[] same = match.scores(field.role(), field.of(), samples, part, asked);
            if (same.length > 0) {
                scores.put(field.role() + MATCH, same);
            }
        }
        List<double[]> ofOthers = scores.keySet().stream()
                .filter(role -> !role.startsWith("item."))
                .map(scores::get)
                .toList();
        if (ofOthers.size() > 1) {
            scores.put(ALL, together(ofOthers, wanted));
        }
        for (int f = 0; f < seen.size() && samples.group(part) > 1; f++) {
            Values field = seen.get(f);
            if (field.role().startsWith("context.")) {
                ItemAffinity affinity = new ItemAffinity(field.categorical(), field.of(), samples, training, known);
                scores.put(field.role() + WITH, affinity.scores(shown.get(f).of(), samples, part, asked));
            }
        }
        Map<String, Double> auc = new LinkedHashMap<>();
        scores.forEach((role, of) -> auc.put(role, Auc.of(of, wanted).orNaN()));
        int positives = (int)
                IntStream.range(0, wanted.length).filter(i -> wanted[i] > 0).count();
        return new FieldProbes(
                auc, explained(samples, part, asked, wanted), List.of(positives, wanted.length - positives));
    }

    private static double explained(SampleSet samples, Part part, int[] rows, float[] labels) {
        Baselines baselines = new Baselines(samples, SymmetricInverse.NONE);
        double best = 0.5;
        for (Baseline baseline : List.of(Baseline.POPULARITY, Baseline.CATEGORY_MATCH, Baseline.ALREADY_IN_HISTORY)) {
            best = Math.max(best, known(scores(baselines, baseline, part, rows), labels));
        }
        int[] some = spread(rows.length, NEIGHBOUR_ROWS);
        int[] few = IntStream.of(some).map(k -> rows[k]).toArray();
        float[] theirs = labels(labels, some);
        List<double[]> all = new ArrayList<>();
        for (Baseline baseline :
                EnumSet.complementOf(EnumSet.of(Baseline.TREND))) { // what is popular just then says nothing of a field
            all.add(scores(baselines, baseline, part, few));
            best = Math.max(best, known(all.get(all.size() - 1), theirs));
        }
        return Math.max(best, known(together(all, theirs), theirs));
    }

    private static double[] scores(Baselines baselines, Baseline baseline, Part part, int[] rows) {
        return IntStream.of(rows)
                .mapToDouble(row -> baselines.score(baseline, part, row))
                .toArray();
    }

    private static double known(double[] scores, float[] labels) {
        MetricValue value = Auc.of(scores, labels);
        return value.isDefined() ? folded(value.value()) : 0.5;
    }

    private static double[] together(List<double[]> columns, float[] labels) {
        double[][] rows = new double[labels.length][columns.size()];
        boolean[] positive = new boolean[labels.length];
        for (int row = 0; row < rows.length; row++) {
            for (int f = 0; f < columns.size(); f++) {
                double value = columns.get(f)[row];
                rows[row][f] = Double.isFinite(value) ? value : 0;
            }
            positive[row] = labels[row] > 0;
        }
        return HeldOutLogit.scores(rows, positive);
    }

    private static double folded(double auc) {
        return Math.max(auc, 1 - auc);
    }

    /** The fields that nearly are the label, in the order of their roles; all together where none of them is alone. */
    public List<String> nearlyTheLabel() {
        return withoutSum(auc.keySet().stream()
                .filter(role -> auc.get(role) >= 1 - NEARLY || auc.get(role) <= NEARLY)
                .sorted()
                .toList());
    }

    private static List<String> withoutSum(List<String> roles) {
        boolean one = roles.stream().anyMatch(role -> !role.startsWith("item.") && !role.equals(ALL));
        return roles.stream().filter(role -> !one || !role.equals(ALL)).toList();
    }

    /**
     * The fields of the user and of the moment that know more than popularity and history do: the lower end of their AUC's interval of 95 % (Hanley and
     * McNeil, 1982) lies above {@link #explained}; of what tells the item of a moment, above {@link #TELLING}. Whether they are known before the choice is a question. In the order of their roles.
     */
    public List<String> doubtful() {
        List<String> sure = nearlyTheLabel();
        boolean named = sure.stream().anyMatch(role -> !role.startsWith("item."));
        return withoutSum(auc.keySet().stream()
                .filter(role -> !role.startsWith("item.") && !sure.contains(role) && !(named && role.equals(ALL)))
                .filter(role -> least(role) > (role.endsWith(WITH) ? TELLING : explained))
                .sorted()
                .toList());
    }

    private double least(String role) {
        double a = folded(auc.get(role));
        double positives = rows.get(0);
        double negatives = rows.get(1);
        double q1 = a / (2 - a);
        double q2 = 2 * a * a / (1 + a);
        double variance = (a * (1 - a) + (positives - 1) * (q1 - a * a) + (negatives - 1) * (q2 - a * a))
                / (positives * negatives);
        return a - NORMAL_95 * Math.sqrt(Math.max(0, variance));
    }

    private static boolean bothLabels(SampleSet samples, Part part) {
        float[] labels = samples.labels(part);
        long positives =
                IntStream.range(0, labels.length).filter(row -> labels[row] > 0).count();
        return positives > 0 && positives < labels.length;
    }

    private static int[] spread(int size, int most) {
        int count = Math.min(size, most);
        return ArrayFill.ints(count, k -> (int) ((long) k * size / count));
    }

    private static float[] labels(SampleSet samples, Part part, int[] rows) {
        return labels(samples.labels(part), rows);
    }

    private static float[] labels(float[] all, int[] rows) {
        return ArrayFill.floats(rows.length, i -> all[rows[i]]);
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
