package dev.interestlens.ui.control.chart;

import java.util.Arrays;
import java.util.List;

/**
 * Bars that consist of parts, over an axis that begins at 0.
 *
 * @param labels what each bar stands for
 * @param parts names of the parts, from the bottom up
 * @param values of each bar its parts, not negative
 * @param unit of the values
 * @param limit where a dashed line lies; NaN for none
 */
public record StackData(List<String> labels, List<String> parts, List<double[]> values, String unit, double limit) {
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
        return new StackData(List.of(), List.of(), List.of(), "", Double.NaN);
    }

    double sum(int bar) {
        return Arrays.stream(values.get(bar)).sum();
    }

    double highest() {
        double highest = 0;
        for (int bar = 0; bar < values.size(); bar++) {
            highest = Math.max(highest, sum(bar));
        }
        return highest;
    }
}
