package dev.interestlens.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.data.IntervalData.Row;
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
        Recorder recorder = new Recorder(Locale.ENGLISH);
        IntervalPainter painter = new IntervalPainter(data);
        painter.paint(recorder, WIDTH, painter.height(recorder, WIDTH));
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
        assertThat(Collections.frequency(texts(rows(IntervalData.MANY)), "0.00"))
                .isOne();
        assertThat(Collections.frequency(texts(rows(40)), "0.00")).isEqualTo(2);
    }

    @Test
    void theRowUnderThePointerIsTheOneDrawnThere() {
        assertThat(new IntervalPainter(rows(3)).rowAt(IntervalPainter.ROW + 1)).isOne();
        assertThat(new IntervalPainter(rows(40)).rowAt(1)).isNegative();
        assertThat(new IntervalPainter(rows(40)).rowAt(IntervalPainter.ROW)).isZero();
    }
}
