package dev.interestlens;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The smallest window that a person can make: what it is opened for is in view. */
@Tag("thorough")
class NarrowWindowTest {
    /** 1024 × 640 less the borders and title bar that a window manager adds. */
    static final double WIDTH = 1022;

    static final double HEIGHT = 612;

    /** Of the names below a history. */
    private static final double ENDS_OF_NAMES = 24;

    @WindowHome
    private Path home;

    @Test
    void whatAPersonComesForIsSeenAtOnce() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-explain");
            window.waitFor("an explanation", () -> window.text("#sentence").matches("(?s).*(measured|score).*"));
            window.resize(WIDTH, HEIGHT);
            waitUntilSeen(window, ".history-strip", ENDS_OF_NAMES);
            window.press("#rail-MODEL");
            waitUntilSeen(window, ".wiring", 0);
            window.press("#rail-TRAIN");
            waitUntilSeen(window, ".curves", 0);
        }
    }

    private static void waitUntilSeen(OpenWindow window, String id, double less) throws Exception {
        window.waitFor(
                id + " in view",
                () -> window.find(id) != null && bottom(window, id) <= bottom(window, "#place") + less);
    }

    @Test
    void importStaysInViewBesideAQuestion() throws Exception {
        Path ratings = Files.writeString(home.resolve("ratings.csv"), """
            user,item,label,time
            u1,a,1,1600000000
            u1,b,4,1600000060
            u2,a,5,1600000120
            u2,b,2,1600000180
            """);
        try (OpenWindow window = new OpenWindow(home)) {
            window.waitFor(
                    "the sample to be read", () -> !window.find("#home-train").isDisabled());
            window.resize(WIDTH, HEIGHT);
            window.press("#rail-DATA");
            window.answer(ratings);
            window.press("#data-files");
            window.press("#read");
            window.waitFor("the question from where on a label is positive", () -> window.words().stream()
                    .anyMatch(words -> words.contains("counts as positive")));
            window.waitFor(
                    "the button of the import in view", () -> bottom(window, "#read") <= bottom(window, "#place"));
        }
    }

    private static double bottom(OpenWindow window, String id) {
        Node node = window.find(id);
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }
}
