package dev.interestlens.ui.control.history;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.figure.data.HistoryScale;
import dev.interestlens.ui.control.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HistoryStripTest {
    private HistoryStrip strip;

    @Start
    void start(Stage stage) {
        strip = new HistoryStrip(WORDS);
        strip.setData(data(new double[] {0.4, -0.2}));
        Stages.show(stage, strip, 800, 280);
    }

    @Test
    void keysReadLookAndSignedEffect() throws Exception {
        fx(() -> press(KeyCode.LEFT));
        assertThat(strip.readoutProperty().get()).isEqualTo("lens · cameras · 1 d   Look 0.300   Effect −0.200");
    }

    @Test
    void anEffectThatIsNotMeasuredYetIsNotZero() throws Exception {
        fx(() -> {
            strip.setData(data(new double[0]));
            press(KeyCode.LEFT);
        });
        assertThat(strip.readoutProperty().get()).isEqualTo("lens · cameras · 1 d   Look 0.300");
    }

    @Test
    void spaceAsksToSwitchTheMarkedBehaviour() throws Exception {
        List<Integer> asked = new ArrayList<>();
        fx(() -> {
            strip.setOnToggle(asked::add);
            press(KeyCode.LEFT);
            press(KeyCode.LEFT);
            press(KeyCode.SPACE);
        });
        assertThat(asked).containsExactly(0);
    }

    @Test
    void altAndAnArrowAskToMoveInsertAsksToPutIn() throws Exception {
        List<String> asked = new ArrayList<>();
        fx(() -> {
            strip.setOnMove((from, to) -> asked.add(from + ">" + to));
            strip.setOnInsert(at -> asked.add("+" + at));
            press(KeyCode.LEFT);
            strip.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.LEFT, false, false, true, false));
            press(KeyCode.INSERT);
        });
        assertThat(asked).containsExactly("1>0", "+0");
    }

    @Test
    void withControlSpaceAndClicksChooseSeveralAndDraggingChoosesAllThatItPasses() throws Exception {
        List<Set<Integer>> asked = new ArrayList<>();
        fx(() -> {
            strip.setOnSelect(chosen -> {
                asked.add(chosen);
                strip.selected().retainAll(chosen);
                strip.selected().addAll(chosen);
            });
            press(KeyCode.LEFT);
            strip.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SPACE, false, true, false, false));
            press(KeyCode.ESCAPE);
            strip.layout();
            strip.snapshot(null, null); // lays the columns out
            mouse(MouseEvent.MOUSE_PRESSED, 104);
            mouse(MouseEvent.MOUSE_DRAGGED, 244);
            mouse(MouseEvent.MOUSE_RELEASED, 244);
        });
        assertThat(asked).containsExactly(Set.of(1), Set.of(), Set.of(0, 1));
    }

    private void mouse(EventType<MouseEvent> type, double x) {
        strip.fireEvent(new MouseEvent(
                type,
                x,
                40,
                x,
                40,
                MouseButton.PRIMARY,
                1,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null));
    }

    @Test
    void positionsInAWindowAreThoseOfTheWholeHistory() throws Exception {
        List<Integer> asked = new ArrayList<>();
        fx(() -> {
            strip.setOnToggle(asked::add);
            strip.firstProperty().set(1);
            strip.countProperty().set(1);
            press(KeyCode.LEFT);
            press(KeyCode.SPACE);
        });
        assertThat(strip.readoutProperty().get()).startsWith("lens");
        assertThat(asked).containsExactly(1);
    }

    @Test
    void draggingALookBarAndTheArrowsSetItsWeight() throws Exception {
        List<Double> asked = new ArrayList<>();
        fx(() -> {
            strip.setOnWeight((position, weight) -> asked.add(weight));
            strip.layout();
            strip.snapshot(null, null); // lays the columns out
            mouse(MouseEvent.MOUSE_PRESSED, 104);
            mouse(MouseEvent.MOUSE_RELEASED, 104);
            press(KeyCode.LEFT);
            press(KeyCode.UP);
        });
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).isGreaterThan(0);
        assertThat(asked.get(1)).isGreaterThan(0.3);
    }

    @Test
    void ghostsAndAPinnedHistoryHaveRoomOnTheScale() {
        HistoryData now = data(new double[] {0.4, -0.2})
                .withGhosts(new double[] {0.9, Double.NaN}, new double[] {-0.6, Double.NaN});
        HistoryScale scale = HistoryScale.of(List.of(now, data(new double[] {1.5, 0})));
        assertThat(scale).isEqualTo(new HistoryScale(0.9, -0.6, 1.5));
    }

    private static HistoryData.Behaviour behaviour(String title, String category, String time) {
        return new HistoryData.Behaviour(Phrase.same(title), Phrase.same(category), Phrase.same(time));
    }

    private static HistoryData data(double[] effect) {
        return new HistoryData(
                List.of(behaviour("tripod", "cameras", "2 d"), behaviour("lens", "cameras", "1 d")),
                0,
                behaviour("camera", "cameras", ""),
                new double[] {0.7, 0.3},
                effect,
                0.5);
    }

    private void press(KeyCode code) {
        strip.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
