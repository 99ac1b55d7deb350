package dev.interestlens.ui.explain.picture;

import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** A line at the top of a page that replaces its head when that is scrolled away. */
public final class HeadInShort {
    private final ScrollPane page;
    private final Region content;

    public HeadInShort(ScrollPane page, Region content, Region head, Region line) {
        this.page = page;
        this.content = content;
        page.viewportBoundsProperty().addListener(change -> mark(head, line));
        page.vvalueProperty().addListener(change -> mark(head, line));
        head.boundsInParentProperty().addListener(change -> mark(head, line));
        mark(head, line);
    }

    private double hidden(double height) {
        return Math.max(0, height - page.getViewportBounds().getHeight());
    }

    private void mark(Region head, Region line) {
        Bounds place = head.getBoundsInParent();
        line.setVisible(page.getVvalue() * hidden(content.getHeight()) > place.getMaxY());
    }
}
