package dev.interestlens.ui.explain;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** A page that keeps its place when it becomes higher or lower, with a line on top that says what it is about where its head is scrolled away. */
final class ScrolledPage {
    private final ScrollPane page;
    private final Region content;

    ScrolledPage(ScrollPane page, Region content, Region head, Region line) {
        this.page = page;
        this.content = content;
        content.heightProperty().addListener(this::keepPlace);
        page.viewportBoundsProperty().addListener(change -> mark(head, line));
        page.vvalueProperty().addListener(change -> mark(head, line));
        head.boundsInParentProperty().addListener(change -> mark(head, line));
        mark(head, line);
    }

    private double hidden(double height) {
        return Math.max(0, height - page.getViewportBounds().getHeight());
    }

    private void keepPlace(ObservableValue<? extends Number> observed, Number before, Number now) {
        double above = page.getVvalue() * hidden(before.doubleValue());
        double most = hidden(now.doubleValue());
        page.setVvalue(most == 0 ? 0 : Math.min(1, above / most));
    }

    private void mark(Region head, Region line) {
        Bounds place = head.getBoundsInParent();
        line.setVisible(page.getVvalue() * hidden(content.getHeight()) > place.getMaxY());
    }
}
