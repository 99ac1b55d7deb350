package dev.interestlens.metric;

import java.util.Arrays;

/**
 * How far a sum is from what random signs of its terms give, in standard deviations of a normal number: z = √(2 · max over θ of (θ|Σs| − Σ ln cosh(θs))),
 * by Chernoff P(|Σ±s| ≥ |Σs|) ≤ 2·exp(−z²/2). For many terms of like size z is Σs/√Σs². Of few terms that ratio cannot be larger than the root of their
 * number, however sure their common sign; z can: n equal terms of one sign have √(2n·ln 2), since 2^−n of all signs are so.
 *
 * <p>θ is one of {@value #POINTS} fixed multiples of 1/√Σs². Each gives a valid bound, and the best of them is within 2 % of the best of all where z is below 32.
 *
 * @param slopes values of θ
 * @param offsets Σ ln cosh(θs) at each of them
 */
record RandomSigns(double[] slopes, double[] offsets) {
    private static final int POINTS = 25;
    private static final double FIRST = 0.5;
    private static final double STEP = Math.sqrt(Math.sqrt(2));

    /** For sums of these terms with any signs. */
    static RandomSigns of(double[] terms) {
        double norm = norm(terms);
        double[] slopes = new double[norm > 0 ? POINTS : 0];
        Arrays.setAll(slopes, point -> slope(point, norm));
        return new RandomSigns(
                slopes,
                Arrays.stream(slopes).map(slope -> cumulant(slope, terms)).toArray());
    }

    /** z of a sum. */
    double z(double sum) {
        double most = 0;
        for (int point = 0; point < slopes.length; point++) {
            most = Math.max(most, slopes[point] * Math.abs(sum) - offsets[point]);
        }
        return Math.sqrt(2 * most);
    }

    /** z of the sum of these terms; the same as {@code of(terms).z(sum)}, which computes all offsets. */
    static double z(double[] terms) {
        double norm = norm(terms);
        double sum = Math.abs(Arrays.stream(terms).sum());
        if (norm == 0) {
            return 0;
        }
        double bestOfMany = Math.log(Math.max(1, sum / norm / FIRST)) / Math.log(STEP);
        int point = (int) Math.min(POINTS - 1, Math.round(bestOfMany));
        double most = exponent(point, norm, sum, terms);
        int direction = exponent(point + 1, norm, sum, terms) > most ? 1 : -1; // the exponent is concave in θ
        for (double next; (next = exponent(point + direction, norm, sum, terms)) > most; point += direction) {
            most = next;
        }
        return Math.sqrt(2 * Math.max(0, most));
    }

    private static double exponent(int point, double norm, double sum, double[] terms) {
        double slope = slope(point, norm);
        return point < 0 || point >= POINTS ? Double.NEGATIVE_INFINITY : slope * sum - cumulant(slope, terms);
    }

    private static double slope(int point, double norm) {
        return FIRST * Math.pow(STEP, point) / norm;
    }

    private static double norm(double[] terms) {
        return Math.sqrt(Arrays.stream(terms).map(term -> term * term).sum());
    }

    private static double cumulant(double slope, double[] terms) {
        double sum = 0;
        for (double term : terms) {
            double size = slope * Math.abs(term);
            sum += size + Math.log1p(Math.exp(-2 * size)) - Math.log(2); // ln cosh, without overflow
        }
        return sum;
    }
}
