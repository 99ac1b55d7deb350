package dev.interestlens.explain.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Clusters of similar attention heads in one sample. The role of a head differs between samples, so lanes are formed for each sample: heads whose
 * attentions have a cosine above one half are one lane (single linkage), and a behaviour belongs to the lane that gives it the largest weight, if
 * that is at least an even share.
 */
public final class Lanes {
    private static final double ALIKE = 0.5;

    private final double[][] heads;
    private final int[] laneOf;
    private final int[] owner;
    private final int count;

    private Lanes(double[][] heads) {
        this.heads = heads;
        laneOf = merged(heads);
        count = Arrays.stream(laneOf).max().orElse(-1) + 1;
        int n = heads.length == 0 ? 0 : heads[0].length;
        owner = IntStream.range(0, n).map(this::lane).toArray();
    }

    /** @param heads weights over the history, a row a head */
    public static Lanes of(List<double[]> heads) {
        return new Lanes(heads.stream().map(Lanes::shares).toArray(double[][]::new));
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

    private int lane(int behaviour) {
        int best = -1;
        double most = 1.0 / heads[0].length - 1e-9;
        for (int h = 0; h < heads.length; h++) {
            if (heads[h][behaviour] > most) {
                most = heads[h][behaviour];
                best = laneOf[h];
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

    public static double cosine(double[] a, double[] b) {
        double product = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            left += a[i] * a[i];
            right += b[i] * b[i];
        }
        return left == 0 || right == 0 ? 0 : product / Math.sqrt(left * right);
    }
}
