package dev.interestlens.ui.control;

import static dev.interestlens.ui.control.Stages.WORDS;
import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

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
            mouse(MouseEvent.MOUSE_PRESSED, HistoryLayout.GUTTER + 20);
            mouse(MouseEvent.MOUSE_DRAGGED, HistoryLayout.GUTTER + 160);
            mouse(MouseEvent.MOUSE_RELEASED, HistoryLayout.GUTTER + 160);
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
    void ghostsAndAPinnedHistoryHaveRoomOnTheScale() {
        HistoryData now = data(new double[] {0.4, -0.2})
                .withGhosts(new double[] {0.9, Double.NaN}, new double[] {-0.6, Double.NaN});
        HistoryScale scale = HistoryScale.of(List.of(now, data(new double[] {1.5, 0})));
        assertThat(scale).isEqualTo(new HistoryScale(0.9, -0.6, 1.5));
    }

    @Test
    void bothRowsOfBarsHaveRoomAtTheLeastHeight() {
        HistoryData many = new HistoryData(
                java.util.Collections.nCopies(40, new HistoryData.Behaviour("x", "", "")),
                0,
                new HistoryData.Behaviour("camera", "", ""),
                new double[40],
                new double[0],
                Double.NaN);
        HistoryLayout layout = HistoryLayout.of(many, 640, strip.getMinHeight());
        assertThat(layout.lookBase() - layout.lookTop() - 14).isGreaterThanOrEqualTo(70);
        assertThat(layout.effectBottom() - layout.effectTop() - 12).isGreaterThanOrEqualTo(70);
    }

    @Test
    void longHistoriesStayBeforeTheirCandidate() {
        for (int size : new int[] {0, 1, 8, 50, 200}) {
            HistoryData data = new HistoryData(
                    java.util.Collections.nCopies(size, new HistoryData.Behaviour("x", "", "")),
                    5,
                    new HistoryData.Behaviour("camera", "", ""),
                    new double[size],
                    new double[0],
                    Double.NaN);
            HistoryLayout layout = HistoryLayout.of(data, 900, 260);
            assertThat(layout.candidateLeft() + HistoryLayout.CANDIDATE).isLessThanOrEqualTo(900);
        }
    }

    private static HistoryData data(double[] effect) {
        return new HistoryData(
                List.of(
                        new HistoryData.Behaviour("tripod", "cameras", "2 d"),
                        new HistoryData.Behaviour("lens", "cameras", "1 d")),
                0,
                new HistoryData.Behaviour("camera", "cameras", ""),
                new double[] {0.7, 0.3},
                effect,
                0.5);
    }

    private void press(KeyCode code) {
        strip.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
