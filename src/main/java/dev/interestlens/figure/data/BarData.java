package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Counts as bars over an ordered axis.
 *
 * @param labels what each bar stands for
 * @param values heights, not negative
 * @param mark a bar index (may lie between two bars) where a dashed line stands; NaN for none
 * @param markLabel what the dashed line means
 */
public record BarData(List<? extends Phrase> labels, double[] values, double mark, Phrase markLabel)
        implements FigureData {
    public BarData {
        labels = List.copyOf(labels);
        values = values.clone();
        if (labels.size() != values.length) {
            throw new IllegalArgumentException(labels.size() + " labels, " + values.length + " values");
        }
    }

    public static BarData empty() {
        return new BarData(List.of(), new double[0], Double.NaN, Phrase.EMPTY);
    }

    /** The greatest value, 0 where there is none. */
    public double highest() {
        return Arrays.stream(values).max().orElse(0);
    }

    /** A line a bar. */
    @Override
    public NumberTable numbers(Locale language) {
        return NumberTable.of(language, Phrase.EMPTY, labels, List.of(Phrases.of("numbers.value")), List.of(values));
    }
}
