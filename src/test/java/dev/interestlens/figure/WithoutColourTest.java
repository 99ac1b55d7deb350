package dev.interestlens.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.PlotData;
import dev.interestlens.figure.paint.HeatmapPainter;
import dev.interestlens.figure.paint.LinesPainter;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a print without colour, or a reader who sees none, tells apart. */
class WithoutColourTest {
    private static final int PARTS = 6;
    private static final int SERIES = 42;
    private static final Phrase P = Phrase.same("p");

    /** What is drawn, each ink by nothing but its kind. */
    private static List<String> drawn(Consumer<Surface> drawing) {
        Recorder recorder = new Recorder(Locale.ENGLISH);
        drawing.accept(recorder);
        return recorder.operations().stream()
                .map(each -> each.replaceAll("number=\\d+", "number"))
                .toList();
    }

    @Test
    void noTwoSeriesHaveTheSameDashAndMarker() {
        Set<List<Object>> seen = new HashSet<>();
        for (int series = 0; series < SERIES; series++) {
            int each = series;
            List<Double> dashes =
                    Arrays.stream(Pen.series(series).dashes()).boxed().toList();
            assertThat(seen.add(List.of(dashes, drawn(surface -> Markers.draw(surface, each, 0, 0, 1)))))
                    .as("series %d", series)
                    .isTrue();
        }
    }

    @Test
    void noTwoPartsOfABarAreHatchedAlike() {
        Set<List<String>> seen = new HashSet<>();
        for (int part = 0; part < PARTS; part++) {
            int each = part;
            assertThat(seen.add(drawn(surface -> Hatching.part(surface, each, 0, 0, 40, 30, 1))))
                    .as("part %d", part)
                    .isTrue();
        }
    }

    @Test
    void aCellBelowZeroHasAMinus() {
        HeatmapData data = new HeatmapData(
                P,
                P,
                Phrase.all(List.of("a")),
                Phrase.all(List.of("x", "y", "z")),
                new double[] {-0.5, 0, 0.5},
                Scale.DIVERGING,
                Double.NaN);
        HeatmapPainter painter = new HeatmapPainter(data);
        List<String> strokes = drawn(surface -> painter.paint(surface, 200, 110)).stream()
                .filter(each -> each.startsWith("line On[ground="))
                .toList();
        assertThat(strokes).anyMatch(each -> each.contains("step=-64")).noneMatch(each -> each.contains("step=64"));
    }

    @Test
    void cellsTooSmallForAMinusHaveOneTogether() {
        int columns = 120;
        double[] values = new double[columns];
        Arrays.fill(values, 0, columns / 2, -0.5);
        Arrays.fill(values, columns / 2, columns, 0.5);
        HeatmapData data = new HeatmapData(
                P,
                P,
                Phrase.all(List.of("a")),
                Phrase.all(Collections.nCopies(columns, "x")),
                values,
                Scale.DIVERGING,
                Double.NaN);
        HeatmapPainter painter = new HeatmapPainter(data);
        List<String> strokes = drawn(surface -> painter.paint(surface, 400, 110)).stream()
                .filter(each -> each.startsWith("line On[ground="))
                .toList();
        assertThat(strokes).filteredOn(each -> each.contains("step=-64")).hasSizeBetween(10, columns / 4);
        assertThat(strokes).noneMatch(each -> each.contains("step=64"));
    }

    @Test
    void linesAreNamedAtTheirEnds() {
        LinesPainter painter = new LinesPainter(new PlotData(
                P,
                Phrase.all(List.of("1", "2")),
                List.of(
                        new PlotData.Line(Phrase.same("lower"), new double[] {0, 0.5}),
                        new PlotData.Line(Phrase.same("upper"), new double[] {1, 0.5})),
                Double.NaN,
                0,
                1));
        Recorder recorder = new Recorder(Locale.ENGLISH);
        painter.paint(recorder, 400, 140);
        assertThat(recorder.texts()).contains("lower", "upper");
        assertThat(drawn(surface -> painter.paint(surface, 400, 140)))
                .filteredOn(each -> !each.startsWith("told"))
                .doesNotHaveDuplicates();
    }
}
