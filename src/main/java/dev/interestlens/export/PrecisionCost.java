package dev.interestlens.export;

import dev.interestlens.metric.Auc;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.store.ArrayFill;

/**
 * The cost and the saving of a reduced precision.
 *
 * @param precision its name
 * @param changed number of products in integers, or of tables with reduced precision
 * @param rows that were scored
 * @param auc of the file on these rows; NaN where it is not defined
 * @param aucOfFloat of the model on the same rows
 * @param largestScore largest difference of a score from the model's
 * @param largestAlone largest difference between a score computed alone and in a batch
 * @param bytes of the file, or of both of a pair
 * @param bytesOfFloat the same in 32-bit floats
 */
public record PrecisionCost(
        String precision,
        int changed,
        int rows,
        double auc,
        double aucOfFloat,
        double largestScore,
        double largestAlone,
        long bytes,
        long bytesOfFloat) {
    /**
     * Compares logits of the same rows.
     *
     * @param model of the model itself
     * @param written of the file
     */
    public static PrecisionCost of(
            String precision,
            int changed,
            float[] labels,
            float[] model,
            float[] written,
            double largestAlone,
            long bytes,
            long bytesOfFloat) {
        return new PrecisionCost(
                precision,
                changed,
                labels.length,
                auc(written, labels),
                auc(model, labels),
                RoundTrip.of(model, written).largestScore(),
                largestAlone,
                bytes,
                bytesOfFloat);
    }

    private static double auc(float[] logits, float[] labels) {
        double[] scores = ArrayFill.doubles(logits.length, i -> logits[i]);
        return Auc.of(ScoredSamples.of(scores, labels)).orNaN();
    }
}
