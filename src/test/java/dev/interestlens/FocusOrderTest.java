package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Tab key, pressed on every screen until it is back where it began. */
@Tag("thorough")
class FocusOrderTest {
    private static final int MAX = 400;
    private static final int SCREENS = 10;

    @WindowHome
    private Path home;

    @Test
    void tabReachesEveryControlInReadingOrderAndShiftTabGoesBack() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-explain");
            window.waitFor("an explanation", () -> window.text("#sentence").matches("(?s).*(measured|score).*"));
            Set<String> wrong = new TreeSet<>();
            EveryPlace.visit(window, (place, root) -> {
                List<Node> round = round(window.scene(), false);
                List<Node> back = round(window.scene(), true);
                Collections.reverse(back);
                Collections.rotate(back, 1);
                if (!back.equals(round)) {
                    wrong.add(place + ": Shift+Tab goes another way: " + names(round) + " / " + names(back));
                }
                EveryPlace.walk(root, node -> {
                    if (node.isFocusTraversable() && !node.isDisabled() && !reached(round, node)) {
                        wrong.add(place + ": not reached: " + name(node));
                    }
                });
                for (int i = 1; i < round.size(); i++) {
                    if (isBackwards(round.get(i - 1), round.get(i))) {
                        wrong.add(place + ": " + name(round.get(i - 1)) + " comes before " + name(round.get(i)));
                    }
                }
            });
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void arrowKeysInAGroupChooseAsAClickWould() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#rail-HOME");
            List<String> names = OpenWindow.fx(() -> {
                List<String> shown = new ArrayList<>();
                window.scene().lookup("#rail-HOME").requestFocus();
                for (int i = 0; i < SCREENS; i++) {
                    shown.add(((Labeled) window.find("#screenName")).getText());
                    press(window.scene(), KeyCode.DOWN, false);
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
                            "Settings");
        }
    }

    @Test
    void keysOfTheWindowWorkOnceWhereverTheFocusIs() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#rail-TRAIN");
            List<Boolean> shown = OpenWindow.fx(() -> {
                window.find("#rail-TRAIN").requestFocus();
                press(window.scene(), KeyCode.F1, false);
                boolean opened = OpenWindow.isShown(window.find("#keys"));
                press(window.scene(), KeyCode.ESCAPE, false);
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
                press(window.scene(), KeyCode.RIGHT, false);
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

    /** Of the buttons of a group one is reached; the arrow keys go on from it. */
    private static boolean reached(List<Node> round, Node node) {
        return round.contains(node)
                || node instanceof ToggleButton button
                        && button.getToggleGroup() != null
                        && button.getToggleGroup().getToggles().stream().anyMatch(round::contains);
    }

    /** What has the focus one after the other, from the first control of the window on. */
    private static List<Node> round(Scene scene, boolean back) {
        Node first = scene.lookup("#rail-HOME");
        first.requestFocus();
        Set<Node> seen = new LinkedHashSet<>();
        while (seen.size() < MAX && seen.add(scene.getFocusOwner())) {
            press(scene, KeyCode.TAB, back);
        }
        return new ArrayList<>(seen);
    }

    private static void press(Scene scene, KeyCode key, boolean shift) {
        Event.fireEvent(
                scene.getFocusOwner(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false));
    }

    /** Whether, of the two boxes that part these two nodes, the first stands behind the second: below it, or beside it on the right. */
    private static boolean isBackwards(Node a, Node b) {
        List<Node> up = ancestors(a);
        Node below = b;
        while (below.getParent() != null && !up.contains(below.getParent())) {
            below = below.getParent();
        }
        if (below.getParent() == null || below.getParent() == a || up.contains(below)) {
            return false;
        }
        Bounds first = up.get(up.indexOf(below.getParent()) - 1).getBoundsInParent();
        Bounds second = below.getBoundsInParent();
        double together = Math.min(first.getMaxY(), second.getMaxY()) - Math.max(first.getMinY(), second.getMinY());
        boolean sameLine = together > Math.min(first.getHeight(), second.getHeight()) / 2;
        return sameLine ? first.getMinX() > second.getMinX() : first.getMinY() > second.getMinY();
    }

    private static List<Node> ancestors(Node node) {
        List<Node> up = new ArrayList<>();
        for (Node each = node; each != null; each = each.getParent()) {
            up.add(each);
        }
        return up;
    }

    private static List<String> names(List<Node> nodes) {
        return nodes.stream().map(FocusOrderTest::name).toList();
    }

    private static String name(Node node) {
        String words = node.getAccessibleText();
        if (words == null && node instanceof Labeled labeled) {
            words = labeled.getText();
        }
        return node.getClass().getSimpleName() + " " + (node.getId() == null ? "" : "#" + node.getId() + " ") + "\""
                + words + "\"";
    }
}
