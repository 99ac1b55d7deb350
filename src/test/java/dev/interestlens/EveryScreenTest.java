package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Manners that hold on every screen and every part of it, with two runs that can be explained: each has a name for those who cannot see, is reached by
 * the Tab key in reading order, takes the mouse at its middle with all opened that is folded, is not cut in the smallest window, and switches language
 * and appearance live. One walk serves all that is looked for in a window of one size and language.
 */
@Tag("thorough")
class EveryScreenTest {
    @WindowHome
    private Path home;

    private final Set<String> wrong = new TreeSet<>();
    private final Map<String, Integer> controls = new LinkedHashMap<>();

    @BeforeEach
    void twoRuns() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-explain");
            explained(window);
        }
        copy(home.resolve("runs/din-bundled"), home.resolve("runs/din-copied"));
    }

    @Test
    void mannersHoldAtEveryPlace() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#rail-EXPLAIN");
            explained(window);
            window.resize(1400, 900);
            EveryPlace.visit(window, (place, root) -> {
                find("no name", place, root, SpokenWords::nameless);
                find("focus", place, root, FocusRound::find);
                mouse("1400x900 " + place, root);
            });
            EveryPlace.visitCovers(window, (place, root) -> {
                find("no name", place, root, SpokenWords::nameless);
                mouse(place, cover(root));
            });
            window.resize(NarrowWindowTest.WIDTH, NarrowWindowTest.HEIGHT);
            EveryPlace.visit(window, (place, root) -> {
                find("cut", place, root, CutParts::find);
                mouse("small " + place, root);
            });
            window.resize(1920, 1080);
            EveryPlace.visit(window, (place, root) -> mouse("1920x1080 " + place, root));
        }
        assertThat(controls).allSatisfy((place, count) -> assertThat(count).isPositive());
        assertThat(wrong).isEmpty();
    }

    @Test
    void languageAndAppearanceSwitchLive() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#rail-EXPLAIN");
            explained(window);
            window.press("#rail-SETTINGS");
            window.press("#chinese");
            window.press("#dark");
            assertThat(OpenWindow.fx(() -> window.scene().getRoot().lookup("#screenName")))
                    .isInstanceOf(Label.class);
            assertThat(window.text("#screenName")).isEqualTo("设置");
            window.resize(NarrowWindowTest.WIDTH, NarrowWindowTest.HEIGHT);
            EveryPlace.visit(window, (place, root) -> {
                find("cut", place, root, CutParts::find);
                find("no name", place, root, SpokenWords::nameless);
                find("English", place, root, SpokenWords::english);
            });
            EveryPlace.visitCovers(window, (place, root) -> find("no name", place, root, SpokenWords::nameless));
        }
        assertThat(wrong).isEmpty();
    }

    private void find(String what, String place, Node root, BiConsumer<Node, Set<String>> finder) {
        Set<String> found = new TreeSet<>();
        finder.accept(root, found);
        found.forEach(each -> wrong.add(what + " at " + place + ": " + each));
    }

    private void mouse(String place, Node root) {
        UnderTheMouse.unfold(root);
        controls.put(place, UnderTheMouse.count(root));
        UnderTheMouse.missed(root).forEach(each -> wrong.add("mouse at " + place + ": " + each));
    }

    /** What lies over the screens; where it is shown, the rest is below it on purpose. */
    private static Node cover(Node root) {
        return Stream.of("#keys", "#palette-query", ".slide-pane", "#problemList")
                .map(root::lookup)
                .filter(node -> node != null && OpenWindow.isShown(node))
                .map(node -> node instanceof TextField query ? query.getParent() : node)
                .findFirst()
                .orElse(root);
    }

    private static void explained(OpenWindow window) throws Exception {
        window.waitFor("an explanation", () -> window.text("#sentence").matches("(?s).*(measured|score).*"));
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
