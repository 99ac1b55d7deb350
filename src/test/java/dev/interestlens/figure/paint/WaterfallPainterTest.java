package dev.interestlens.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.data.WaterfallData;
import dev.interestlens.figure.data.WaterfallData.Column;
import dev.interestlens.figure.data.WaterfallData.Step;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WaterfallPainterTest {
    private static final WaterfallData DATA = new WaterfallData(
            Phrase.all(List.of("item", "history")),
            Phrase.same("chance"),
            Phrase.same("AUC"),
            List.of(
                    new Column(
                            Phrase.same("din"),
                            0.5,
                            List.of(new Step(0.4, 0.38, 0.42), new Step(-0.00001, -0.01, 0.01)),
                            new Step(0.89999, 0.88, 0.92)),
                    new Column(
                            Phrase.same("popularity"),
                            0.5,
                            List.of(new Step(0.37, Double.NaN, Double.NaN), Step.NONE),
                            new Step(0.87, Double.NaN, Double.NaN))));

    @Test
    void aStepBeginsWhereTheOneAboveEnds() {
        assertThat(DATA.columns().get(0).before(0)).isEqualTo(0.5);
        assertThat(DATA.columns().get(0).before(1)).isEqualTo(0.9);
        assertThat(DATA.range()).containsExactly(0.5, 0.92);
    }

    @Test
    void everyStepIsWrittenAndWhatIsNotThereIsADash() {
        Recorder recorder = new Recorder(Locale.ENGLISH);
        WaterfallPainter painter = new WaterfallPainter(DATA);
        painter.paint(recorder, painter.width(recorder), painter.height(recorder, 0));
        assertThat(recorder.texts())
                .contains("item", "history", "chance", "AUC", "din", "popularity", "+0.400", "0.000", "0.900", "–");
    }

    @Test
    void noColumnsDrawNothing() {
        Recorder recorder = new Recorder(Locale.ENGLISH);
        new WaterfallPainter(new WaterfallData(List.of(), Phrase.EMPTY, Phrase.EMPTY, List.of()))
                .paint(recorder, 600, 200);
        assertThat(recorder.operations()).isEmpty();
    }
}
