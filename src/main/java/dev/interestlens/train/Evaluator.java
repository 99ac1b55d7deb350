package dev.interestlens.train;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.metric.RowMetric;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.train.run.JournalEntry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Scores a whole part and measures it. */
public final class Evaluator {
    private static final int BATCH = 1024;

    private Evaluator() {}

    /** One logit a row of the part. */
    public static float[] logits(Function<RawBatch, float[]> model, SampleSet samples, Part part) {
        return logits(model, samples, part, () -> false);
    }

    /** The same, or null once cancelled. */
    public static float[] logits(
            Function<RawBatch, float[]> model, SampleSet samples, Part part, BooleanSupplier cancelled) {
        return logits(
                model, samples, part, IntStream.range(0, samples.size(part)).toArray(), cancelled);
    }

    /** One logit a row, of some rows of the part; null once cancelled. */
    static float[] logits(
            Function<RawBatch, float[]> model, SampleSet samples, Part part, int[] rows, BooleanSupplier cancelled) {
        float[] logits = new float[rows.length];
        for (int from = 0; from < rows.length; from += BATCH) {
            if (cancelled.getAsBoolean()) {
                return null;
            }
            int[] batch = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BATCH));
            float[] some = model.apply(samples.batch(part, batch));
            System.arraycopy(some, 0, logits, from, some.length);
        }
        return logits;
    }

    /** Each metric of {@link RowMetric#ofEpochs} of logits with a part's labels and users. */
    public static JournalEntry.Valid measure(float[] logits, SampleSet samples, Part part) {
        return measure(logits, samples.labels(part), samples.users(part));
    }

    /** The same of some rows. */
    public static JournalEntry.Valid measure(float[] logits, float[] labels, int[] users) {
        ScoredSamples ranked = ScoredSamples.of(logits, labels, users);
        ScoredSamples scored = ScoredSamples.of(probabilities(logits), labels, users);
        Map<String, Double> rows = new LinkedHashMap<>();
        for (RowMetric metric : RowMetric.ofEpochs()) {
            double value = metric.value(metric instanceof RankMetric ? ranked : scored);
            rows.put(metric.id(), Double.isNaN(value) ? null : value);
        }
        return JournalEntry.Valid.of(rows);
    }

    /** σ of each logit. */
    public static double[] probabilities(float[] logits) {
        return ArrayFill.doubles(logits.length, i -> 1 / (1 + Math.exp(-logits[i])));
    }
}
