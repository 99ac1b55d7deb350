package dev.interestlens.train;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.Auc;
import dev.interestlens.metric.Gauc;
import dev.interestlens.metric.LogLoss;
import dev.interestlens.metric.MetricValue;
import dev.interestlens.metric.ScoredSamples;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

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
        int n = samples.size(part);
        float[] logits = new float[n];
        for (int from = 0; from < n; from += BATCH) {
            if (cancelled.getAsBoolean()) {
                return null;
            }
            int[] rows = new int[Math.min(BATCH, n - from)];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = from + i;
            }
            float[] some = model.apply(samples.batch(part, rows));
            System.arraycopy(some, 0, logits, from, some.length);
        }
        return logits;
    }

    /** AUC, GAUC and log loss of logits beside a part's labels and users. */
    public static JournalEntry.Valid measure(float[] logits, SampleSet samples, Part part) {
        ScoredSamples ranked = ScoredSamples.of(logits, samples.labels(part), samples.users(part));
        return new JournalEntry.Valid(
                value(Auc.of(ranked)),
                value(Gauc.of(ranked).value()),
                value(LogLoss.of(probabilities(logits), samples.labels(part))));
    }

    /** σ of each logit. */
    public static double[] probabilities(float[] logits) {
        double[] p = new double[logits.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = 1 / (1 + Math.exp(-logits[i]));
        }
        return p;
    }

    private static Double value(MetricValue value) {
        return value.isDefined() ? value.value() : null;
    }
}
