package dev.interestlens.ui.control.heatmap;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.ui.control.Stages;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HeatmapPaneTest {
    private HeatmapPane pane;

    @Start
    void start(Stage stage) {
        pane = new HeatmapPane(WORDS);
        Stages.show(stage, pane, 800, 360);
    }

    private static HeatmapData wide(int columns, double most) {
        return new HeatmapData(
                Phrase.same("heads"),
                Phrase.same("history"),
                Phrase.all(List.of("one", "two")),
                IntStream.range(0, columns).mapToObj(i -> Phrase.same("b" + i)).toList(),
                IntStream.range(0, 2 * columns)
                        .mapToDouble(i -> most * (i % columns) / (columns - 1))
                        .toArray(),
                Scale.SEQUENTIAL,
                Double.NaN);
    }

    @Test
    void aWideMatrixShowsItsNewestColumnsOnTheScaleOfAll() throws Exception {
        fx(() -> pane.setData(wide(100, 0.5)));
        HeatmapData shown = pane.view().dataProperty().get();
        assertThat(names(shown)).hasSize(HeatmapPane.WIDE).endsWith("b99").startsWith("b40");
        assertThat(shown.at(1, 59)).isEqualTo(0.5);
        assertThat(pane.view().rangeProperty().get().high()).isEqualTo(0.5);
        fx(() -> overview()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.HOME, false, false, false, false)));
        assertThat(names(pane.view().dataProperty().get())).startsWith("b0");
        assertThat(pane.view().rangeProperty().get().high()).isEqualTo(0.5);
        fx(() -> pane.setData(wide(20, 0.5)));
        assertThat(pane.view().dataProperty().get().columns()).hasSize(20);
    }

    @Test
    void theScaleIsThatOfThePictureThePairOrAll() throws Exception {
        fx(() -> pane.setData(wide(10, 0.5)));
        fx(() -> pane.pairedProperty().set(new HeatmapData.Range(0, 0.8)));
        assertThat(pane.view().rangeProperty().get().high()).isEqualTo(0.8);
        fx(() -> pane.scaleProperty().set(HeatmapScale.UNIT));
        assertThat(pane.view().rangeProperty().get().high()).isEqualTo(1);
        fx(() -> {
            pane.sharedProperty().set(new HeatmapData.Range(0, 0.9));
            pane.scaleProperty().set(HeatmapScale.SHARED);
        });
        assertThat(pane.view().rangeProperty().get().high()).isEqualTo(0.9);
    }

    private static List<String> names(HeatmapData data) {
        return data.columns().stream().map(name -> name.in(Locale.ENGLISH)).toList();
    }

    private HeatmapOverview overview() {
        return (HeatmapOverview) pane.lookup(".heatmap-overview");
    }
}
