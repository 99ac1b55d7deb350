package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manners that hold on every screen, with a run that can be explained: names for those who cannot see, both languages and appearances at once. */
class EveryScreenTest {
    /** Screens, and below them the buttons that show more of them. */
    private static final List<List<String>> PLACES = List.of(
            List.of("#rail-HOME"),
            List.of("#rail-DATA"),
            List.of("#rail-MODEL", "#teachTab", "#madeTab"),
            List.of("#rail-TRAIN", "#runsTab", "#queueTab", "#attentionTab", "#newTab"),
            List.of("#rail-EXPLAIN"),
            List.of(
                    "#rail-COMPARE",
                    "#losses",
                    "#validation",
                    "#roc",
                    "#calibration",
                    "#scores",
                    "#ablation",
                    "#table"),
            List.of("#rail-EXPORT"),
            List.of("#rail-SETTINGS"));

    @TempDir
    private Path home;

    @Test
    void everyScreenIsNamedForAllAndSwitchesLanguageAndAppearanceLive() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-explain");
            window.waitFor("an explanation", () -> window.text("#sentence").matches("(?s).*(measured|score).*"));
            assertThat(nameless(window)).isEmpty();
            window.press("#rail-SETTINGS");
            window.press("#chinese");
            window.press("#dark");
            assertThat(OpenWindow.fx(() -> window.scene().getRoot().lookup("#screenName")))
                    .isInstanceOf(Label.class);
            assertThat(window.text("#screenName")).isEqualTo("设置");
            assertThat(nameless(window)).isEmpty();
            assertThat(english(window)).isEmpty();
        }
    }

    private interface Looking {
        void at(Node root);
    }

    private static void everywhere(OpenWindow window, Looking looking) throws Exception {
        for (List<String> place : PLACES) {
            for (String button : place) {
                window.press(button);
                look(window, looking);
            }
        }
        window.press("#rail-DATA");
        int tabs = OpenWindow.fx(() -> tabs(window).getTabs().size());
        for (int i = 0; i < tabs; i++) {
            int at = i;
            OpenWindow.fx(() -> {
                tabs(window).getSelectionModel().select(at);
                return null;
            });
            look(window, looking);
        }
    }

    private static TabPane tabs(OpenWindow window) {
        return (TabPane) window.scene().getRoot().lookup(".views");
    }

    private static void look(OpenWindow window, Looking looking) throws Exception {
        OpenWindow.fx(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            looking.at(window.scene().getRoot());
            return null;
        });
    }

    /** What can have the focus and says nothing of itself. */
    private static Set<String> nameless(OpenWindow window) throws Exception {
        Set<String> found = new TreeSet<>();
        everywhere(window, root -> {
            String screen = ((Label) root.lookup("#screenName")).getText();
            Set<Node> labelled = new java.util.HashSet<>();
            OpenWindow.walk(root, node -> {
                if (node instanceof Label label
                        && label.getLabelFor() != null
                        && !label.getText().isBlank()) {
                    labelled.add(label.getLabelFor());
                }
            });
            visit(root, node -> {
                if (node.isFocusTraversable() && !labelled.contains(node) && !speaks(node)) {
                    found.add(screen + ": " + node.getClass().getSimpleName() + " #" + node.getId() + " "
                            + node.getStyleClass() + " in " + node.getParent().getId());
                }
            });
        });
        return found;
    }

    private static boolean speaks(Node node) {
        boolean words = node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        return words
                || node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    }

    /** As {@code walk}, but not into the parts of which controls are made. */
    private static void visit(Node node, java.util.function.Consumer<Node> seen) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        if (!(node instanceof ScrollPane) && !(node instanceof SplitPane) && !(node instanceof TabPane)) {
            seen.accept(node);
        }
        if (node instanceof ScrollPane pane) {
            if (pane.getContent() != null) {
                visit(pane.getContent(), seen);
            }
        } else if (node instanceof SplitPane pane) {
            pane.getItems().forEach(item -> visit(item, seen));
        } else if (node instanceof TabPane pane) {
            Tab shown = pane.getSelectionModel().getSelectedItem();
            if (shown != null && shown.getContent() != null) {
                visit(shown.getContent(), seen);
            }
        } else if (node instanceof javafx.scene.control.Control) {
            return;
        } else if (node instanceof javafx.scene.Parent parent
                && !node.getStyleClass().contains("metric-chart")) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> visit(child, seen));
        }
    }

    /** Words that stayed English after the switch, names of data, models and files left out. */
    private static Set<String> english(OpenWindow window) throws Exception {
        Set<String> found = new TreeSet<>();
        everywhere(window, root -> {
            List<String> words = new ArrayList<>();
            visit(root, node -> {
                if (node instanceof Labeled labeled && labeled.getText() != null) {
                    words.add(labeled.getText());
                } else if (node instanceof ChoiceBox<?> || node instanceof ComboBox<?>) {
                    OpenWindow.walk(node, part -> {
                        if (part instanceof Label label && label.getText() != null) {
                            words.add(label.getText());
                        }
                    });
                }
            });
            words.stream()
                    .filter(text -> text.matches("(?s).*\\b(the|of|and|with|is|are|for|not|no|this|to|it)\\b.*"))
                    .forEach(found::add);
        });
        return found;
    }
}
