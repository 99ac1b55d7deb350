package dev.interestlens.export;

import dev.interestlens.store.Problem;
import java.nio.file.Path;

/**
 * A written file read back: the scores of the original compared with those of the copy, on real rows.
 *
 * @param rows compared
 * @param largestLogit largest difference of a logit
 * @param largestScore largest difference of a score
 */
public record RoundTrip(int rows, double largestLogit, double largestScore) {
    /** The largest difference that counts as equal. */
    public static final double TOLERANCE = 1e-5;

    /** Compares logits row by row. */
    public static RoundTrip of(float[] original, float[] copy) {
        if (original.length != copy.length) {
            throw new IllegalArgumentException(original.length + " rows against " + copy.length);
        }
        double logit = 0;
        double score = 0;
        for (int i = 0; i < copy.length; i++) {
            logit = largest(logit, Math.abs((double) original[i] - copy[i]));
            score = largest(score, Math.abs(sigmoid(original[i]) - sigmoid(copy[i])));
        }
        return new RoundTrip(copy.length, logit, score);
    }

    /** Compares scores with those of the logits. */
    public static RoundTrip ofScores(float[] logits, float[] scores) {
        if (logits.length != scores.length) {
            throw new IllegalArgumentException(logits.length + " rows against " + scores.length);
        }
        double score = 0;
        for (int i = 0; i < scores.length; i++) {
            score = largest(score, Math.abs(sigmoid(logits[i]) - scores[i]));
        }
        return new RoundTrip(scores.length, 0, score);
    }

    /** The larger differences of two, over the rows of both. */
    public RoundTrip worse(RoundTrip other) {
        return new RoundTrip(
                Math.max(rows, other.rows),
                Math.max(largestLogit, other.largestLogit),
                Math.max(largestScore, other.largestScore));
    }

    /** False also where a score is not a number. */
    public boolean holds() {
        return largestScore <= TOLERANCE;
    }

    /** This, or throws the problem of a file whose scores differ. */
    public RoundTrip orRefuse(Path file) {
        if (!holds()) {
            throw Problem.internal(RoundTrip.class, "roundTrip").file(file).exception("deviation", largestScore);
        }
        return this;
    }

    private static double largest(double soFar, double next) {
        return Double.isNaN(next) ? Double.POSITIVE_INFINITY : Math.max(soFar, next);
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
