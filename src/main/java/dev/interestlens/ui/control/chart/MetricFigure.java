package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.paint.XyPainter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a metric chart gives to files: its lines as all line plots are drawn, and its values. */
record MetricFigure(List<MetricSeries> series, String across, String up) {
    /** Marks values of a sample of users, as the table below the curves does. */
    private static final String SAMPLE = " ○";

    /**
     * Where lines share a colour, as training and validation of a run do, the later ones take styles that are free: a file tells all apart. An estimate
     * from a sample is no line of its own: it is drawn thin, in the style of the line that has its name.
     */
    Drawing drawing(boolean logarithmic) {
        List<XySeries> drawn = new ArrayList<>();
        Set<Integer> taken = series.stream().map(MetricSeries::color).collect(Collectors.toCollection(HashSet::new));
        Set<Integer> used = new HashSet<>();
        Map<String, Integer> styles = new HashMap<>();
        for (MetricSeries each : series) {
            double[] y = logarithmic ? logarithms(each.y()) : each.y();
            Phrase name = Phrase.same(each.name());
            if (each.dots() == MetricSeries.Dots.HOLLOW && styles.containsKey(each.name())) {
                drawn.add(new XySeries(
                        name, each.x(), y, styles.get(each.name()), XySeries.Shape.SAMPLE_LINE, each.best()));
                continue;
            }
            int style = used.add(each.color())
                    ? each.color()
                    : IntStream.iterate(0, next -> next + 1)
                            .filter(taken::add)
                            .findFirst()
                            .orElseThrow();
            styles.put(each.name(), style);
            drawn.add(
                    each.noisy()
                            ? XySeries.smoothed(name, each.x(), y, style)
                            : new XySeries(name, each.x(), y, style, XySeries.Shape.MARKED_LINE, each.best()));
        }
        return new XyPainter(data(drawn, (logarithmic ? "log10 " : "") + up));
    }

    private XyData data(List<XySeries> lines, String vertical) {
        return new XyData(lines, Phrase.same(across), Phrase.same(vertical), false, false);
    }

    /** With a gap where there is none. */
    private static double[] logarithms(double[] y) {
        return Arrays.stream(y)
                .map(value -> value > 0 ? Math.log10(value) : Double.NaN)
                .toArray();
    }

    /** All raw values, one row each. */
    NumberTable numbers(Locale language) {
        List<XySeries> raw = series.stream()
                .map(each -> new XySeries(
                        Phrase.same(each.dots() == MetricSeries.Dots.HOLLOW ? each.name() + SAMPLE : each.name()),
                        each.x(),
                        each.y(),
                        each.color(),
                        XySeries.Shape.LINE,
                        each.best()))
                .toList();
        return data(raw, up).numbers(language);
    }
}
