package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys of the window and of its groups of buttons. */
@Tag("thorough")
class FocusOrderTest {
    private static final int SCREENS = 11;

    @WindowHome
    private Path home;

    @Test
    void arrowKeysInAGroupChooseAsAClickWould() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#rail-HOME");
            List<String> names = OpenWindow.fx(() -> {
                List<String> shown = new ArrayList<>();
                window.scene().lookup("#rail-HOME").requestFocus();
                for (int i = 0; i < SCREENS; i++) {
                    shown.add(((Labeled) window.find("#screenName")).getText());
                    FocusRound.press(window.scene(), KeyCode.DOWN, false);
                }
                return shown;
            });
            assertThat(names)
                    .containsExactly(
                            "Home",
                            "Data",
                            "Model",
                            "Train",
                            "Recommend",
                            "Explain",
                            "Compare",
                            "Export",
                            "Questions",
                            "Playground",
                            "Settings");
        }
    }

    @Test
    void keysOfTheWindowWorkOnceWhereverTheFocusIs() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#rail-TRAIN");
            List<Boolean> shown = OpenWindow.fx(() -> {
                window.find("#rail-TRAIN").requestFocus();
                FocusRound.press(window.scene(), KeyCode.F1, false);
                boolean opened = OpenWindow.isShown(window.find("#keys"));
                FocusRound.press(window.scene(), KeyCode.ESCAPE, false);
                return List.of(opened, OpenWindow.isShown(window.find("#keys")));
            });
            assertThat(shown).containsExactly(true, false);
        }
    }

    @Test
    void aViewChosenWithTheKeyboardKeepsTheFocus() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-explain");
            window.waitFor("an explanation", () -> window.text("#sentence").matches("(?s).*(measured|score).*"));
            window.waitFor("the views", () -> chip(window, "Attention") != null);
            OpenWindow.fx(() -> {
                chip(window, "Attention").requestFocus();
                FocusRound.press(window.scene(), KeyCode.RIGHT, false);
                return null;
            });
            // Of one moment: what is measured next builds the views anew.
            OpenWindow.fx(() -> {
                ToggleButton next = chip(window, "Raw scores (pre-softmax)");
                assertThat(window.scene().getFocusOwner()).isSameAs(next);
                assertThat(next.isSelected()).isTrue();
                return null;
            });
        }
    }

    private static ToggleButton chip(OpenWindow window, String text) {
        return window.scene().getRoot().lookupAll(".chip").stream()
                .filter(node -> node instanceof ToggleButton button && text.equals(button.getText()))
                .map(ToggleButton.class::cast)
                .findFirst()
                .orElse(null);
    }
}
