package dev.interestlens.ui.control.heatmap;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.Transform;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.ValueColors;
import dev.interestlens.ui.control.Stages;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HeatmapViewTest {
    private HeatmapView view;

    @Start
    void start(Stage stage) {
        view = new HeatmapView(WORDS);
        view.setData(new HeatmapData(
                Phrase.same("candidates"),
                Phrase.same("history"),
                Phrase.all(List.of("camera", "bottle")),
                Phrase.all(List.of("tripod", "lens", "shoes")),
                new double[] {0.1, 0.9, 0, 0.2, Double.NaN, 0.5},
                Scale.SEQUENTIAL,
                1 / 3.0));
        Stages.show(stage, view, 700, 300);
    }

    @Test
    void hoverReadsTheCellUnderThePointer() throws Exception {
        fx(() -> moveTo(view.center(new HeatmapView.Cell(0, 1))));
        assertThat(view.readoutProperty().get()).isEqualTo("camera  ×  lens  =  0.900");
        fx(() -> moveTo(new Point2D(1, 1)));
        assertThat(view.readoutProperty().get()).isEmpty();
    }

    @Test
    void arrowKeysReadTheSameCells() throws Exception {
        fx(() -> press(KeyCode.RIGHT));
        fx(() -> press(KeyCode.RIGHT));
        fx(() -> press(KeyCode.DOWN));
        assertThat(view.markedProperty().get()).isEqualTo(new HeatmapView.Cell(1, 1));
        assertThat(view.getAccessibleText()).isEqualTo("bottle  ×  lens: not read by the model");
    }

    @Test
    void cellsAreDrawnWhereTheyAreRead() throws Exception {
        HeatmapData data = view.dataProperty().get();
        ValueColors colors = new ValueColors(data.scale(), data.range(), Transform.LINEAR);
        WritableImage image = fx(() -> view.snapshot(null, null));
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                if (!Double.isNaN(data.at(row, column))) {
                    HeatmapView.Cell cell = new HeatmapView.Cell(row, column);
                    Point2D center = fx(() -> view.center(cell));
                    // Beside the number, which stands in the middle.
                    Color drawn = image.getPixelReader().getColor((int) center.getX(), (int) center.getY() - 12);
                    assertThat(distance(drawn, color(colors.of(data.at(row, column)))))
                            .as(cell.toString())
                            .isLessThan(0.02);
                }
            }
        }
    }

    @Test
    void theSquareRootShowsSmallAmounts() {
        HeatmapData data = view.dataProperty().get();
        ValueColors linear = new ValueColors(data.scale(), data.range(), Transform.LINEAR);
        ValueColors root = new ValueColors(data.scale(), data.range(), Transform.SQUARE_ROOT);
        assertThat(root.share(0.1)).isGreaterThan(2 * linear.share(0.1));
        assertThat(root.share(0.9)).isEqualTo(linear.share(0.9)).isEqualTo(1);
    }

    @Test
    void aClickPicksTheCell() throws Exception {
        fx(() -> {
            Point2D at = view.center(new HeatmapView.Cell(1, 2));
            view.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, at));
        });
        assertThat(view.pickedProperty().get()).isEqualTo(new HeatmapView.Cell(1, 2));
    }

    private void moveTo(Point2D at) {
        view.fireEvent(mouse(MouseEvent.MOUSE_MOVED, at));
    }

    private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, Point2D at) {
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                null);
    }

    private void press(KeyCode code) {
        view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static Color color(Ink ink) {
        return Color.web(String.format(Locale.ROOT, "#%06x", Palette.LIGHT.rgb(ink)));
    }

    private static double distance(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed())
                + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue());
    }
}
