package dev.interestlens.metric;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The line z → scale · z + shift that makes σ of logits fit labels best (Platt 1999, with the targets of its equations 1 and 2, so that labels that
 * logits tell apart without a mistake do not ask for an infinite scale). Newton's method with halved steps, as in Lin, Lin and Weng 2007.
 *
 * @param scale above 0, so that no two rows change their order
 */
public record PlattScaling(double scale, double shift) {
    private static final int MAX_STEPS = 100;
    private static final double SMALLEST_STEP = 1e-10;
    private static final double GRADIENT = 1e-9;

    /** Of logits that say nothing of the labels, or the contrary: all scores become nearly the share of positives, and keep their order. */
    private static final double MIN_SCALE = 0.05;

    /** Keeps the equations solvable where all logits are equal. */
    private static final double RIDGE = 1e-12;

    /** Fits it; empty where a label is missing. */
    public static Optional<PlattScaling> of(float[] logits, float[] labels) {
        if (logits.length != labels.length) {
            throw new IllegalArgumentException(logits.length + " logits with " + labels.length + " labels");
        }
        int positives = (int)
                IntStream.range(0, labels.length).filter(i -> labels[i] > 0.5f).count();
        int negatives = labels.length - positives;
        if (positives == 0 || negatives == 0) {
            return Optional.empty();
        }
        double[] targets = new double[labels.length];
        Arrays.setAll(targets, i -> labels[i] > 0.5f ? (positives + 1.0) / (positives + 2) : 1.0 / (negatives + 2));
        PlattScaling start = new PlattScaling(0, Math.log((positives + 1.0) / (negatives + 1.0)));
        PlattScaling fitted = start.fitted(logits, targets, false);
        return Optional.of(
                fitted.scale >= MIN_SCALE
                        ? fitted
                        : new PlattScaling(MIN_SCALE, start.shift).fitted(logits, targets, true));
    }

    private PlattScaling fitted(float[] logits, double[] targets, boolean shiftOnly) {
        PlattScaling now = this;
        double loss = now.loss(logits, targets);
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] towards = now.direction(logits, targets, shiftOnly);
            if (towards == null) {
                return now;
            }
            double rate = 1;
            PlattScaling next = now.moved(towards, rate);
            while (next.loss(logits, targets) > loss && rate > SMALLEST_STEP) {
                rate /= 2;
                next = now.moved(towards, rate);
            }
            if (rate <= SMALLEST_STEP) {
                return now;
            }
            now = next;
            loss = now.loss(logits, targets);
        }
        return now;
    }

    private PlattScaling moved(double[] towards, double rate) {
        return new PlattScaling(scale + rate * towards[0], shift + rate * towards[1]);
    }

    /** The step of Newton's method; null where the gradient is 0. */
    private double[] direction(float[] logits, double[] targets, boolean shiftOnly) {
        double ofScale = 0;
        double ofShift = 0;
        double scaleTwice = RIDGE;
        double both = 0;
        double shiftTwice = RIDGE;
        for (int i = 0; i < logits.length; i++) {
            double p = 1 / (1 + Math.exp(-of(logits[i])));
            double error = (p - targets[i]) / logits.length;
            double curvature = p * (1 - p) / logits.length;
            ofScale += error * logits[i];
            ofShift += error;
            scaleTwice += curvature * logits[i] * logits[i];
            both += curvature * logits[i];
            shiftTwice += curvature;
        }
        if (shiftOnly) {
            return Math.abs(ofShift) < GRADIENT ? null : new double[] {0, -ofShift / shiftTwice};
        }
        if (Math.abs(ofScale) < GRADIENT && Math.abs(ofShift) < GRADIENT) {
            return null;
        }
        double determinant = scaleTwice * shiftTwice - both * both;
        return new double[] {
            -(shiftTwice * ofScale - both * ofShift) / determinant,
            -(scaleTwice * ofShift - both * ofScale) / determinant
        };
    }

    private double loss(float[] logits, double[] targets) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            double z = of(logits[i]);
            sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - targets[i] * z;
        }
        return sum / logits.length;
    }

    private double of(double logit) {
        return scale * logit + shift;
    }

    /** The logits after it. */
    public float[] of(float[] logits) {
        float[] after = new float[logits.length];
        for (int i = 0; i < after.length; i++) {
            after[i] = (float) of((double) logits[i]);
        }
        return after;
    }
}
