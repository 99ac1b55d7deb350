package dev.interestlens.explain;

import dev.interestlens.explain.Curves.Order;
import dev.interestlens.model.Removal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Measures deletion and insertion (Petsiuk et al. 2018), comprehensiveness and sufficiency (ERASER, DeYoung et al. 2020), and how much of the way from
 * a random order to the measured one Look goes.
 */
final class CurveMeasure {
    private static final int RANDOM_ORDERS = 20;
    private static final double TELLING = 0.02;
    private static final double[] SHARES = {0.01, 0.05, 0.1, 0.2, 0.5};
    private static final long SEED = 18090321;

    private final Removal removal;
    private final int n;
    private final BooleanSupplier cancelled;

    CurveMeasure(Removal removal, BooleanSupplier cancelled) {
        this.removal = removal;
        this.n = removal.behaviours();
        this.cancelled = cancelled;
    }

    /** Empty where it was cancelled. */
    Optional<Curves> measure(Looked looked, Effects effects) {
        Order look = order(Scores.descending(looked.strength()));
        Order effect = order(Scores.descending(effects.effect()));
        double[] random = new double[n + 1];
        double area = 0;
        Random chance = new Random(SEED);
        for (int r = 0; r < RANDOM_ORDERS; r++) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            double[] curve = scores(shuffled(chance), true);
            area += area(curve) / RANDOM_ORDERS;
            for (int k = 0; k <= n; k++) {
                random[k] += curve[k] / RANDOM_ORDERS;
            }
        }
        double possible = area - effect.deletionArea();
        double skill =
                possible < TELLING || !looked.kind().ranks() ? Double.NaN : (area - look.deletionArea()) / possible;
        return Optional.of(new Curves(look, effect, random, area, skill));
    }

    private Order order(int[] first) {
        double[] deletion = scores(first, true);
        double[] insertion = scores(first, false);
        double comprehensiveness = 0;
        double sufficiency = 0;
        for (double share : SHARES) {
            int k = (int) Math.ceil(share * n);
            comprehensiveness += (deletion[0] - deletion[k]) / SHARES.length;
            sufficiency += (deletion[0] - insertion[k]) / SHARES.length;
        }
        return new Order(deletion, insertion, area(deletion), area(insertion), comprehensiveness, sufficiency);
    }

    /** p(H∖T_k), or p(T_k), for k = 0 … n. */
    private double[] scores(int[] order, boolean delete) {
        List<boolean[]> kept = new ArrayList<>();
        boolean[] readable = new boolean[n];
        Arrays.fill(readable, delete);
        kept.add(readable.clone());
        for (int j : order) {
            readable[j] = !delete;
            kept.add(readable.clone());
        }
        return Arrays.stream(removal.logits(kept)).map(Scores::sigmoid).toArray();
    }

    private int[] shuffled(Random chance) {
        List<Integer> order = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            order.add(j);
        }
        Collections.shuffle(order, chance);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** By the trapezoid rule over k/n; of an empty history the score itself. */
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
