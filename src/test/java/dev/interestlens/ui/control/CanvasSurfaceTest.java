package dev.interestlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Palette;
import java.util.Locale;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CanvasSurfaceTest {
    private static final String WORDS = "Gradient approximation";

    @Start
    void show(Stage window) {
        Stages.show(window, new Pane(), 100, 100); // loads the font
    }

    @Test
    void lettersAreMeasuredAtTheWeightInWhichTheyAreDrawn() throws Exception {
        double measured = Stages.fx(() -> new CanvasSurface(
                        new Canvas().getGraphicsContext2D(), Palette.LIGHT, Locale.ENGLISH, new CanvasSurface.Faces())
                .width(WORDS, Letters.BOLD));
        Text drawn = new Text(WORDS);
        drawn.setFont(Font.font(Typeface.FAMILY, FontWeight.BOLD, Letters.BOLD.size()));
        assertThat(measured).isEqualTo(drawn.getLayoutBounds().getWidth());
    }
}
