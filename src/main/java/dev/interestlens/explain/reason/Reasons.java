package dev.interestlens.explain.reason;

import dev.interestlens.model.PartScorer;
import dev.interestlens.model.ScorePart;
import dev.interestlens.model.ScorePart.Kind;
import dev.interestlens.store.ArrayFill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The raw scores of every attention, split by parts.
 *
 * @param parts all of which there are values; those that an attention does not read add exactly 0
 */
public record Reasons(List<ScorePart> parts, List<OfAttention> attentions) {
    /** Where a model has no attention whose scores have parts, or there is no history. */
    public static final Reasons NONE = new Reasons(List.of(), List.of());

    /**
     * The scores of one attention.
     *
     * @param layer from 0
     * @param head from 0
     * @param behaviours their positions in the history, ascending
     * @param scores before the softmax, one a behaviour
     * @param means what an average behaviour has in its place
     * @param values for each behaviour what each part adds; they sum to its score less its mean
     */
    public record OfAttention(
            int layer, int head, int[] behaviours, double[] scores, double[] means, double[][] values) {
        public OfAttention {
            behaviours = behaviours.clone();
            scores = scores.clone();
            means = means.clone();
            values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        }

        private static OfAttention of(PartScorer.Scores read, List<ScorePart> all, int[] behaviours) {
            int n = behaviours.length;
            double[] scores = new double[n];
            double[] means = new double[n];
            double[][] values = new double[n][all.size()];
            for (int j = 0; j < n; j++) {
                double[] sets = read.values()[j];
                scores[j] = sets[sets.length - 1];
                means[j] = sets[0];
                double[] shares = Shapley.of(sets);
                for (int p = 0; p < shares.length; p++) {
                    values[j][all.indexOf(read.parts().get(p))] = shares[p];
                }
            }
            return new OfAttention(read.layer(), read.head(), behaviours, scores, means, values);
        }

        /** Where a behaviour is among those with values; below 0 where it is not. */
        public int place(int behaviour) {
            return Arrays.binarySearch(behaviours, behaviour);
        }

        /** The largest value, without its sign. */
        public double most() {
            return Arrays.stream(values)
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .max()
                    .orElse(0);
        }

        /** The behaviour with the highest score; −1 where there is none. */
        public int highest() {
            return IntStream.range(0, scores.length)
                    .boxed()
                    .max(Comparator.comparingDouble(j -> scores[j]))
                    .map(j -> behaviours[j])
                    .orElse(-1);
        }

        /** Sum of the squared distances of the scores from their mean. */
        double spread() {
            return Arrays.stream(products(scores)).sum();
        }

        /** What a part has in the spread: Σ (value − mean)(score − mean). */
        double spread(int part) {
            return Arrays.stream(products(column(part))).sum();
        }

        private double[] products(double[] of) {
            double mean = Arrays.stream(of).average().orElse(0);
            double meanScore = Arrays.stream(scores).average().orElse(0);
            return ArrayFill.doubles(of.length, j -> (of[j] - mean) * (scores[j] - meanScore));
        }

        /** The values of a part, one a behaviour. */
        public double[] column(int part) {
            return Arrays.stream(values).mapToDouble(row -> row[part]).toArray();
        }

        private OfAttention at(int[] steps) {
            int[] whole = Arrays.stream(behaviours).map(j -> steps[j]).toArray();
            return new OfAttention(layer, head, whole, scores, means, values);
        }
    }

    public Reasons {
        parts = List.copyOf(parts);
        attentions = List.copyOf(attentions);
    }

    /**
     * Of scores under all sets of parts.
     *
     * @param known parts of the data, which come first, read or not
     */
    static Reasons of(List<PartScorer.Scores> scores, List<ScorePart> known, int[] behaviours) {
        Set<ScorePart> read = new LinkedHashSet<>();
        scores.forEach(each -> read.addAll(each.parts()));
        boolean together = read.contains(ScorePart.of(Kind.REST)); // then a field without values may be among the rest
        Set<ScorePart> all = new LinkedHashSet<>(known);
        all.removeIf(part -> together && part.kind() == Kind.FIELD && !read.contains(part));
        all.addAll(read);
        List<ScorePart> parts = new ArrayList<>(all);
        return new Reasons(
                parts,
                scores.stream()
                        .map(each -> OfAttention.of(each, parts, behaviours))
                        .toList());
    }

    /** The same for behaviours of a longer history: the position of each in it. */
    public Reasons at(int[] steps) {
        return new Reasons(
                parts, attentions.stream().map(each -> each.at(steps)).toList());
    }

    /** The attention whose scores differ most over the history. */
    public Optional<OfAttention> sharpest() {
        return attentions.stream().max(Comparator.comparingDouble(OfAttention::spread));
    }

    /** How much of the differences of scores over the history comes from each part, all attentions together; they sum to 1. NaN where none differ. */
    public double[] shares() {
        double whole = attentions.stream().mapToDouble(OfAttention::spread).sum();
        return IntStream.range(0, parts.size())
                .mapToDouble(p ->
                        attentions.stream().mapToDouble(each -> each.spread(p)).sum()
                                / (whole > 0 ? whole : Double.NaN))
                .toArray();
    }

    /**
     * The same for what sets some behaviours apart: how far each part lifts their scores above the history's mean. NaN where these are not higher, or
     * one has no values.
     */
    public double[] lifts(List<Integer> of) {
        double[] lifts = new double[parts.size()];
        for (OfAttention each : attentions) {
            int[] places = of.stream().mapToInt(each::place).toArray();
            for (int p = 0; p < lifts.length; p++) {
                double[] column = each.column(p);
                double some = Arrays.stream(places)
                        .mapToDouble(at -> at < 0 ? Double.NaN : column[at])
                        .average()
                        .orElse(Double.NaN);
                lifts[p] += some - Arrays.stream(column).average().orElse(0);
            }
        }
        double whole = Arrays.stream(lifts).sum();
        return Arrays.stream(lifts)
                .map(lift -> whole > 0 ? lift / whole : Double.NaN)
                .toArray();
    }

    /** Which parts any attention reads. */
    public List<Integer> read() {
        return IntStream.range(0, parts.size())
                .filter(p -> attentions.stream()
                        .anyMatch(each -> Arrays.stream(each.column(p)).anyMatch(value -> value != 0)))
                .boxed()
                .toList();
    }
}
