package dev.interestlens;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Presses the Tab key until the focus is back where it began, and finds what it passes over or reaches out of order. On the FX thread. */
final class FocusRound {
    private static final int MAX = 400;

    private FocusRound() {}

    static void find(Node root, Set<String> wrong) {
        List<Node> round = round(root.getScene(), false);
        List<Node> back = round(root.getScene(), true);
        Collections.reverse(back);
        Collections.rotate(back, 1);
        if (!back.equals(round)) {
            wrong.add("Shift+Tab goes another way: " + names(round) + " / " + names(back));
        }
        EveryPlace.walk(root, node -> {
            if (node.isFocusTraversable() && !node.isDisabled() && !reached(round, node)) {
                wrong.add("not reached: " + name(node));
            }
        });
        for (int i = 1; i < round.size(); i++) {
            if (isBackwards(round.get(i - 1), round.get(i))) {
                wrong.add(name(round.get(i - 1)) + " comes before " + name(round.get(i)));
            }
        }
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

    static void press(Scene scene, KeyCode key, boolean shift) {
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
        return nodes.stream().map(FocusRound::name).toList();
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
