package dev.interestlens.explain.look;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Plain arithmetic of scores and orders. */
public final class Scores {
    private Scores() {}

    public static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    public static double logit(double score) {
        return Math.log(score / (1 - score));
    }

    /** Places from the largest value to the smallest; of equal ones the newer first. */
    public static int[] descending(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(j -> -values[j]).thenComparing(Comparator.reverseOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
