package dev.interestlens.ui.control;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.BarData;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.data.PathData;
import dev.interestlens.ui.control.chart.BarChart;
import dev.interestlens.ui.control.chart.IntervalPlot;
import dev.interestlens.ui.control.chart.PathPlot;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MarkedChartTest {
    private IntervalPlot rows;
    private PathPlot paths;

    @Start
    void start(Stage stage) {
        rows = new IntervalPlot(WORDS);
        rows.setData(of("first", "second"));
        paths = new PathPlot(WORDS);
        PathData.Track track = new PathData.Track(Phrase.same("way"), new double[] {0, 1, 2}, new double[] {0, 1, 0});
        paths.setData(new PathData(
                List.of(Phrase.same("a"), Phrase.same("b")),
                List.of(track, track),
                Phrase.EMPTY,
                Phrase.EMPTY,
                new double[] {.7, .2}));
        Stages.show(stage, new VBox(rows, paths), 700, 600);
    }

    private static IntervalData of(String... names) {
        return new IntervalData(
                List.of(names).stream()
                        .map(name -> new IntervalData.Row(Phrase.same(name), .5, .4, .6))
                        .toList(),
                2);
    }

    @Test
    void theKeysStayWithinTheRows() throws Exception {
        assertThat(after(rows, KeyCode.DOWN)).startsWith("first");
        assertThat(after(rows, KeyCode.DOWN)).startsWith("second");
        assertThat(after(rows, KeyCode.DOWN)).startsWith("second");
        assertThat(after(rows, KeyCode.UP)).startsWith("first");
        assertThat(after(rows, KeyCode.ESCAPE)).isEmpty();
    }

    @Test
    void theKeysStayWithinAPathAndLeadToTheNext() throws Exception {
        after(paths, KeyCode.RIGHT);
        assertThat(paths.markedProperty().get()).isEqualTo(new PathData.Place(0, 0));
        for (int i = 0; i < 5; i++) {
            after(paths, KeyCode.RIGHT);
        }
        assertThat(paths.markedProperty().get()).isEqualTo(new PathData.Place(0, 2));
        after(paths, KeyCode.DOWN);
        assertThat(paths.markedProperty().get()).isEqualTo(new PathData.Place(1, 2));
    }

    @Test
    void newDataHasNoMarkAndIsSaidToAScreenReader() throws Exception {
        after(rows, KeyCode.DOWN);
        fx(() -> rows.setData(of("third")));
        assertThat(rows.readoutProperty().get()).isEmpty();
        assertThat(rows.getAccessibleText()).isEqualTo(WORDS.text("control.interval.summary", 1));
    }

    @Test
    void aChartOfPlacesIsSaidToAScreenReaderToo() throws Exception {
        BarChart bars = fx(() -> new BarChart(WORDS));
        double[] counts = {3, 1};
        List<Phrase> names = List.of(Phrase.same("a"), Phrase.same("b"));
        fx(() -> bars.setData(new BarData(names, counts, Double.NaN, Phrase.EMPTY)));
        assertThat(bars.getAccessibleText()).isEqualTo(WORDS.text("control.bars.summary", 2));
    }

    @Test
    void aKeyWithoutAMeaningIsLeftToOthers() throws Exception {
        KeyEvent event = pressed(KeyCode.A);
        fx(() -> rows.getOnKeyPressed().handle(event));
        assertThat(event.isConsumed()).isFalse();
    }

    private static String after(MarkedChart<?, ?> chart, KeyCode key) throws Exception {
        fx(() -> chart.fireEvent(pressed(key)));
        return chart.readoutProperty().get();
    }

    private static KeyEvent pressed(KeyCode key) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
    }
}
