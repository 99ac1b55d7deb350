package dev.interestlens.data.protocol.probe;

import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.SymmetricInverse;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.metric.Auc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tests for leaks of the label in a protocol. AUCs near 0.5 are harmless; counts must be 0.
 *
 * @param seenInTraining AUC of "the candidate occurs in training"
 * @param alreadyInHistory AUC of "the candidate is in the user's past"
 * @param positionInFile AUC of the place in the input of the candidate's first training event, between candidates that occur about equally often in
 *     training, since popular items come early in any log without a leak
 * @param shuffledWithinUsers AUC of popularity against labels shuffled within each user: 0.50 apart from chance
 * @param historyAfterTarget behaviours of histories that lie after their target in time
 * @param historyTies behaviours of histories that share their target's second
 * @param eventInTwoParts events that are a target in two parts
 */
public record LeakProbes(
        double seenInTraining,
        double alreadyInHistory,
        double positionInFile,
        double shuffledWithinUsers,
        long historyAfterTarget,
        long historyTies,
        long eventInTwoParts) {
    private static final double STEPS = 8;

    /** An AUC is harmless that is at most this far from that of chance. */
    private static final double NEAR = 0.05;

    private static final Set<String> COUNTS = Set.of("historyAfterTarget", "historyTies", "eventInTwoParts");

    /** Probes the test part of a protocol. */
    public static LeakProbes of(SampleSet samples) {
        float[] labels = samples.labels(Part.TEST);
        int n = labels.length;
        double[] seen = new double[n];
        double[] place = new double[n];
        int[] first = firstPlaces(samples);
        for (int row = 0; row < n; row++) {
            int item = samples.sample(Part.TEST, row).candidate();
            seen[row] = samples.warm(item) ? 1 : 0;
            place[row] = first[item];
        }
        Baselines baselines = new Baselines(samples, SymmetricInverse.NONE);
        double[] popularity = baselines.scores(Baseline.POPULARITY, Part.TEST);
        long[] histories = histories(samples);
        return new LeakProbes(
                auc(seen, labels),
                auc(baselines.scores(Baseline.ALREADY_IN_HISTORY, Part.TEST), labels),
                amongEquals(place, popularity, labels),
                auc(popularity, shuffled(labels, samples)),
                histories[0],
                histories[1],
                twice(samples));
    }

    /** The figures by name, as in the report; AUCs as they are, counts as numbers. */
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("seenInTraining", seenInTraining);
        figures.put("alreadyInHistory", alreadyInHistory);
        figures.put("positionInFile", positionInFile);
        figures.put("shuffledWithinUsers", shuffledWithinUsers);
        figures.put("historyAfterTarget", (double) historyAfterTarget);
        figures.put("historyTies", (double) historyTies);
        figures.put("eventInTwoParts", (double) eventInTwoParts);
        return figures;
    }

    /** Whether one of {@link #figures} is a count, which must be 0; else it is an AUC. */
    public static boolean isCount(String name) {
        return COUNTS.contains(name);
    }

    /** Whether one of {@link #figures} shows no leak: a count of 0, or an AUC near 0.5. */
    public boolean isHarmless(String name) {
        double value = figures().get(name);
        return isCount(name) ? value == 0 : Double.isNaN(value) || Math.abs(value - 0.5) <= NEAR;
    }

    private static double auc(double[] scores, float[] labels) {
        return Auc.of(scores, labels).orNaN();
    }

    // Pairs of a positive and a negative whose counts of training events lie between the same powers of two, with equal
    // weights.
    private static double amongEquals(double[] scores, double[] counts, float[] labels) {
        Map<Integer, List<Integer>> strata = new TreeMap<>();
        for (int row = 0; row < labels.length; row++) {
            strata.computeIfAbsent((int) Math.round(STEPS * Math.log(counts[row] + 1)), any -> new ArrayList<>())
                    .add(row);
        }
        double won = 0;
        double pairs = 0;
        for (List<Integer> rows : strata.values()) {
            double[] ofStratum = rows.stream().mapToDouble(row -> scores[row]).toArray();
            float[] labelsOfStratum = new float[ofStratum.length];
            double positives = 0;
            for (int i = 0; i < labelsOfStratum.length; i++) {
                labelsOfStratum[i] = labels[rows.get(i)];
                positives += labelsOfStratum[i];
            }
            double here = positives * (labelsOfStratum.length - positives);
            if (here > 0) {
                won += here * auc(ofStratum, labelsOfStratum);
                pairs += here;
            }
        }
        return won / pairs; // 0/0 where no stratum holds both
    }

    // Training events only: a target itself is one more event of its item, which would tell its position without any
    // leak.
    private static int[] firstPlaces(SampleSet samples) {
        PreparedDataset data = samples.data();
        int[] first = new int[data.items() + Field.FIRST];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int user = 0; user < data.users(); user++) {
            long from = data.firstEvent(user);
            for (long event = from; event < from + samples.seenEvents(user); event++) {
                int item = data.eventItem(event);
                first[item] = Math.min(first[item], data.eventOrder(event));
            }
        }
        return first;
    }

    // Fisher-Yates inside each user's run of rows.
    private static float[] shuffled(float[] labels, SampleSet samples) {
        float[] shuffled = labels.clone();
        int[] users = samples.users(Part.TEST);
        int from = 0;
        for (int row = 1; row <= users.length; row++) {
            if (row < users.length && users[row] == users[from]) {
                continue;
            }
            long place = Mix.place(samples.seed(), -7, from);
            for (int k = row - from - 1; k > 0; k--) {
                int other = from + Mix.below(Mix.draw(place, k), k + 1);
                float label = shuffled[from + k];
                shuffled[from + k] = shuffled[other];
                shuffled[other] = label;
            }
            from = row;
        }
        return shuffled;
    }

    private static long[] histories(SampleSet samples) {
        PreparedDataset data = samples.data();
        long[] counts = new long[2];
        for (int row = 0; row < samples.size(Part.TEST); row += samples.group(Part.TEST)) {
            Sample sample = samples.sample(Part.TEST, row);
            long to = samples.endHistoryEvent(sample);
            for (long e = samples.firstHistoryEvent(sample); e < to; e++) {
                counts[0] += data.eventTime(e) > sample.time() ? 1 : 0;
                counts[1] += data.eventTime(e) == sample.time() ? 1 : 0;
            }
        }
        return counts;
    }

    private static long twice(SampleSet samples) {
        Set<Long> evaluated = new HashSet<>();
        long twice = 0;
        for (Part part : new Part[] {Part.TEST, Part.VALID, Part.TRAIN}) {
            for (int row = 0; row < samples.size(part); row += samples.group(part)) {
                Sample sample = samples.sample(part, row);
                if (sample.label() == 0) {
                    continue;
                }
                long event = samples.data().firstEvent(sample.user()) + sample.position();
                boolean known = part == Part.TRAIN ? evaluated.contains(event) : !evaluated.add(event);
                twice += known ? 1 : 0;
            }
        }
        return twice;
    }
}
