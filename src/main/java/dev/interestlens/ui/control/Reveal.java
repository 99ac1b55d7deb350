package dev.interestlens.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls a node that has just appeared into view. */
public final class Reveal {
    private static final double MARGIN = 16;

    private Reveal() {}

    /** Lays out the scroll pane around the node, and scrolls it as far as needed. */
    public static void now(Node node) {
        ScrollPane pane = around(node);
        if (pane == null || !node.isVisible() || node.getScene() == null) {
            return;
        }
        pane.applyCss();
        pane.layout();
        Node content = pane.getContent();
        Bounds at = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double view = pane.getViewportBounds().getHeight();
        double spare = content.getLayoutBounds().getHeight() - view;
        if (spare <= 0) {
            return;
        }
        double top = pane.getVvalue() * spare;
        double least = Math.min(at.getMaxY() + MARGIN - view, at.getMinY());
        double most = at.getMinY() - MARGIN;
        double wanted = Math.min(Math.max(top, least), Math.max(most, least));
        pane.setVvalue(Math.max(0, Math.min(1, wanted / spare)));
    }

    private static ScrollPane around(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane pane) {
                return pane;
            }
        }
        return null;
    }
}
