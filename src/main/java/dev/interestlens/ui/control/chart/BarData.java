package dev.interestlens.ui.control.chart;

import java.util.List;

/**
 * Bars over an ordered axis.
 *
 * @param labels what each bar stands for
 * @param values heights, not negative
 * @param mark a bar index (may lie between two bars) where a dashed line stands; NaN for none
 * @param markLabel what the dashed line means
 */
public record BarData(List<String> labels, double[] values, double mark, String markLabel) {
    public BarData {
        labels = List.copyOf(labels);
        values = values.clone();
        if (labels.size() != values.length) {
            throw new IllegalArgumentException(labels.size() + " labels, " + values.length + " values");
        }
    }

    public static BarData empty() {
        return new BarData(List.of(), new double[0], Double.NaN, "");
    }

    double highest() {
        double highest = 0;
        for (double value : values) {
            highest = Math.max(highest, value);
        }
        return highest;
    }
}
