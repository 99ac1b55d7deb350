package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Attention over the behaviours of one history, as it changes during training.
 *
 * @param moments names of the moments, oldest first
 * @param behaviours names of the behaviours
 * @param weights for each moment one number for each behaviour, not negative
 * @param causes places of the behaviours that are known to matter, which are framed
 */
public record AttentionStripData(
        List<? extends Phrase> moments, List<? extends Phrase> behaviours, List<double[]> weights, Set<Integer> causes)
        implements FigureData {
    private static final double EVEN_SHARES = 3;

    /** With no known causes. */
    public AttentionStripData(
            List<? extends Phrase> moments, List<? extends Phrase> behaviours, List<double[]> weights) {
        this(moments, behaviours, weights, Set.of());
    }

    public AttentionStripData {
        causes = Set.copyOf(causes);
        moments = List.copyOf(moments);
        behaviours = List.copyOf(behaviours);
        weights = weights.stream().map(double[]::clone).toList();
        int count = behaviours.size();
        if (moments.size() != weights.size() || weights.stream().anyMatch(row -> row.length != count)) {
            throw new IllegalArgumentException(
                    moments.size() + " moments, " + count + " behaviours, " + weights.size() + " rows of weights");
        }
    }

    public static AttentionStripData empty() {
        return new AttentionStripData(List.of(), List.of(), List.of());
    }

    /** The greatest weight of all moments, 0 where there is none. */
    public double highest() {
        return weights.stream().flatMapToDouble(DoubleStream::of).max().orElse(0);
    }

    /** Where the colour scale ends: three even shares at least, so that even attention, with which training begins, is not the darkest of all. */
    public double scale() {
        double even = weights.stream()
                .mapToDouble(row -> DoubleStream.of(row).sum() * Math.min(1, EVEN_SHARES / Math.max(1, row.length)))
                .max()
                .orElse(0);
        return Math.max(highest(), even);
    }

    /** The behaviour with the greatest weight at the newest moment, −1 where there is none. */
    public int strongest() {
        int strongest = -1;
        double[] newest = weights.isEmpty() ? new double[0] : weights.get(weights.size() - 1);
        for (int i = 0; i < newest.length; i++) {
            strongest = strongest < 0 || newest[i] > newest[strongest] ? i : strongest;
        }
        return strongest;
    }

    /** A line a behaviour, a column a moment. */
    @Override
    public NumberTable numbers(Locale language) {
        return NumberTable.of(language, Phrase.EMPTY, behaviours, moments, weights);
    }
}
