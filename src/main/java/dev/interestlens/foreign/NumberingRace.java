package dev.interestlens.foreign;

import dev.interestlens.foreign.Numbering.Tried;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Vocabulary;
import dev.interestlens.metric.Auc;
import dev.interestlens.metric.Bootstrap;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.PerUser;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Numberings of one field against each other on labelled rows, round after round on more rows: those that are clearly worse than the best leave, and it ends
 * where further rows would not tell the others apart.
 */
final class NumberingRace {
    private static final long SEED = 20260301;
    private static final int RESAMPLES = 300;
    static final int FEW = 200;
    static final int MANY = 1000;
    private static final int[] ROUNDS = {FEW, 500, MANY, 2000, 4000, 6000};

    /** How many are tried on more rows at once. */
    private static final int FINAL = 3;

    private static final double MIN = 0.002;

    private final NumberedRows rows;
    private final Mapping mapping;
    private final String field;

    /** @param mapping with the numbers of the other fields */
    NumberingRace(NumberedRows rows, Mapping mapping, String field) {
        this.rows = rows;
        this.mapping = mapping;
        this.field = field;
    }

    /** How a numbering stands on many rows; NaN where these numbers cannot be scored. */
    double auc(Vocabulary vocabulary) {
        return auc(vocabulary, Math.min(MANY, rows.size()));
    }

    /** Whether one is better than another beyond chance; false where it cannot be scored. */
    boolean isClearlyBetter(Vocabulary one, Vocabulary other, int max) {
        int count = Math.min(max, rows.size());
        return !Double.isNaN(auc(one, count))
                && !Double.isNaN(auc(other, count))
                && apart(one, other, count).clear();
    }

    /**
     * All of them, the best first, each against the best; empty where none can be scored. It does not end before the best was held against another one on
     * many rows, since among several one seems clearly the best on few.
     *
     * @param staying those that stay in any case until there are many rows
     * @param max rows at which it ends in any case
     */
    List<Tried> run(List<Vocabulary> all, Set<Vocabulary> staying, int max) {
        Map<Vocabulary, Tried> found = new LinkedHashMap<>();
        Set<Vocabulary> close = new LinkedHashSet<>(all);
        Set<Vocabulary> waiting = new LinkedHashSet<>();
        int last = Math.min(max, rows.size());
        boolean waited = false;
        for (int round = 0; round < ROUNDS.length; ) {
            int now = Math.min(ROUNDS[round], last);
            close.removeIf(each -> Double.isNaN(auc(each, now)));
            Optional<Vocabulary> best = close.stream().max(Comparator.comparingDouble(each -> auc(each, now)));
            if (best.isEmpty()) {
                break;
            }
            boolean more = round(best.get(), staying, close, now, found);
            if (close.size() == 1 && !waiting.isEmpty()) {
                close.addAll(waiting); // a winner over the best few must win over these too
                waiting.clear();
                waited = true;
            } else if (!more || now == last) {
                break;
            } else {
                if (now >= MANY && !waited) {
                    waiting.addAll(behind(close, now));
                    close.removeAll(waiting);
                }
                round++;
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Tried::below))
                .toList();
    }

    /** Those that wait while the best few are tried on more rows. */
    private List<Vocabulary> behind(Set<Vocabulary> close, int count) {
        return close.stream()
                .sorted(Comparator.comparingDouble(each -> -auc(each, count)))
                .skip(FINAL)
                .toList();
    }

    /** Those that are clearly worse than the best leave; false where further rows would tell no more. */
    private boolean round(
            Vocabulary best, Set<Vocabulary> staying, Set<Vocabulary> close, int count, Map<Vocabulary, Tried> found) {
        found.put(best, new Tried(field, best, auc(best, count), 0, 0, 0, true, count));
        Optional<Vocabulary> second =
                close.stream().filter(each -> each != best).max(Comparator.comparingDouble(each -> auc(each, count)));
        boolean more = false;
        for (Vocabulary each : List.copyOf(close)) {
            if (each != best) {
                Apart apart = apart(best, each, count);
                found.put(each, tried(each, count, apart));
                boolean stays =
                        staying.contains(each) || second.filter(each::equals).isPresent();
                if (apart.clear() && (!stays || count >= MANY)) {
                    close.remove(each);
                } else {
                    more |= count < MANY || apart.wouldBeClear(Math.sqrt(count / (double) rows.size()));
                }
            }
        }
        return more;
    }

    private Tried tried(Vocabulary vocabulary, int count, Apart apart) {
        return new Tried(
                field,
                vocabulary,
                auc(vocabulary, count),
                apart.below(),
                apart.byAuc().map(Interval::low).orElse(0.0),
                apart.byAuc().map(Interval::high).orElse(0.0),
                apart.clear(),
                count);
    }

    /** NaN where these numbers cannot be scored. */
    private double auc(Vocabulary vocabulary, int count) {
        return logits(vocabulary, count)
                .map(logits -> Auc.of(rows.scored(logits, count)).orNaN())
                .orElse(Double.NaN);
    }

    private Optional<float[]> logits(Vocabulary vocabulary, int count) {
        return rows.logits(mapping.with(field, vocabulary), count);
    }

    /**
     * One numbering against the best.
     *
     * @param byAuc by how much its AUC is lower
     * @param byPreference by how much less surely the chosen are preferred to what stands beside them, over users; it tells more than the AUC, which only
     *     counts who is first. Null where rows are no pairs
     */
    private record Apart(double below, Optional<Interval> byAuc, Optional<Interval> byPreference) {
        boolean clear() {
            boolean worse = byAuc.filter(apart -> apart.low() > 0).isPresent() && below > MIN;
            return worse
                    || below > 0
                            && byPreference.filter(apart -> apart.low() > 0).isPresent();
        }

        /** Whether an interval that is narrower by such a factor might tell them apart; its middle may yet move by half of what is uncertain now. */
        boolean wouldBeClear(double narrower) {
            return Stream.of(byAuc, byPreference)
                    .flatMap(Optional::stream)
                    .anyMatch(apart ->
                            (apart.low() + apart.high()) / 2 > (narrower - 0.5) * (apart.high() - apart.low()) / 2);
        }
    }

    private Apart apart(Vocabulary best, Vocabulary other, int count) {
        float[] winner = logits(best, count).orElseThrow();
        float[] mine = logits(other, count).orElseThrow();
        Bootstrap bootstrap = new Bootstrap(RESAMPLES, 0.95, SEED);
        return new Apart(
                auc(best, count) - auc(other, count),
                bootstrap.aucDifference(rows.scored(winner, count), rows.scored(mine, count)),
                preferred(winner, mine, count).flatMap(bootstrap::mean));
    }

    /** By how much more surely the chosen are preferred under one numbering than under another, by user. */
    private Optional<PerUser> preferred(float[] one, float[] other, int count) {
        Map<Integer, double[]> byUser = new LinkedHashMap<>(); // sum and number
        for (int i = 0; i + 1 < count; i += 2) {
            if (!(rows.label(i) > rows.label(i + 1))) {
                return Optional.empty(); // no pairs
            }
            double[] mine = byUser.computeIfAbsent(rows.user(i), user -> new double[2]);
            mine[0] += preference(one, i) - preference(other, i);
            mine[1]++;
        }
        return Optional.of(new PerUser(
                byUser.values().stream().mapToDouble(mine -> mine[0] / mine[1]).toArray(),
                byUser.values().stream().mapToDouble(mine -> mine[1]).toArray()));
    }

    private static double preference(float[] logits, int chosen) {
        return 1 / (1 + Math.exp(logits[chosen + 1] - logits[chosen]));
    }
}
