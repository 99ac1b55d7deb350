package dev.interestlens;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/** Finds what says nothing of itself, and what says it in the wrong language. On the FX thread. */
final class SpokenWords {
    private SpokenWords() {}

    /** What can have the focus and says nothing of itself. */
    static void nameless(Node root, Set<String> found) {
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
                found.add(node.getClass().getSimpleName() + " #" + node.getId() + " " + node.getStyleClass() + " in "
                        + node.getParent().getId());
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
    static void english(Node root, Set<String> found) {
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
    }
}
