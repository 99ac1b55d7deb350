package dev.interestlens.ui.control;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.data.AttentionStripData;
import dev.interestlens.figure.data.BarData;
import dev.interestlens.figure.data.FacetData;
import dev.interestlens.figure.data.StackData;
import dev.interestlens.figure.paint.AttentionStripPainter;
import dev.interestlens.figure.paint.BarPainter;
import dev.interestlens.figure.paint.FacetPainter;
import dev.interestlens.figure.paint.StackPainter;
import dev.interestlens.ui.control.chart.BarChart;
import dev.interestlens.ui.control.chart.FacetChart;
import dev.interestlens.ui.control.chart.StackedBars;
import dev.interestlens.ui.control.history.AttentionStrip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a control shows, what it saves and what the core draws is one picture. */
@ExtendWith(ApplicationExtension.class)
class PaintedOnceTest {
    private static final List<Phrase> NAMES = Phrase.all(List.of("1–10", "11–20", "21–30"));
    private static final BarData BARS = new BarData(NAMES, new double[] {3, 120, 40}, 1.5, Phrase.same("longest"));
    private static final StackData STACK = new StackData(
            NAMES,
            Phrase.all(List.of("embed", "rank")),
            List.of(new double[] {1, 2}, new double[] {10, 40}, new double[] {0, 0.5}),
            Phrase.same("ms"),
            20);
    private static final AttentionStripData STRIP = new AttentionStripData(
            Phrase.all(List.of("100", "200")), NAMES, List.of(new double[] {.2, .3, .5}, new double[] {.1, .1, .8}));

    private static final FacetData FACET = new FacetData(
            Phrase.same("score"), NAMES, new int[] {3, 120, 40}, new boolean[] {false, true, false}, "0", "30");

    private final Map<CanvasRegion, Drawing> painters = new LinkedHashMap<>();
    private final List<ChartEvent> saved = new ArrayList<>();

    private final List<Integer> taken = new ArrayList<>();
    private CanvasRegion facet;

    @Start
    void start(Stage stage) {
        BarChart bars = new BarChart(WORDS);
        bars.setData(BARS);
        painters.put(bars, new BarPainter(BARS, -1));
        StackedBars stack = new StackedBars(WORDS);
        stack.setData(STACK);
        painters.put(stack, new StackPainter(STACK, -1));
        AttentionStrip strip = new AttentionStrip(WORDS);
        strip.setData(STRIP);
        painters.put(strip, new AttentionStripPainter(STRIP, null));
        FacetChart facets = new FacetChart(WORDS, (first, last) -> taken.addAll(List.of(first, last)));
        facets.setData(FACET);
        facet = facets;
        painters.put(facets, new FacetPainter(FACET, -1));
        VBox all = new VBox();
        all.getChildren().setAll(painters.keySet());
        all.addEventHandler(ChartEvent.SAVE, saved::add);
        Stages.show(stage, all, 600, 700);
    }

    @Test
    void aControlShowsAndSavesWhatItsPainterDraws() throws Exception {
        for (Map.Entry<CanvasRegion, Drawing> each : painters.entrySet()) {
            CanvasRegion control = each.getKey();
            fx(() ->
                    control.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.S, true, true, false, false)));
            Drawing drawing = saved.get(saved.size() - 1).chart().drawing();
            double width = control.getWidth();
            double height = control.getHeight();
            List<String> shown = fx(() -> {
                Recorder recorder = new Recorder(control.ruler());
                control.paint(recorder, width, height);
                return recorder.operations();
            });
            assertThat(fx(() -> operations(control, drawing, width, height)))
                    .as(control.getClass().getSimpleName())
                    .isEqualTo(shown);
            assertThat(fx(() -> operations(control, each.getValue(), width, height)))
                    .as(control.getClass().getSimpleName())
                    .isEqualTo(shown)
                    .hasSizeGreaterThan(6);
        }
    }

    private static List<String> operations(CanvasRegion control, Drawing drawing, double width, double height) {
        Recorder recorder = new Recorder(control.ruler());
        drawing.paint(recorder, width, height);
        return recorder.operations();
    }

    @Test
    void theWeightsOfAStripAreReadWithTheKeys() throws Exception {
        AttentionStrip strip = painters.keySet().stream()
                .filter(AttentionStrip.class::isInstance)
                .map(AttentionStrip.class::cast)
                .findFirst()
                .orElseThrow();
        for (KeyCode key : List.of(KeyCode.DOWN, KeyCode.UP, KeyCode.LEFT)) {
            fx(() -> strip.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
        }
        assertThat(strip.readoutProperty().get()).isEqualTo("11–20  0.300");
    }

    @Test
    void aBarIsReadOutWithTheKeys() throws Exception {
        BarChart bars = (BarChart) painters.keySet().iterator().next();
        fx(() -> bars.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false)));
        assertThat(bars.readoutProperty().get()).isEqualTo("1–10: 3");
    }

    @Test
    void barsOfAFacetThatAreTakenWithTheKeysStayTheOnesThatAreShown() throws Exception {
        key(KeyCode.RIGHT, false);
        key(KeyCode.RIGHT, true);
        assertThat(taken).containsExactly(0, 1);
        FacetData now = FACET.choosing(0, 1);
        fx(() -> ((FacetChart) facet).setData(now));
        Recorder recorder = new Recorder(facet.ruler());
        fx(() -> facet.paint(recorder, 300, 60));
        assertThat(recorder.operations()).isEqualTo(fx(() -> operations(facet, new FacetPainter(now, -1), 300, 60)));
    }

    private void key(KeyCode code, boolean shift) throws Exception {
        fx(() -> facet.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
    }
}
