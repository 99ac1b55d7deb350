package dev.interestlens.ui.control.chart;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.Thinning;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.paint.XyPainter;
import dev.interestlens.ui.control.ChartEvent;
import dev.interestlens.ui.control.Stages;
import io.fair_acc.chartfx.XYChart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MetricChartTest {
    private MetricChart chart;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        chart = new MetricChart(WORDS);
        Stages.show(stage, chart, 700, 320);
    }

    @Test
    void aHundredThousandStepsAreDrawnWithFewPoints() throws Exception {
        fx(() -> chart.setSeries(List.of(noisy(100_000))));
        assertThat(chart.drawnPoints()).isBetween(600, 2 * MetricLines.POINTS);
    }

    @Test
    void aLogarithmicAxisHasSeveralTicksAlsoWithinADecade() {
        assertThat(RoundAxis.logTicks(0.15, 0.8).map(tick -> Math.rint(10 * tick)))
                .containsExactly(2.0, 4.0, 6.0, 8.0);
        assertThat(RoundAxis.logTicks(0.02, 0.9)).containsExactly(0.02, 0.05, 0.1, 0.2, 0.5);
        assertThat(RoundAxis.logTicks(0.0005, 2)).containsExactly(0.001, 0.01, 0.1, 1.0);
        assertThat(RoundAxis.logTicks(0.41, 0.44).count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void whatIsShownOnALogarithmicAxisIsSavedOnOne() throws Exception {
        List<ChartEvent> saved = new ArrayList<>();
        fx(() -> {
            chart.addEventHandler(ChartEvent.SAVE, saved::add);
            chart.setUpLabel("loss");
            chart.setSeries(List.of(
                    new MetricSeries("m", new double[] {1, 2, 3}, new double[] {0.1, 0, 10}, 0, false, false, -1)));
            chart.logarithmicProperty().set(true);
            chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.S, true, true, false, false));
        });
        XyData data = ((XyPainter) saved.get(0).chart().drawing()).data();
        assertThat(data.up().in(Locale.ENGLISH)).isEqualTo("log10 loss");
        assertThat(data.series().get(0).y()).containsExactly(-1, Double.NaN, 1);
    }

    @Test
    void aNameThatTheChartBelowShowsTakesNoSpaceAndIsInTheFile() throws Exception {
        List<ChartEvent> saved = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        for (String name : List.of("", "step")) {
            XYChart drawn = fx(() -> {
                MetricChart above = new MetricChart(WORDS);
                stage.getScene().setRoot(above);
                above.addEventHandler(ChartEvent.SAVE, saved::add);
                above.hideAcross();
                above.setAcrossLabel(name);
                above.setSeries(List.of(noisy(100)));
                above.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.S, true, true, false, false));
                return (XYChart) above.getChildren().get(0);
            });
            heights.add(drawn.getCanvas().getHeight());
        }
        assertThat(heights.get(1)).isEqualTo(heights.get(0)).isPositive();
        XyData data = ((XyPainter) saved.get(1).chart().drawing()).data();
        assertThat(data.across().in(Locale.ENGLISH)).isEqualTo("step");
    }

    @Test
    void trainingAndValidationOfARunHaveStylesOfTheirOwnInAFile() throws Exception {
        List<ChartEvent> saved = new ArrayList<>();
        double[] two = {1, 2};
        fx(() -> {
            chart.addEventHandler(ChartEvent.SAVE, saved::add);
            chart.setSeries(List.of(
                    new MetricSeries("one", two, two, 0, false, true, -1),
                    new MetricSeries("its validation", two, two, 0, true, false, -1),
                    new MetricSeries("two", two, two, 1, false, true, -1)));
            chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.S, true, true, false, false));
        });
        XyData data = ((XyPainter) saved.get(0).chart().drawing()).data();
        assertThat(data.series()).extracting(XySeries::style).containsExactly(0, 2, 1);
    }

    @Test
    void aSampleIsDrawnInTheStyleOfItsRunAndIsNoEntryOfItsOwn() throws Exception {
        List<ChartEvent> saved = new ArrayList<>();
        double[] two = {1, 2};
        fx(() -> {
            chart.addEventHandler(ChartEvent.SAVE, saved::add);
            chart.setSeries(List.of(
                    new MetricSeries("one", two, two, 3, true, false, 1, MetricSeries.Dots.FULL),
                    new MetricSeries("one", two, two, 3, true, false, -1, MetricSeries.Dots.HOLLOW)));
            chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.S, true, true, false, false));
        });
        XyPainter painter = (XyPainter) saved.get(0).chart().drawing();
        assertThat(painter.data().series()).extracting(XySeries::style).containsExactly(3, 3);
        assertThat(painter.data().series().get(1).shape()).isEqualTo(XySeries.Shape.SAMPLE_LINE);
        Recorder drawn = new Recorder(Locale.ENGLISH);
        painter.paint(drawn, 640, painter.height(drawn, 640));
        assertThat(drawn.texts()).containsOnlyOnce("one");
        assertThat(saved.get(0).chart().numbers().lines())
                .extracting(line -> line.names().get(0))
                .containsExactly("one", "one", "one ○", "one ○");
    }

    @Test
    void theReadOutIsOfTheRawValue() throws Exception {
        MetricSeries series = noisy(100_000);
        fx(() -> {
            chart.setSeries(List.of(series));
            chart.readingProperty().set(73_211.2);
        });
        assertThat(chart.readoutProperty().get()).isEqualTo("loss  " + Numerals.of(series.y()[73_211]) + "  at 73,211");
    }

    @Test
    void theEnvelopeKeepsTheHighestAndTheLowest() {
        MetricSeries series = noisy(50_000);
        Thinning.Line line = Thinning.envelope(series.x(), series.y(), 600);
        assertThat(Arrays.stream(line.y()).max())
                .isEqualTo(Arrays.stream(series.y()).max());
        assertThat(Arrays.stream(line.y()).min())
                .isEqualTo(Arrays.stream(series.y()).min());
        assertThat(line.x()).isSorted();
    }

    @Test
    void smoothingAConstantGivesTheConstant() {
        double[] x = IntStream.range(0, 5_000).mapToDouble(i -> i).toArray();
        double[] y = new double[5_000];
        Arrays.fill(y, 0.4);
        Thinning.Line line = Thinning.smooth(x, y, 600, 125);
        assertThat(line.x()).hasSize(600);
        for (double value : line.y()) {
            assertThat(value).isCloseTo(0.4, org.assertj.core.data.Offset.offset(1e-12));
        }
    }

    @Test
    void theSmoothedLineOfARunDoesNotChangeAsItGoesOn() {
        MetricSeries whole = noisy(500);
        double[] begun = Arrays.copyOf(whole.y(), 200);
        double[] first =
                Thinning.smooth(Arrays.copyOf(whole.x(), 200), begun, 600, 60).y();
        double[] later = Thinning.smooth(whole.x(), whole.y(), 600, 60).y();
        assertThat(Arrays.copyOf(later, 200)).isEqualTo(first);
    }

    @Test
    void aPartOfTheAxisIsDrawnInFullDetailAndGivenBack() throws Exception {
        fx(() -> {
            chart.endProperty().set(100_000);
            chart.setSeries(List.of(noisy(100_000)));
            chart.viewProperty().set(new Span(50_000, 50_099));
        });
        assertThat(chart.drawnPoints()).isBetween(200, 206); // each value, and one beside either end, twice
        fx(() -> chart.zoom(false));
        assertThat(chart.viewProperty().get()).isEqualTo(new Span(49_950.5, 50_148.5));
        fx(() -> {
            for (int i = 0; i < 12; i++) {
                chart.zoom(false);
            }
        });
        assertThat(chart.viewProperty().get()).isNull();
    }

    @Test
    void whatIsSeenNeverLeavesTheAxis() {
        Span whole = new Span(0, 100);
        assertThat(new Span(10, 30).moved(-40, whole)).isEqualTo(new Span(0, 20));
        assertThat(new Span(70, 90).moved(40, whole)).isEqualTo(new Span(80, 100));
        assertThat(new Span(0, 50).zoomed(0.5, 0, whole)).isEqualTo(new Span(0, 25));
        assertThat(new Span(0, 25).zoomed(2, 25, whole)).isEqualTo(new Span(0, 50));
        assertThat(new Span(0, 60).zoomed(2, 25, whole)).isNull();
    }

    @Test
    void aPartOfASeriesKeepsAValueBesideEachEnd() {
        double[] x = {1, 2, 3, 4, 5, 6};
        MetricSeries series = new MetricSeries("m", x, x, 0, false, false, 3);
        MetricSeries part = series.within(new Span(2.5, 4.5));
        assertThat(part.x()).containsExactly(2, 3, 4, 5);
        assertThat(part.best()).isEqualTo(2);
        assertThat(series.within(new Span(0, 9))).isSameAs(series);
        assertThat(series.within(new Span(2, 3)).x()).containsExactly(1, 2, 3, 4);
        assertThat(series.within(new Span(8, 9)).x()).containsExactly(6);
    }

    @Test
    void momentsAreToldApartAsFarAsTheyMustBe() {
        double noon = java.time.LocalDateTime.of(2026, 3, 4, 12, 5, 6)
                .atZone(java.time.ZoneId.systemDefault())
                .toEpochSecond();
        assertThat(RoundAxis.time(noon, 1)).isEqualTo("12:05:06");
        assertThat(RoundAxis.time(noon, 300)).isEqualTo("12:05");
        assertThat(RoundAxis.time(noon, 3600)).isEqualTo("03-04 12:05");
        assertThat(RoundAxis.time(noon, 86_400)).isEqualTo("2026-03-04");
    }

    @Test
    void anEmptyChartSaysWhenItsLinesAppear() throws Exception {
        Stages.fx(() -> chart.sayWhenEmpty(new SimpleStringProperty("after the first epoch")));
        assertThat(((Label) chart.lookup(".note")).getText()).isEqualTo("after the first epoch");
        assertThat(chart.lookup(".note").isVisible()).isTrue();
    }

    @Test
    void linesThatAreGoneLeaveTheChart() throws Exception {
        fx(() -> chart.setSeries(List.of(noisy(10), noisy(10), noisy(10))));
        fx(() -> chart.setSeries(List.of(noisy(10))));
        assertThat(chart.drawnPoints()).isEqualTo(20);
    }

    private static MetricSeries noisy(int size) {
        double[] x = IntStream.range(0, size).mapToDouble(i -> i).toArray();
        double[] y = IntStream.range(0, size)
                .mapToDouble(i -> 0.5 + 0.2 * Math.sin(i * 12.9898) * Math.cos(i * 4.1414))
                .toArray();
        return new MetricSeries("loss", x, y, 0, false, true, -1);
    }
}
