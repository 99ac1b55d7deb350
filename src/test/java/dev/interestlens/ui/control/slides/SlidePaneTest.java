package dev.interestlens.ui.control.slides;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Surface;
import dev.interestlens.testing.Frames;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Theme;
import dev.interestlens.ui.control.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SlidePaneTest {
    private final Messages words = new Messages(Language.ENGLISH);
    private final List<Integer> asked = new ArrayList<>();
    private final ObjectProperty<List<SlideSeries>> shown = new SimpleObjectProperty<>();
    private SlidePane pane;
    private Box last;

    /** A drawing of 400 × 100 that notes how large it was drawn. */
    private static final class Box implements Drawing {
        private double width;

        @Override
        public double width(Surface ruler) {
            return 400;
        }

        @Override
        public double height(Surface ruler, double width) {
            return 100;
        }

        @Override
        public void paint(Surface surface, double width, double height) {
            this.width = width;
            surface.rect(0, 0, width, height, Ink.Role.INK);
        }
    }

    @Start
    void show(Stage stage) {
        pane = new SlidePane(words, () -> pane.close());
        Theme theme = new Theme(() -> false);
        Scene scene = new Scene(pane, 1200, 700);
        theme.dress(scene);
        Stages.show(stage, scene);
    }

    private SlideSeries series(String name, int count) {
        return new SlideSeries(
                Phrase.same(name),
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> {
                            last = new Box();
                            return new Slide(Phrase.same(name + " " + i), last, Phrase.same("It is " + i));
                        })
                        .toList());
    }

    private void press(KeyCode... keys) throws Exception {
        for (KeyCode key : keys) {
            fx(() -> Event.fireEvent(
                    pane,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            key.isDigitKey() ? key.getName() : "",
                            key,
                            false,
                            false,
                            false,
                            false)));
        }
    }

    private static void fx(Runnable work) throws Exception {
        WaitForAsyncUtils.asyncFx(work).get();
        Frames.settle();
    }

    private String title() {
        return ((Label) pane.lookup(".slide-title")).getText();
    }

    private double sizeOfType() {
        return ((Label) pane.lookup(".slide-sentence")).getFont().getSize();
    }

    @Test
    void aLargeScreenHasLargerType() throws Exception {
        fx(() -> pane.open(SlideShow.of(List.of(series("a", 1)))));
        double small = sizeOfType();
        fx(() -> pane.getScene().getWindow().setHeight(1000));
        assertThat(sizeOfType()).isGreaterThan(small);
    }

    @Test
    void leftAndRightGoThroughAllSeries() throws Exception {
        fx(() -> pane.open(SlideShow.of(List.of(series("a", 2), series("b", 2)))));
        assertThat(title()).isEqualTo("a 1");
        press(KeyCode.LEFT);
        assertThat(title()).isEqualTo("a 1");
        press(KeyCode.RIGHT, KeyCode.PAGE_DOWN);
        assertThat(title()).isEqualTo("b 1");
        press(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(title()).isEqualTo("b 2");
        press(KeyCode.HOME, KeyCode.DIGIT2, KeyCode.PAGE_UP);
        assertThat(title()).isEqualTo("a 2");
        press(KeyCode.END);
        assertThat(title()).isEqualTo("b 2");
    }

    @Test
    void upAndDownAskForAnotherSubjectAndThePlaceIsKept() throws Exception {
        shown.set(List.of(series("a", 2), series("b", 3)));
        fx(() -> pane.open(new SlideShow(shown, asked::add)));
        press(KeyCode.DIGIT2, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.UP);
        assertThat(asked).containsExactly(1, -1);
        fx(() -> shown.set(List.of(series("c", 1), series("d", 2))));
        assertThat(title()).isEqualTo("d 2");
        fx(() -> shown.set(List.of(series("e", 1))));
        assertThat(title()).isEqualTo("e 1");
    }

    @Test
    void withOneSubjectUpAndDownGoToTheSeriesBeforeAndAfter() throws Exception {
        fx(() -> pane.open(SlideShow.of(List.of(series("a", 3), series("b", 1)))));
        press(KeyCode.DOWN);
        assertThat(title()).isEqualTo("b 1");
        press(KeyCode.UP);
        assertThat(title()).isEqualTo("a 1");
    }

    @Test
    void thePictureIsEnlargedUntilTheRoomIsFull() throws Exception {
        fx(() -> pane.open(SlideShow.of(List.of(series("a", 1)))));
        assertThat(1200 / last.width).isBetween(2.5, 3.3);
    }

    @Test
    void whatWasShownStaysUntilTheNextSubjectIsThere() throws Exception {
        shown.set(List.of(series("a", 1)));
        fx(() -> pane.open(new SlideShow(shown, asked::add)));
        fx(() -> shown.set(List.of()));
        assertThat(title()).isEqualTo("a 1");
        fx(() -> shown.set(List.of(series("b", 1))));
        assertThat(title()).isEqualTo("b 1");
    }
}
