package dev.interestlens.ui.explain.picture;

import dev.interestlens.ui.control.Changes;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** A line at the top of a page that replaces its head when that is scrolled away. */
public final class StickyHeader {
    private final ScrollPane page;
    private final Region content;

    public StickyHeader(ScrollPane page, Region content, Region head, Region line) {
        this.page = page;
        this.content = content;
        Changes.call(
                () -> mark(head, line),
                page.viewportBoundsProperty(),
                page.vvalueProperty(),
                head.boundsInParentProperty());
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
