package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Manners that hold on every screen, with a run that can be explained: names for those who cannot see, both languages and appearances at once. */
@Tag("thorough")
class EveryScreenTest {
    @WindowHome
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

    /** What can have the focus and says nothing of itself. */
    private static Set<String> nameless(OpenWindow window) throws Exception {
        Set<String> found = new TreeSet<>();
        EveryPlace.Looking looking = (place, root) -> nameless(place, root, found);
        EveryPlace.visit(window, looking);
        EveryPlace.visitCovers(window, looking);
        return found;
    }

    private static void nameless(String place, Node root, Set<String> found) {
        Set<Node> labelled = new HashSet<>();
        OpenWindow.walk(root, node -> {
            if (node instanceof Label label
                    && label.getLabelFor() != null
                    && !label.getText().isBlank()) {
                labelled.add(label.getLabelFor());
            }
        });
        EveryPlace.walk(root, node -> {
            if (node.isFocusTraversable() && !labelled.contains(node) && !speaks(node)) {
                found.add(place + ": " + node.getClass().getSimpleName() + " #" + node.getId() + " "
                        + node.getStyleClass() + " in " + node.getParent().getId());
            }
        });
    }

    private static boolean speaks(Node node) {
        boolean words = node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        return words
                || node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    }

    /** Words that stayed English after the switch, names of data, models and files left out. */
    private static Set<String> english(OpenWindow window) throws Exception {
        Set<String> found = new TreeSet<>();
        EveryPlace.visit(window, (place, root) -> {
            List<String> words = new ArrayList<>();
            EveryPlace.walk(root, node -> {
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
