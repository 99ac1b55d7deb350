package dev.interestlens.workspace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which family to try first on a data set, with the figures that say so. A guess from the data alone: Compare tells what is true.
 *
 * @param family id of the family
 * @param reasons what was found, each with its figure
 */
public record Advice(String family, List<Reason> reasons) {
    private static final long SHORT = 5;
    private static final long LONG = 20;
    private static final double MANY_TIES = 0.3;
    private static final double STRONG_ORDER = 1.3;
    private static final double NO_ORDER = 1.1;
    private static final double MANY_REPEATS = 0.2;

    /** What was looked at; each has a text for what it found. */
    public enum Kind {
        SHORT_HISTORIES,
        MIDDLING_HISTORIES,
        LONG_HISTORIES,
        UNTIMED,
        TIES,
        ORDER_MATTERS,
        ORDER_HARDLY_MATTERS,
        REPEATS
    }

    private enum Family {
        POOL,
        DIN,
        DIEN,
        BST
    }

    /**
     * One finding.
     *
     * @param figure what was measured, in the unit of the finding
     */
    public record Reason(Kind kind, double figure) {}

    public Advice {
        reasons = List.copyOf(reasons);
    }

    /** Weighs what was found. */
    public static Advice of(DataTraits traits) {
        Map<Family, Integer> votes = new EnumMap<>(Family.class);
        List<Reason> reasons = new ArrayList<>();
        votes.put(Family.DIN, 1); // the place to start where nothing speaks against it
        lengths(traits, votes, reasons);
        order(traits, votes, reasons);
        if (traits.repeatShare() >= MANY_REPEATS) {
            reasons.add(new Reason(Kind.REPEATS, traits.repeatShare()));
            votes.merge(Family.DIN, 1, Integer::sum);
        }
        Family best = Family.POOL;
        for (Family each : new Family[] {Family.DIN, Family.BST, Family.DIEN}) {
            best = votes.getOrDefault(each, 0) > votes.getOrDefault(best, 0) ? each : best;
        }
        return new Advice(best.name().toLowerCase(java.util.Locale.ROOT), reasons);
    }

    private static void lengths(DataTraits traits, Map<Family, Integer> votes, List<Reason> reasons) {
        if (traits.medianLength() < SHORT) {
            reasons.add(new Reason(Kind.SHORT_HISTORIES, traits.medianLength()));
            votes.merge(Family.POOL, 2, Integer::sum);
        } else if (traits.medianLength() < LONG) {
            reasons.add(new Reason(Kind.MIDDLING_HISTORIES, traits.medianLength()));
            votes.merge(Family.DIN, 1, Integer::sum);
            votes.merge(Family.BST, 1, Integer::sum);
        } else {
            reasons.add(new Reason(Kind.LONG_HISTORIES, traits.medianLength()));
            votes.merge(Family.DIEN, 1, Integer::sum);
            votes.merge(Family.BST, 1, Integer::sum);
        }
    }

    private static void order(DataTraits traits, Map<Family, Integer> votes, List<Reason> reasons) {
        if (!traits.timed()) {
            reasons.add(new Reason(Kind.UNTIMED, 0));
            votes.merge(Family.DIN, 2, Integer::sum);
        } else if (traits.tieShare() >= MANY_TIES) {
            reasons.add(new Reason(Kind.TIES, traits.tieShare()));
            votes.merge(Family.DIN, 2, Integer::sum);
        } else if (traits.orderLift() >= STRONG_ORDER) {
            reasons.add(new Reason(Kind.ORDER_MATTERS, traits.orderLift()));
            votes.merge(Family.DIEN, 2, Integer::sum);
            votes.merge(Family.BST, 1, Integer::sum);
        } else if (traits.orderLift() <= NO_ORDER) {
            reasons.add(new Reason(Kind.ORDER_HARDLY_MATTERS, traits.orderLift()));
            votes.merge(Family.DIN, 1, Integer::sum);
        }
    }
}
