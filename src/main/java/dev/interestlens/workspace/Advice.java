package dev.interestlens.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which family to try first on a data set, with the findings that decided. A guess from the data alone: Compare tells what is true.
 *
 * @param family id of the family
 * @param reasons what spoke for it, never empty
 * @param rival id of the family that came near; empty where none did
 * @param against what spoke for the rival and not for the family; empty where there is none
 */
public record Advice(String family, List<Reason> reasons, String rival, List<Reason> against) {
    private static final long SHORT = 5;
    private static final long LONG = 20;
    private static final double MANY_TIES = 0.3;
    private static final double STRONG_ORDER = 1.3;
    private static final double NO_ORDER = 1.1;
    private static final double TURNING = 0.9;
    private static final double MANY_REPEATS = 0.2;
    private static final int NEAR = 1;

    /** What was looked at, with what it speaks for; each has a text that points the same way. */
    public enum Kind {
        SHORT_HISTORIES(Map.of(Family.POOL, 2)),
        MIDDLING_HISTORIES(Map.of(Family.DIN, 1, Family.BST, 1)),
        LONG_HISTORIES(Map.of(Family.DIEN, 1, Family.BST, 1)),
        UNTIMED(Map.of(Family.DIN, 2)),
        TIES(Map.of(Family.DIN, 2)),
        ORDER_MATTERS(Map.of(Family.DIEN, 2, Family.BST, 1)),
        ORDER_HARDLY_MATTERS(Map.of(Family.DIN, 1)),
        LAST_IS_NO_GUIDE(Map.of(Family.DIN, 1)),
        REPEATS(Map.of(Family.DIN, 1)),
        /** Where nothing else speaks for it. */
        PLACE_TO_START(Map.of(Family.DIN, 1));

        private final Map<Family, Integer> votes;

        Kind(Map<Family, Integer> votes) {
            this.votes = votes;
        }

        private int votes(Family family) {
            return votes.getOrDefault(family, 0);
        }
    }

    /** Where as much speaks for two of them, the first one is advised. */
    private enum Family {
        POOL,
        DIN,
        BST,
        DIEN;

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One finding.
     *
     * @param figure what was measured, in the unit of the finding
     */
    public record Reason(Kind kind, double figure) {
        private boolean speaksFor(Family family) {
            return kind.votes(family) > 0;
        }
    }

    public Advice {
        reasons = List.copyOf(reasons);
        against = List.copyOf(against);
    }

    /** Weighs what was found. */
    public static Advice of(DataTraits traits) {
        List<Reason> found = new ArrayList<>();
        found.add(lengths(traits));
        order(traits, found);
        if (traits.repeatShare() >= MANY_REPEATS) {
            found.add(new Reason(Kind.REPEATS, traits.repeatShare()));
        }
        Map<Family, Integer> votes = votes(found);
        Family best = Family.POOL;
        for (Family each : Family.values()) {
            best = votes.get(each) > votes.get(best) ? each : best;
        }
        Family chosen = best;
        List<Reason> reasons =
                found.stream().filter(reason -> reason.speaksFor(chosen)).toList();
        Family rival = rival(found, votes, chosen);
        return new Advice(
                chosen.id(),
                reasons.isEmpty() ? List.of(new Reason(Kind.PLACE_TO_START, 0)) : reasons,
                rival == null ? "" : rival.id(),
                rival == null ? List.of() : own(found, rival, chosen));
    }

    private static Map<Family, Integer> votes(List<Reason> found) {
        Map<Family, Integer> votes = new EnumMap<>(Family.class);
        for (Family each : Family.values()) {
            int of =
                    found.stream().mapToInt(reason -> reason.kind().votes(each)).sum();
            votes.put(each, of + Kind.PLACE_TO_START.votes(each));
        }
        return votes;
    }

    private static List<Reason> own(List<Reason> found, Family rival, Family chosen) {
        return found.stream()
                .filter(reason -> reason.speaksFor(rival) && !reason.speaksFor(chosen))
                .toList();
    }

    // The nearest that has something to say for itself.
    private static Family rival(List<Reason> found, Map<Family, Integer> votes, Family chosen) {
        return List.of(Family.values()).stream()
                .filter(each -> each != chosen && votes.get(each) >= votes.get(chosen) - NEAR)
                .filter(each -> !own(found, each, chosen).isEmpty())
                .max(Comparator.comparingInt((Family each) -> votes.get(each)).thenComparing(each -> each))
                .orElse(null);
    }

    private static Reason lengths(DataTraits traits) {
        Kind kind = traits.medianLength() < SHORT
                ? Kind.SHORT_HISTORIES
                : traits.medianLength() < LONG ? Kind.MIDDLING_HISTORIES : Kind.LONG_HISTORIES;
        return new Reason(kind, traits.medianLength());
    }

    private static void order(DataTraits traits, List<Reason> found) {
        double lift = traits.orderLift();
        if (!traits.timed()) {
            found.add(new Reason(Kind.UNTIMED, 0));
        } else if (traits.tieShare() >= MANY_TIES) {
            found.add(new Reason(Kind.TIES, traits.tieShare()));
        } else if (lift >= STRONG_ORDER) {
            found.add(new Reason(Kind.ORDER_MATTERS, lift));
        } else if (lift < TURNING) {
            found.add(new Reason(Kind.LAST_IS_NO_GUIDE, lift));
        } else if (lift <= NO_ORDER) {
            found.add(new Reason(Kind.ORDER_HARDLY_MATTERS, lift));
        }
    }
}
