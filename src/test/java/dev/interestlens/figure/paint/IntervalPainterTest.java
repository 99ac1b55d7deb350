package dev.interestlens.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.data.IntervalData.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntervalPainterTest {
    private static final double WIDTH = 600;

    /** The last row's interval is a hundred times as wide as the others'. */
    private static IntervalData rows(int count) {
        return new IntervalData(
                IntStream.range(0, count)
                        .mapToObj(i -> new Row(Phrase.same("row " + i), -0.01, i < count - 1 ? -0.02 : -2, 0.01))
                        .toList(),
                2);
    }

    private static List<String> texts(IntervalData data) {
        return texts(data, WIDTH);
    }

    private static List<String> texts(IntervalData data, double width) {
        Recorder recorder = new Recorder(Locale.ENGLISH);
        IntervalPainter painter = new IntervalPainter(data);
        painter.paint(recorder, width, painter.height(recorder, width));
        return recorder.texts();
    }

    @Test
    void aWideIntervalAmongManyLeavesTheOthersTheirRoom() {
        assertThat(rows(IntervalData.MANY).low()).isEqualTo(-2);
        assertThat(rows(40).low()).isEqualTo(-0.02);
        assertThat(new IntervalPainter(rows(40)).describe(39).in(Locale.ENGLISH))
                .contains("[−2.0000, 0.0100]");
    }

    @Test
    void theScaleOfManyRowsStandsAboveThemToo() {
        assertThat(Collections.frequency(texts(rows(IntervalData.MANY)), "0.0")).isOne();
        assertThat(Collections.frequency(texts(rows(40)), "0.000")).isEqualTo(2);
    }

    @Test
    void theNumbersOfAScaleAreEquallyFarApartInEveryWidth() {
        IntervalData data = new IntervalData(List.of(new Row(Phrase.same("row"), 0.1501, 0.0301, 0.2701)), 4);
        for (double width = 300; width < 800; width++) {
            List<Double> numbers = texts(data, width).stream()
                    .filter(text -> text.matches("[−-]?0\\.\\d\\d?"))
                    .map(text -> Double.valueOf(text.replace('−', '-')))
                    .toList();
            assertThat(numbers).as("width " + width).hasSizeGreaterThan(1).contains(0.0);
            double step = numbers.get(1) - numbers.get(0);
            IntStream.range(1, numbers.size()).forEach(n -> assertThat(numbers.get(n) - numbers.get(n - 1))
                    .isCloseTo(step, within(1e-9)));
        }
    }

    @Test
    void differencesThatAreShownStandOut() {
        IntervalData data = of(0.02, 0.005, -0.02).withShown();
        assertThat(IntStream.range(0, 3).mapToObj(data::standsOut)).containsExactly(true, false, true);
    }

    @Test
    void aLongNameKeepsItsEndThatTellsItApart() {
        Phrase name = Phrase.same("item colour: " + "very ".repeat(30) + "dark · ranks × 5.51");
        List<String> texts = texts(new IntervalData(List.of(new Row(name, 0, -1, 1)), 2));
        assertThat(texts).anySatisfy(text -> assertThat(text)
                .startsWith("item colour: very")
                .contains("...")
                .endsWith("dark · ranks × 5.51"));
    }

    private static IntervalData of(double... means) {
        return new IntervalData(
                Arrays.stream(means)
                        .mapToObj(mean -> new Row(Phrase.same("row"), mean, mean - 0.01, mean + 0.01))
                        .toList(),
                2);
    }

    @Test
    void dotsFarFromZeroFillTheScaleWhichSaysSo() {
        IntervalData data = of(0.75, 0.71, 0.68);
        assertThat(data.low()).isCloseTo(0.66, within(1e-9));
        assertThat(data.high()).isCloseTo(0.76, within(1e-9));
        assertThat(texts(data)).contains("0.66", "0.76", "not from 0");
        assertThat(of(-0.75, -0.71).high()).isCloseTo(-0.7, within(1e-9));
    }

    @Test
    void theScaleHasItsZeroWhereTheDotsAreNearItOrBars() {
        assertThat(of(0.1, 0.04).low()).isZero();
        assertThat(texts(of(0.1, 0.04))).contains("0.00").doesNotContain("not from 0");
        assertThat(new IntervalData(of(0.75, 0.71).rows(), 2, 1).low()).isEqualTo(-1);
        assertThat(new IntervalData(List.of(new Row(Phrase.same("row"), 0.7, Double.NaN, Double.NaN)), 2).low())
                .isZero();
    }

    @Test
    void theNumbersOfTheScaleAreRoundAndWhereTheyBelong() {
        IntervalData data = new IntervalData(
                List.of(
                        new Row(Phrase.same("row"), 0.0279, 0.0219, 0.0344),
                        new Row(Phrase.same("row"), 0.0037, 0.0018, 0.0057)),
                4);
        assertThat(texts(data)).contains("0.00", "0.01", "0.02", "0.03");
        assertThat(data.high()).isEqualTo(0.0344);
        assertThat(data.ticks().last()).isCloseTo(0.03, within(1e-9));
    }

    @Test
    void whatABarAddsHasItsSign() {
        assertThat(texts(new IntervalData(of(0.75, -0.2).rows(), 2, 1))).contains("+0.75", "−0.20");
        assertThat(texts(of(0.75, -0.2))).contains("0.75");
    }

    @Test
    void theRowUnderThePointerIsTheOneDrawnThere() {
        assertThat(new IntervalPainter(rows(3)).rowAt(IntervalPainter.ROW + 1)).isOne();
        assertThat(new IntervalPainter(rows(40)).rowAt(1)).isNegative();
        assertThat(new IntervalPainter(rows(40)).rowAt(IntervalPainter.ROW)).isZero();
    }
}
