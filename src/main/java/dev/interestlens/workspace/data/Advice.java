package dev.interestlens.workspace.data;

import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.family.DataFinding;
import dev.interestlens.model.family.Suitability;
import dev.interestlens.store.KeyedText;
import dev.interestlens.store.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which family to try first on a data set, with the findings that decided. A guess from the data only: a comparison of runs tells the truth.
 *
 * @param family id of the family
 * @param reasons findings for it, never empty
 * @param rival id of a family with almost as many votes; empty where there is none
 * @param against findings for the rival and not for the family; empty where there is none
 */
public record Advice(String family, List<Reason> reasons, String rival, List<Reason> against) {
    private static final Texts TEXTS = Texts.beside(Advice.class);
    private static final long SHORT = 5;
    private static final long LONG = 20;
    private static final double MANY_TIES = 0.3;
    private static final double STRONG_ORDER = 1.3;
    private static final double NO_ORDER = 1.1;
    private static final double TURNING = 0.9;
    private static final double MANY_REPEATS = 0.2;
    private static final int NEAR = 1;

    /**
     * One finding.
     *
     * @param figure what was measured, in the unit of the finding
     */
    public record Reason(DataFinding kind, double figure) {
        /**
         * The finding in words.
         *
         * @param family name of the family that is advised
         */
        public KeyedText text(String family) {
            return KeyedText.of(TEXTS, "advice." + kind, rounded(), family);
        }

        private Object rounded() {
            return switch (kind) {
                case TIES, REPEATS -> Math.round(100 * figure);
                case ORDER_MATTERS, ORDER_HARDLY_MATTERS, LAST_IS_NO_GUIDE -> figure;
                default -> Math.round(figure);
            };
        }

        private boolean speaksFor(Candidate family) {
            return family.suits().votes(kind) > 0;
        }
    }

    /** A family that may be advised. */
    private record Candidate(String id, Suitability suits) {}

    public Advice {
        reasons = List.copyOf(reasons);
        against = List.copyOf(against);
    }

    /** Decides by the traits of the data. */
    public static Advice of(DataTraits traits) {
        List<Reason> found = new ArrayList<>();
        found.add(lengths(traits));
        order(traits, found);
        if (traits.repeatShare() >= MANY_REPEATS) {
            found.add(new Reason(DataFinding.REPEATS, traits.repeatShare()));
        }
        List<Candidate> candidates = candidates();
        Candidate chosen = candidates.get(0);
        for (Candidate each : candidates) {
            chosen = votes(each, found) > votes(chosen, found) ? each : chosen;
        }
        List<Reason> reasons = found.stream().filter(speaksFor(chosen)).toList();
        Optional<Candidate> rival = rival(candidates, found, chosen);
        List<Reason> against = rival.isEmpty() ? List.of() : own(found, rival.get(), chosen);
        return new Advice(
                chosen.id(),
                reasons.isEmpty() ? List.of(new Reason(DataFinding.PLACE_TO_START, 0)) : reasons,
                rival.map(Candidate::id).orElse(""),
                against);
    }

    /** With equal votes the first one is advised. */
    private static List<Candidate> candidates() {
        return ModelCatalog.families().stream()
                .flatMap(family -> family.suitability().map(suits -> new Candidate(family.id(), suits)).stream())
                .sorted(Comparator.comparingInt(each -> each.suits().rank()))
                .toList();
    }

    private static Predicate<Reason> speaksFor(Candidate family) {
        return reason -> reason.speaksFor(family);
    }

    private static int votes(Candidate family, List<Reason> found) {
        int of = found.stream()
                .mapToInt(reason -> family.suits().votes(reason.kind()))
                .sum();
        return of + family.suits().votes(DataFinding.PLACE_TO_START);
    }

    private static List<Reason> own(List<Reason> found, Candidate rival, Candidate chosen) {
        return found.stream()
                .filter(speaksFor(rival).and(speaksFor(chosen).negate()))
                .toList();
    }

    // The nearest one with a finding of its own.
    private static Optional<Candidate> rival(List<Candidate> candidates, List<Reason> found, Candidate chosen) {
        return candidates.stream()
                .filter(each -> each != chosen && votes(each, found) >= votes(chosen, found) - NEAR)
                .filter(each -> !own(found, each, chosen).isEmpty())
                .max(Comparator.<Candidate>comparingInt(each -> votes(each, found))
                        .thenComparingInt(each -> each.suits().rank()));
    }

    private static Reason lengths(DataTraits traits) {
        DataFinding kind = traits.medianLength() < SHORT
                ? DataFinding.SHORT_HISTORIES
                : traits.medianLength() < LONG ? DataFinding.MIDDLING_HISTORIES : DataFinding.LONG_HISTORIES;
        return new Reason(kind, traits.medianLength());
    }

    private static void order(DataTraits traits, List<Reason> found) {
        double lift = traits.orderLift();
        if (!traits.timed()) {
            found.add(new Reason(DataFinding.UNTIMED, 0));
        } else if (traits.tieShare() >= MANY_TIES) {
            found.add(new Reason(DataFinding.TIES, traits.tieShare()));
        } else if (lift >= STRONG_ORDER) {
            found.add(new Reason(DataFinding.ORDER_MATTERS, lift));
        } else if (lift < TURNING) {
            found.add(new Reason(DataFinding.LAST_IS_NO_GUIDE, lift));
        } else if (lift <= NO_ORDER) {
            found.add(new Reason(DataFinding.ORDER_HARDLY_MATTERS, lift));
        }
    }
}
