package dev.interestlens.explain.effect;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a candidate's fields do. They belong to the item: a model that knows items by their ids has learnt there, too, what a field does, so that changing
 * a field alone finds too little, on an item that cannot be. Each value is therefore stood for by training items that have it and agree with the
 * candidate in as many other fields as any of these do; the candidate itself is held against other items as they are.
 *
 * <p>The same is measured before some people of the training data. What a field does before this person alone is a match, of which the person's side (a
 * behaviour, a user or context field) is the other half.
 */
final class CandidateEffects {
    private static final int PEOPLE = 8;
    private static final int ALIKE = 8;
    private static final int SCORED = 64;

    /**
     * What a field does.
     *
     * @param effect here, in logits
     * @param standardError of it, from how items differ that stand for the same value, and from the values' being drawn
     * @param everywhere its mean before other people
     */
    record Measured(double effect, double standardError, double everywhere) {}

    private final SampleSet samples;
    private final List<FieldValues> fields;
    private final TrainingItems known;
    private final List<RawBatch> people = new ArrayList<>();

    /** @param fields the candidate's, its own id first */
    CandidateEffects(SampleSet samples, List<FieldValues> fields) {
        this.samples = samples;
        this.fields = fields;
        known = new TrainingItems(samples, fields);
        int rows = samples.size(Part.TRAIN);
        for (int i = 0; i < Math.min(PEOPLE, rows); i++) {
            people.add(samples.batch(Part.TRAIN, new int[] {(int) ((2L * i + 1) * rows / (2L * PEOPLE))}));
        }
    }

    /** Of each field, in the same order. */
    List<Measured> of(Scorer model, Impression impression) {
        int candidate = impression.candidate().number();
        List<Contrast> contrasts = new ArrayList<>();
        Columns columns = new Columns();
        columns.of(candidate);
        RawBatch own = samples.custom(new int[0], new long[0], impression.user(), new int[] {candidate});
        for (int f = 0; f < fields.size(); f++) {
            contrasts.add(contrast(f, own, candidate, columns));
        }
        RawBatch items = samples.custom(new int[0], new long[0], impression.user(), columns.items());
        try (CatalogueScorer scorer = model.catalogue(items)) {
            float[] here = scorer.logits(impression.batch());
            List<float[]> there = people.stream().map(scorer::logits).toList();
            return contrasts.stream()
                    .map(each -> new Measured(
                            each.effect(here),
                            each.standardError(here),
                            there.stream().mapToDouble(each::effect).average().orElse(Double.NaN)))
                    .toList();
        }
    }

    private Contrast contrast(int f, RawBatch own, int candidate, Columns columns) {
        FieldValues field = fields.get(f);
        int each = Math.max(1, Math.min(ALIKE, SCORED / field.values().size()));
        int[][] groups = new int[field.values().size()][];
        for (int v = 0; v < groups.length; v++) {
            groups[v] = columns.of(
                    known.like(own, f, FieldValues.boxed(field.values().get(v)), each));
        }
        int[] like = field.isItem() ? new int[0] : known.like(own, f, field.at(own, 0), ALIKE);
        return new Contrast(
                columns.of(like.length == 0 ? new int[] {candidate} : like), groups, field.weights(), field.exact());
    }

    /** Items that are to be scored, each once. */
    private static final class Columns {
        private final Map<Integer, Integer> places = new LinkedHashMap<>();

        int[] of(int... items) {
            return Arrays.stream(items)
                    .map(item -> places.computeIfAbsent(item, any -> places.size()))
                    .toArray();
        }

        int[] items() {
            return places.keySet().stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** Places of items that stand for the value here, and for each value that there is. */
    private record Contrast(int[] own, int[][] values, double[] weights, boolean exact) {
        double effect(float[] logits) {
            double mean = 0;
            for (int v = 0; v < values.length; v++) {
                mean += weights[v] * mean(logits, values[v]);
            }
            return mean(logits, own) - mean;
        }

        double standardError(float[] logits) {
            double within = within(logits);
            double square = within / own.length;
            double mean = 0;
            double squares = 0;
            for (int v = 0; v < values.length; v++) {
                double at = mean(logits, values[v]);
                mean += at / values.length;
                squares += at * at / values.length;
                square += exact ? weights[v] * weights[v] * within / values[v].length : 0;
            }
            double drawn = Math.max(0, squares - mean * mean) / Math.max(1, values.length - 1);
            return Math.sqrt(square + (exact ? 0 : drawn));
        }

        /** How items differ that have the same value. */
        private double within(float[] logits) {
            double squares = 0;
            int free = 0;
            List<int[]> groups = new ArrayList<>(List.of(values));
            groups.add(own);
            for (int[] group : groups) {
                double mean = mean(logits, group);
                for (int place : group) {
                    squares += (logits[place] - mean) * (logits[place] - mean);
                }
                free += group.length - 1;
            }
            return free == 0 ? 0 : squares / free;
        }

        private static double mean(float[] logits, int[] places) {
            double sum = 0;
            for (int place : places) {
                sum += logits[place];
            }
            return sum / places.length;
        }
    }
}
