package dev.interestlens.foreign;

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
 * Compares numberings of one field on labelled rows, in rounds with more and more rows: those that are clearly worse than the best are dropped, and
 * it ends where further rows would not separate the others.
 *
 * @param mapping with the numbers of the other fields
 */
record NumberingRace(NumberedRows rows, Mapping mapping, String field) {
    private static final long SEED = 20260301;
    private static final int RESAMPLES = 300;
    static final int FEW = 200;
    static final int MANY = 1000;
    private static final int[] ROUNDS = {FEW, 500, MANY, 2000, 4000, 6000};

    /** How many are compared on more rows at once. */
    private static final int FINAL = 3;

    private static final double MIN = 0.002;

    /** The AUC of a numbering on many rows; NaN where its numbers do not fit. */
    double auc(Vocabulary vocabulary) {
        return auc(vocabulary, Math.min(MANY, rows.size()));
    }

    /** Whether one is significantly better than another; false where it does not fit. */
    boolean isClearlyBetter(Vocabulary one, Vocabulary other, int max) {
        int count = Math.min(max, rows.size());
        return !Double.isNaN(auc(one, count))
                && !Double.isNaN(auc(other, count))
                && apart(one, other, count).clear();
    }

    /**
     * All of them, the best first, each compared with the best; empty where none fits. The best must be compared with another one on many rows, since
     * on few rows one of several may seem clearly best by chance.
     *
     * @param staying those that are kept until there are many rows
     * @param max number of rows at which it ends
     */
    List<TriedNumbering> run(List<Vocabulary> all, Set<Vocabulary> staying, int max) {
        Map<Vocabulary, TriedNumbering> found = new LinkedHashMap<>();
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
                close.addAll(waiting); // the winner among the best few must also win against these
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
                .sorted(Comparator.comparingDouble(TriedNumbering::below))
                .toList();
    }

    /** Those that wait while the best few are compared on more rows. */
    private List<Vocabulary> behind(Set<Vocabulary> close, int count) {
        return close.stream()
                .sorted(Comparator.comparingDouble(each -> -auc(each, count)))
                .skip(FINAL)
                .toList();
    }

    /** Drops those that are clearly worse than the best; false where further rows would not separate the others. */
    private boolean round(
            Vocabulary best,
            Set<Vocabulary> staying,
            Set<Vocabulary> close,
            int count,
            Map<Vocabulary, TriedNumbering> found) {
        found.put(best, new TriedNumbering(field, best, auc(best, count), 0, 0, 0, true, count));
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

    private TriedNumbering tried(Vocabulary vocabulary, int count, Apart apart) {
        return new TriedNumbering(
                field,
                vocabulary,
                auc(vocabulary, count),
                apart.below(),
                apart.byAuc().map(Interval::low).orElse(0.0),
                apart.byAuc().map(Interval::high).orElse(0.0),
                apart.clear(),
                count);
    }

    /** The AUC; NaN where the numbers do not fit. */
    private double auc(Vocabulary vocabulary, int count) {
        return logits(vocabulary, count)
                .map(logits -> Auc.of(rows.scored(logits, count)).orNaN())
                .orElse(Double.NaN);
    }

    private Optional<float[]> logits(Vocabulary vocabulary, int count) {
        return rows.logits(mapping.with(field, vocabulary), count);
    }

    /**
     * One numbering compared with the best.
     *
     * @param byAuc by how much its AUC is lower
     * @param byPreference by how much less positives are preferred to their negatives, over users; more sensitive than the AUC, which only counts the
     *     order. Null where rows are not pairs
     */
    private record Apart(double below, Optional<Interval> byAuc, Optional<Interval> byPreference) {
        boolean clear() {
            boolean worse = byAuc.filter(apart -> apart.low() > 0).isPresent() && below > MIN;
            return worse
                    || below > 0
                            && byPreference.filter(apart -> apart.low() > 0).isPresent();
        }

        /** Whether an interval that is narrower by this factor might separate them; its centre may still move by half of the current width. */
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

    /** By how much more positives are preferred with one numbering than with another, by user. */
    private Optional<PerUser> preferred(float[] one, float[] other, int count) {
        Map<Integer, double[]> byUser = new LinkedHashMap<>(); // sum and number
        for (int i = 0; i + 1 < count; i += 2) {
            if (!(rows.label(i) > rows.label(i + 1))) {
                return Optional.empty(); // not pairs
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
