package dev.interestlens.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.data.AttentionStripData;
import dev.interestlens.figure.data.BarData;
import dev.interestlens.figure.data.StackData;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarPainterTest {
    private static final List<Phrase> AB = Phrase.all(List.of("a", "b"));

    @Test
    void labelsThatDoNotFitSideBySideAreThinned() {
        List<Phrase> labels =
                IntStream.range(0, 60).mapToObj(i -> Phrase.same("label " + i)).toList();
        Recorder recorder = new Recorder(Locale.ENGLISH);
        new BarPainter(new BarData(labels, new double[60], Double.NaN, Phrase.EMPTY), -1).paint(recorder, 640, 240);
        List<String> written = recorder.texts().stream()
                .filter(text -> text.startsWith("label"))
                .toList();
        assertThat(written).startsWith("label 0").hasSizeBetween(12, 40);
    }

    @Test
    void aBarAndAStackAreToldInBothLanguages() {
        BarPainter bars = new BarPainter(new BarData(AB, new double[] {1, 12_345}, Double.NaN, Phrase.EMPTY), -1);
        assertThat(bars.describe(1).in(Locale.ENGLISH)).isEqualTo("b: 12,345");
        assertThat(bars.describe(1).in(Locale.CHINESE)).isEqualTo("b：12,345");
        StackPainter stack = new StackPainter(
                new StackData(
                        Phrase.all(List.of("50\n× 20")),
                        AB,
                        List.of(new double[] {1, 2}),
                        Phrase.same("ms"),
                        Double.NaN),
                -1);
        assertThat(stack.describe(0).in(Locale.ENGLISH)).isEqualTo("50 × 20: 3.00 ms (a 1.00, b 2.00)");
    }

    @Test
    void theStripNamesTheStrongestBehaviourOfTheNewestMoment() {
        AttentionStripPainter strip = new AttentionStripPainter(
                new AttentionStripData(AB, AB, List.of(new double[] {.9, .1}, new double[] {.2, .8})), null);
        Recorder recorder = new Recorder(Locale.ENGLISH);
        strip.paint(recorder, 400, strip.height(recorder, 400));
        assertThat(recorder.texts()).endsWith("b");
        assertThat(strip.at(399, 1, 400)).isEqualTo(new AttentionStripPainter.Cell(0, 1));
        assertThat(strip.at(10, 1, 400)).isNull();
        assertThat(strip.describe(new AttentionStripPainter.Cell(0, 1)).in(Locale.ENGLISH))
                .isEqualTo("b  0.100");
    }
}
