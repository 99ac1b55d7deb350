package dev.interestlens.explain.look;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds predictions that are similar to the model: by the cosine of their centred interest vectors. */
public final class SimilarPredictions {
    private SimilarPredictions() {}

    /**
     * @param vectors of equal length, at least one
     * @param of index of the given prediction
     * @param most number of results
     * @return indices, the most similar first, beginning with the given one
     */
    public static List<Integer> nearest(List<float[]> vectors, int of, int most) {
        int width = vectors.get(0).length;
        double[] mean = new double[width];
        for (float[] vector : vectors) {
            for (int e = 0; e < width; e++) {
                mean[e] += vector[e] / (double) vectors.size();
            }
        }
        double[] cosine = new double[vectors.size()];
        for (int i = 0; i < cosine.length; i++) {
            cosine[i] = i == of ? Double.POSITIVE_INFINITY : cosine(vectors.get(i), vectors.get(of), mean);
        }
        return IntStream.range(0, cosine.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -cosine[i]))
                .limit(most)
                .toList();
    }

    private static double cosine(float[] one, float[] other, double[] mean) {
        double product = 0;
        double a = 0;
        double b = 0;
        for (int e = 0; e < mean.length; e++) {
            double x = one[e] - mean[e];
            double y = other[e] - mean[e];
            product += x * y;
            a += x * x;
            b += y * y;
        }
        return a == 0 || b == 0 ? -1 : product / Math.sqrt(a * b);
    }
}
