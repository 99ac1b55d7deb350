package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Model on the stage: its diagram, then its equations. */
@Tag("thorough")
class ModelPresentationTest {
    @WindowHome
    private Path home;

    @Test
    void theDiagramIsPresentedBeforeTheEquations() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.waitFor(
                    "the sample to be read", () -> !window.find("#home-train").isDisabled());
            window.press("#rail-MODEL");
            window.waitFor("a diagram", () -> window.find(".wiring-box") != null);
            window.press("#present");
            window.waitFor("slides", () -> OpenWindow.isShown(window.find(".slide-pane")));
            List<String> first = window.words();
            assertThat(first).containsSequence("Architecture", "Equations");
            assertThat(title(window)).isEqualTo("DIN");
            window.keys(KeyCode.RIGHT);
            window.waitFor("the first equation", () -> !title(window).equals("DIN"));
        }
    }

    private static String title(OpenWindow window) throws Exception {
        return OpenWindow.fx(() -> ((Labeled) window.find(".slide-title")).getText());
    }
}
