package dev.interestlens.testing;

import com.sun.javafx.geom.PickRay;
import com.sun.javafx.scene.NodeHelper;
import com.sun.javafx.scene.input.PickResultChooser;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;

/** Where the mouse finds a node: at its middle, if that is in sight and nothing lies over it. All on the FX thread. */
public final class Reach {
    private static final double MARGIN = 4;

    private Reach() {}

    /**
     * A pane that has to scroll before a node is in sight.
     *
     * @param viewport what is seen of the pane
     * @param right by how many pixels the middle of the node lies too far to the right, negative for the left
     * @param down likewise down and up
     */
    public record Hidden(Node viewport, double right, double down) {}

    /** In the scene. */
    public static Point2D middle(Node node) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        return new Point2D(at.getCenterX(), at.getCenterY());
    }

    /** The innermost pane that has to scroll. */
    public static Optional<Hidden> hidden(Node node) {
        Point2D middle = middle(node);
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (isViewport(each)) {
                Bounds seen = each.localToScene(each.getLayoutBounds());
                double right = beyond(middle.getX(), seen.getMinX(), seen.getMaxX());
                double down = beyond(middle.getY(), seen.getMinY(), seen.getMaxY());
                if (right != 0 || down != 0) {
                    return Optional.of(new Hidden(each, right, down));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it shows a part of something, as scroll panes, lists and tables do. */
    static boolean isViewport(Node node) {
        return node.getStyleClass().contains("viewport") || node.getStyleClass().contains("clipped-container");
    }

    private static double beyond(double at, double low, double high) {
        double margin = Math.min(MARGIN, (high - low) / 2);
        return at < low + margin ? at - low - margin : at > high - margin ? at - high + margin : 0;
    }

    /** What keeps the mouse from the middle of a node. */
    public static Optional<String> obstacle(Node node) {
        Scene scene = node.getScene();
        if (scene == null || !isShown(node)) {
            return Optional.of("is not shown");
        }
        Bounds own = node.getLayoutBounds();
        if (own.getWidth() <= 0 || own.getHeight() <= 0) {
            return Optional.of("has no size");
        }
        Point2D middle = middle(node);
        Node picked = at(scene, middle);
        if (isWithin(picked, node)) {
            return Optional.empty();
        }
        String where = String.format(Locale.ROOT, " at %.0f,%.0f", middle.getX(), middle.getY());
        return Optional.of((picked == null ? "is outside of the window" : "lies below " + name(picked)) + where);
    }

    /** What takes the mouse at a point of a scene; null outside. */
    static Node at(Scene scene, Point2D point) {
        PickResultChooser chooser = new PickResultChooser();
        PickRay ray = new PickRay(point.getX(), point.getY(), 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        boolean inside = point.getX() >= 0
                && point.getY() >= 0
                && point.getX() < scene.getWidth()
                && point.getY() < scene.getHeight();
        if (inside) {
            NodeHelper.pickNode(scene.getRoot(), ray, chooser);
        }
        return chooser.getIntersectedNode();
    }

    static boolean isWithin(Node node, Node whole) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == whole) {
                return true;
            }
        }
        return false;
    }

    static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Class, id, style and words of a node, and in what it lies, for a failure. */
    public static String name(Node node) {
        StringBuilder name = new StringBuilder(own(node));
        Node each = node.getParent();
        for (int depth = 0; depth < 3 && each != null; depth++, each = each.getParent()) {
            name.append(" < ").append(own(each));
        }
        return name.toString();
    }

    private static String own(Node node) {
        String id = node.getId() == null ? "" : "#" + node.getId();
        String words = node instanceof Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isEmpty()
                ? " \"" + labeled.getText() + '"'
                : "";
        return node.getClass().getSimpleName() + id + node.getStyleClass() + words;
    }
}
