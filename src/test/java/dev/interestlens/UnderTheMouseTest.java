package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.TinyShop;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen while something goes on takes the mouse at its middle, in windows of three sizes, with all opened that is folded. */
@Tag("thorough")
class UnderTheMouseTest {
    private static final int[][] SIZES = {{1024, 640}, {1400, 900}, {1920, 1080}};

    @WindowHome
    private Path home;

    @TempDir
    private Path elsewhere;

    private final Set<String> missed = new TreeSet<>();

    @Test
    void whatAnImportAsksAndARunningTrainingTakesTheMouse() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.waitFor(
                    "the sample to be read", () -> !window.find("#home-train").isDisabled());
            window.press("#rail-DATA");
            window.answer(TinyShop.table(elsewhere.resolve("orders.csv")));
            window.press("#data-files");
            window.waitFor(
                    "the mapping",
                    () -> window.find("#read") != null && !window.find("#read").isDisabled());
            window.press("#more");
            window.press("#spark");
            everySize(window, "mapping");
            window.press("#read");
            window.waitFor("the data set", () -> window.text("#name").equals("orders"));
            window.press("#rail-MODEL");
            window.choose("#preset", "Quick");
            window.press("#rail-TRAIN");
            window.open("#settings");
            window.type("#training-epochs", "9999");
            window.press("#start");
            window.waitFor("the training", () -> window.text("#state").equals("training"));
            window.press("#start");
            everySize(window, "training");
            window.press("#queueTab");
            everySize(window, "queue");
            window.press("#stop");
            window.waitFor("the stop", () -> !window.text("#state").equals("training"));
        }
        assertThat(missed).isEmpty();
    }

    private void everySize(OpenWindow window, String place) throws Exception {
        for (int[] size : SIZES) {
            window.resize(size[0], size[1]);
            OpenWindow.fx(() -> {
                look(size, place, window.scene().getRoot());
                return null;
            });
        }
    }

    private void look(int[] size, String place, Node root) {
        UnderTheMouse.unfold(root);
        String where = size[0] + "x" + size[1] + " " + place;
        UnderTheMouse.missed(root).forEach(each -> missed.add(where + ": " + each));
    }
}
