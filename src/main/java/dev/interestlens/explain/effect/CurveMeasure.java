package dev.interestlens.explain.effect;

import dev.interestlens.explain.effect.RemovalCurves.Order;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.look.Scores;
import dev.interestlens.model.Removal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Measures deletion and insertion (Petsiuk et al. 2018), comprehensiveness and sufficiency (ERASER, DeYoung et al. 2020), and F_del: where the order
 * of Look lies between a random order (0) and that of Effect (1).
 */
public final class CurveMeasure {
    private static final double TELLING = 0.02;
    private static final double[] SHARES = {0.01, 0.05, 0.1, 0.2, 0.5};
    private static final long SEED = 18090321;

    private final Removal removal;
    private final int n;
    private final int[] grid;
    private final int randomOrders;

    /** Every number of behaviours, 20 random orders: for one sample. */
    public static CurveMeasure fine(Removal removal) {
        int n = removal.behaviours();
        return new CurveMeasure(removal, IntStream.rangeClosed(0, n).toArray(), 20);
    }

    /** Eleven points, five random orders: for means over many samples. */
    public static CurveMeasure coarse(Removal removal) {
        int n = removal.behaviours();
        return new CurveMeasure(
                removal, IntStream.rangeClosed(0, 10).map(i -> i * n / 10).toArray(), 5);
    }

    private CurveMeasure(Removal removal, int[] grid, int randomOrders) {
        this.removal = removal;
        this.n = removal.behaviours();
        this.grid = grid;
        this.randomOrders = randomOrders;
    }

    /** Empty where it was cancelled. */
    public Optional<RemovalCurves> measure(LookResult looked, Effects effects, BooleanSupplier cancelled) {
        Order look = order(Scores.descending(looked.strength()));
        Order effect = order(Scores.descending(effects.effect()));
        double[] random = new double[grid.length];
        Random chance = new Random(SEED);
        for (int r = 0; r < randomOrders; r++) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            double[] curve = at(scores(shuffled(chance), grid, true), grid);
            for (int k = 0; k < grid.length; k++) {
                random[k] += curve[k] / randomOrders;
            }
        }
        double area = area(random);
        double possible = area - effect.deletionArea();
        double skill =
                possible < TELLING || !looked.kind().ranks() ? Double.NaN : (area - look.deletionArea()) / possible;
        return Optional.of(new RemovalCurves(look, effect, random, area, skill));
    }

    /** The curves of one order, most important first. */
    public Order order(int[] first) {
        int[] counts = counts();
        double[] deleted = scores(first, counts, true);
        double[] inserted = scores(first, counts, false);
        double comprehensiveness = 0;
        double sufficiency = 0;
        for (double share : SHARES) {
            int k = (int) Math.ceil(share * n);
            comprehensiveness += (deleted[0] - deleted[k]) / SHARES.length;
            sufficiency += (deleted[0] - inserted[k]) / SHARES.length;
        }
        double[] deletion = at(deleted, grid);
        double[] insertion = at(inserted, grid);
        return new Order(deletion, insertion, area(deletion), area(insertion), comprehensiveness, sufficiency);
    }

    private int[] counts() {
        IntStream shares = Arrays.stream(SHARES).mapToInt(share -> (int) Math.ceil(share * n));
        return IntStream.concat(Arrays.stream(grid), shares).distinct().sorted().toArray();
    }

    /** p(H∖T_k), or p(T_k), for the given k; 0 elsewhere. */
    private double[] scores(int[] order, int[] counts, boolean delete) {
        List<boolean[]> kept = new ArrayList<>();
        for (int count : counts) {
            boolean[] readable = new boolean[n];
            Arrays.fill(readable, delete);
            for (int i = 0; i < count; i++) {
                readable[order[i]] = !delete;
            }
            kept.add(readable);
        }
        double[] logits = removal.logits(kept);
        double[] scores = new double[n + 1];
        for (int i = 0; i < counts.length; i++) {
            scores[counts[i]] = Scores.sigmoid(logits[i]);
        }
        return scores;
    }

    private static double[] at(double[] scores, int[] counts) {
        return Arrays.stream(counts).mapToDouble(k -> scores[k]).toArray();
    }

    private int[] shuffled(Random chance) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(order, chance);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** By the trapezoidal rule over the share removed; for an empty history the score itself. */
    static double area(double[] curve) {
        if (curve.length == 1) {
            return curve[0];
        }
        double sum = (curve[0] + curve[curve.length - 1]) / 2;
        for (int k = 1; k < curve.length - 1; k++) {
            sum += curve[k];
        }
        return sum / (curve.length - 1);
    }
}
