package dev.interestlens;

import java.util.Locale;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.text.Text;

/** Finds what is cut in a window that is too small for it: words that end in an ellipsis, controls of which a part can't be seen. On the FX thread. */
final class CutParts {
    private static final double ROUNDING = 1.5;

    private CutParts() {}

    static void find(Node root, Set<String> found) {
        OpenWindow.walk(root, node -> {
            if (node instanceof Labeled labeled && !isOfARow(node) && isShortened(labeled)) {
                found.add("shortened: \"" + labeled.getText() + "\" " + where(node));
            }
            if (node instanceof Control && !isOwnPart(node) && liesOutside(node)) {
                found.add("lies outside: " + words(node) + " " + where(node));
            }
        });
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
        return node instanceof SplitPane || node instanceof TabPane;
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
