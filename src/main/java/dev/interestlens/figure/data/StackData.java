package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Bars that consist of parts.
 *
 * @param labels what each bar stands for; each line of a label is written on a line of its own
 * @param parts names of the parts, from the bottom up
 * @param values of each bar its parts, not negative
 * @param unit of the values
 * @param limit where a dashed line lies; NaN for none
 */
public record StackData(
        List<? extends Phrase> labels, List<? extends Phrase> parts, List<double[]> values, Phrase unit, double limit)
        implements FigureData {
    public StackData {
        labels = List.copyOf(labels);
        parts = List.copyOf(parts);
        values = values.stream().map(double[]::clone).toList();
        int count = parts.size();
        if (labels.size() != values.size() || values.stream().anyMatch(bar -> bar.length != count)) {
            throw new IllegalArgumentException(labels.size() + " labels, " + values.size() + " bars");
        }
    }

    public static StackData empty() {
        return new StackData(List.of(), List.of(), List.of(), Phrase.EMPTY, Double.NaN);
    }

    /** The same bars with a dashed line at a limit. */
    public StackData withLimit(double at) {
        return new StackData(labels, parts, values, unit, at);
    }

    /** The sum of the parts of a bar. */
    public double sum(int bar) {
        return Arrays.stream(values.get(bar)).sum();
    }

    /** The greatest sum, 0 where there is none. */
    public double highest() {
        return IntStream.range(0, values.size()).mapToDouble(this::sum).max().orElse(0);
    }

    /** The least sum above 0; 1 where there is none. */
    public double lowest() {
        return IntStream.range(0, values.size())
                .mapToDouble(this::sum)
                .filter(sum -> sum > 0)
                .min()
                .orElse(1);
    }

    /** A label on one line. */
    public Phrase name(int bar) {
        return language -> labels.get(bar).in(language).replace('\n', ' ');
    }

    /** A line a bar, a column a part. */
    @Override
    public NumberTable numbers(Locale language) {
        List<double[]> columns = IntStream.range(0, parts.size())
                .mapToObj(part -> values.stream().mapToDouble(bar -> bar[part]).toArray())
                .toList();
        List<Phrase> names =
                IntStream.range(0, labels.size()).mapToObj(this::name).toList();
        return NumberTable.of(language, Phrase.EMPTY, names, parts, columns);
    }
}
