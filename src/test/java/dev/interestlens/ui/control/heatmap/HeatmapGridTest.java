package dev.interestlens.ui.control.heatmap;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.GridData;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.ui.control.Stages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HeatmapGridTest {
    private HeatmapGrid grid;
    private final List<Integer> picked = new ArrayList<>();

    @Start
    void start(Stage stage) {
        grid = new HeatmapGrid(WORDS);
        grid.setOnPick(picked::add);
        Stages.show(stage, grid, 700, 600);
    }

    @Test
    void fourHeadsOfALayerStandTwoByTwoWhereThatIsLarger() throws Exception {
        show(1, 4);
        fx(() -> click(100, 150));
        fx(() -> click(400, 150));
        fx(() -> click(100, 450));
        fx(() -> click(400, 450));
        assertThat(picked).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aLineHoldsNoPartsOfTwoLayers() throws Exception {
        show(2, 3);
        fx(() -> click(20, 60));
        fx(() -> click(20, 400));
        assertThat(picked).containsExactly(0, 3);
    }

    private void show(int layers, int heads) throws Exception {
        HeatmapData cell = new HeatmapData(
                Phrase.EMPTY,
                Phrase.EMPTY,
                List.of(Phrase.same("a")),
                List.of(Phrase.same("b")),
                new double[] {1},
                Scale.SEQUENTIAL,
                Double.NaN);
        fx(() -> {
            grid.setData(new GridData(
                    names("layer ", layers), names("head ", heads), Collections.nCopies(layers * heads, cell)));
            grid.snapshot(null, null);
        });
    }

    private static List<Phrase> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Phrase.same(prefix + i))
                .toList();
    }

    private void click(double x, double y) {
        grid.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null));
    }
}
