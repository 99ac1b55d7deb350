package dev.interestlens.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.figure.HistoryReading;
import dev.interestlens.figure.HistoryReading.State;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.figure.data.HistoryScale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryPainterTest {
    private static final int MANY = 40;

    @Test
    void manyBehavioursAreNamedInAListTheStrongestFirst() {
        for (double width : new double[] {420, 1000}) {
            List<String> texts = painted(history(MANY), width).texts();
            assertThat(texts).contains("Strongest behaviours");
            List<String> names =
                    texts.stream().filter(text -> text.startsWith("item ")).toList();
            assertThat(names).startsWith("item 39", "item 38", "item 37");
        }
    }

    @Test
    void fewBehavioursAreNamedBelowTheirBars() {
        assertThat(painted(history(6), 1000).texts()).doesNotContain("Strongest behaviours");
    }

    @Test
    void aRowOfTheListStandsForItsBehaviour() {
        HistoryData data = history(MANY);
        HistoryPainter painter = new HistoryPainter(data);
        HistoryLayout layout = HistoryLayout.of(data, 1000, 332);
        double first = layout.list().y() + 1.5 * HistoryLayout.LIST_ROW;
        assertThat(painter.at(layout.list().x() + 20, first, 1000, 332)).isEqualTo(MANY - 1);
        assertThat(painter.at(layout.x(4) + 1, layout.look().bottom(), 1000, 332))
                .isEqualTo(4);
    }

    @Test
    void whatIsNotReadHasNoBarAndSaysWhy() {
        List<State> states = List.of(State.NOT_READ, State.OUTRANKED, State.READ);
        List<Phrase> reasons = List.of(Phrase.same("too old"), Phrase.same("rank 31"), Phrase.same("recent"));
        HistoryData data =
                history(3).withReading(new HistoryReading(new int[0], states, reasons, new double[] {0, 0, .4}));
        HistoryPainter painter = new HistoryPainter(data);
        assertThat(painter.describe(0).in(Locale.ENGLISH)).endsWith("too old").doesNotContain("Look");
        assertThat(painter.describe(2).in(Locale.ENGLISH)).contains("+0.400").endsWith("recent");
        long bars = painted(data, 1000).operations().stream()
                .filter(each -> each.startsWith("rect") && each.contains("LOOK"))
                .count();
        assertThat(bars).isEqualTo(1);
    }

    @Test
    void aWindowKeepsThePlacesOfTheWholeHistory() {
        HistoryData part = history(MANY).window(10, 5);
        assertThat(IntStream.range(0, 5).map(part.reading()::place)).containsExactly(10, 11, 12, 13, 14);
        assertThat(part.behaviours().get(0).title().in(Locale.ENGLISH)).isEqualTo("item 10");
    }

    @Test
    void aStripOfTenThousandTakesAPixelAtLeastForEachStretch() {
        HistoryData data = history(10_000);
        Recorder strip = new Recorder(Locale.ENGLISH);
        new HistoryOverviewPainter(data, new RangeMark(9_000, 1_000, 10_000), -1).paint(strip, 900, 36);
        long bars = strip.operations().stream()
                .filter(each -> each.startsWith("rect") && each.contains("LOOK"))
                .count();
        assertThat(bars).isEqualTo(900);
    }

    @Test
    void partsOfEffectsHaveTwoShadesAndALegend() {
        HistoryData whole = history(3);
        HistoryData split = whole.withSplit(new double[] {.002, .03, -.02}, true);
        assertThat(shades(painted(whole, 1000))).isZero();
        assertThat(painted(whole, 1000).texts()).doesNotContain("table");
        Recorder drawn = painted(split, 1000);
        assertThat(drawn.texts()).contains("attention", "table");
        assertThat(shades(drawn)).isEqualTo(3 + 1);
        assertThat(painted(split, 420).texts()).contains("attention", "table");
        assertThat(painted(whole.withSplit(new double[3], false), 1000).texts()).contains("the model");
        String told = new HistoryPainter(split).describe(1).in(Locale.ENGLISH);
        assertThat(told).endsWith("(of it −0.0100 through attention, +0.0300 by what followed what)");
    }

    /** Parts of opposite signs reach beyond their sum, and so does the scale. */
    @Test
    void theScaleHoldsBothParts() {
        HistoryData split = history(2).withSplit(new double[] {-.5, .5}, true);
        HistoryScale scale = HistoryScale.of(List.of(split));
        assertThat(scale.high()).isCloseTo(.51, within(1e-9));
        assertThat(scale.low()).isCloseTo(-.5, within(1e-9));
        assertThat(split.parts(0)[0] + split.parts(0)[1]).isCloseTo(split.effect()[0], within(1e-12));
        assertThat(split.only(new int[] {1}).parts(0)).containsExactly(split.parts(1));
        assertThat(split.numbers(Locale.ENGLISH).heads()).endsWith("Effect by what followed what (logit)");
    }

    private static long shades(Recorder drawn) {
        return drawn.operations().stream()
                .filter(each -> each.startsWith("rect") && each.contains("Faded"))
                .count();
    }

    private static Recorder painted(HistoryData data, double width) {
        Recorder recorder = new Recorder(Locale.ENGLISH);
        HistoryPainter painter = new HistoryPainter(data);
        painter.paint(recorder, width, painter.height(recorder, width));
        return recorder;
    }

    private static HistoryData history(int size) {
        double[] look = new double[size];
        Arrays.setAll(look, i -> (i + 1) / 100.0);
        return new HistoryData(
                IntStream.range(0, size)
                        .mapToObj(i -> new HistoryData.Behaviour(Phrase.same("item " + i), Phrase.EMPTY, Phrase.EMPTY))
                        .toList(),
                0,
                new HistoryData.Behaviour(Phrase.same("camera"), Phrase.EMPTY, Phrase.EMPTY),
                look,
                look.clone(),
                Double.NaN);
    }
}
