package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The smallest window that a person can make: nothing in it is cut, in either language. */
@Tag("thorough")
class NarrowWindowTest {
    /** 1024 × 640 less the borders and title bar that a window manager adds. */
    private static final double WIDTH = 1022;

    private static final double HEIGHT = 612;

    private static final double ROUNDING = 1.5;

    /** Of the names below a history. */
    private static final double ENDS_OF_NAMES = 24;

    @WindowHome
    private Path home;

    @Test
    void nothingIsCut() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-explain");
            window.waitFor("an explanation", () -> window.text("#sentence").matches("(?s).*(measured|score).*"));
            makeSmall(window);
            Set<String> cut = new TreeSet<>(cut(window));
            window.press("#rail-SETTINGS");
            window.press("#chinese");
            cut.addAll(cut(window));
            assertThat(cut).isEmpty();
        }
    }

    @Test
    void whatAPersonComesForIsSeenAtOnce() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-explain");
            window.waitFor("an explanation", () -> window.text("#sentence").matches("(?s).*(measured|score).*"));
            makeSmall(window);
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
            makeSmall(window);
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

    private static void makeSmall(OpenWindow window) throws Exception {
        OpenWindow.fx(() -> {
            Stage stage = (Stage) window.scene().getWindow();
            stage.setMinWidth(0);
            stage.setMinHeight(0);
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            return null;
        });
        window.waitFor("the size", () -> window.scene().getWidth() == WIDTH);
    }

    private static Set<String> cut(OpenWindow window) throws Exception {
        Set<String> found = new TreeSet<>();
        EveryPlace.visit(window, (place, root) -> {
            OpenWindow.walk(root, node -> {
                if (node instanceof Labeled labeled && !isOfARow(node) && isShortened(labeled)) {
                    found.add(place + ": shortened: \"" + labeled.getText() + "\" " + where(node));
                }
                if (node instanceof Control && !isOwnPart(node) && liesOutside(node)) {
                    found.add(place + ": lies outside: " + words(node) + " " + where(node));
                }
            });
        });
        return found;
    }

    /** Whether it is a cell or lies in one: there the whole is told by a tooltip, and columns can be widened. */
    private static boolean isOfARow(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof Cell) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShortened(Labeled labeled) {
        if (labeled.getText() == null || labeled.getText().isBlank() || labeled.getWidth() == 0) {
            return false;
        }
        return labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .anyMatch(shown -> shown.endsWith(labeled.getEllipsisString())
                        && !labeled.getText().endsWith(labeled.getEllipsisString()));
    }

    /** Whether a control is a part of another one, which looks after it. */
    private static boolean isOwnPart(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof Control && !(each instanceof ScrollPane) && !isContainer(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isContainer(Node node) {
        return node instanceof javafx.scene.control.SplitPane || node instanceof javafx.scene.control.TabPane;
    }

    /** Whether it lies beyond what is seen of it: beside a pane, or below one that does not scroll. */
    private static boolean liesOutside(Node node) {
        Bounds own = node.localToScene(node.getLayoutBounds());
        if (own.getWidth() == 0 || own.getHeight() == 0) {
            return false;
        }
        boolean scrolls = false;
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            scrolls |= each instanceof ScrollPane;
        }
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            boolean cuts = each instanceof Control || each.getClip() != null || each.getParent() == null;
            Bounds room = each.localToScene(each.getLayoutBounds());
            if (cuts
                    && !(each instanceof ScrollPane pane && scrollsAside(pane))
                    && (scrolls ? isBeyondSides(own, room) : isBeyond(own, room))) {
                return true;
            }
        }
        return false;
    }

    private static boolean scrollsAside(ScrollPane pane) {
        return pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER && !pane.isFitToWidth();
    }

    private static boolean isBeyondSides(Bounds own, Bounds room) {
        return own.getMinX() < room.getMinX() - ROUNDING || own.getMaxX() > room.getMaxX() + ROUNDING;
    }

    private static boolean isBeyond(Bounds own, Bounds room) {
        return isBeyondSides(own, room)
                || own.getMinY() < room.getMinY() - ROUNDING
                || own.getMaxY() > room.getMaxY() + ROUNDING;
    }

    private static String words(Node node) {
        String text = node instanceof Labeled labeled ? labeled.getText() : node.getAccessibleText();
        return node.getClass().getSimpleName() + " \"" + text + "\"";
    }

    private static String where(Node node) {
        Bounds own = node.localToScene(node.getLayoutBounds());
        StringBuilder up = new StringBuilder();
        int depth = 0;
        for (Node each = node; each != null && depth < 5; each = each.getParent(), depth++) {
            up.append(each.getId() == null ? each.getClass().getSimpleName() : "#" + each.getId())
                    .append(" < ");
        }
        return String.format(
                Locale.ROOT,
                "%.0f…%.0f × %.0f…%.0f in %s",
                own.getMinX(),
                own.getMaxX(),
                own.getMinY(),
                own.getMaxY(),
                up);
    }
}
