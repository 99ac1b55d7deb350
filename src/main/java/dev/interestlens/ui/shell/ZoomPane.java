package dev.interestlens.ui.shell;

import dev.interestlens.ui.control.Changes;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Scales its content, which is laid out in accordingly less space; in little height the style sheet makes it compact. */
final class ZoomPane extends Region {
    /** The height of the content from which on there is room for wide margins. */
    private static final double ROOMY = 720;

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final Parent content;
    private final Zoom zoom;

    ZoomPane(Parent content, Zoom zoom) {
        this.content = content;
        this.zoom = zoom;
        Scale scale = new Scale();
        scale.xProperty().bind(zoom.factor());
        scale.yProperty().bind(zoom.factor());
        content.getTransforms().add(scale);
        zoom.widthProperty().bind(widthProperty());
        zoom.heightProperty().bind(heightProperty());
        Changes.call(this::requestLayout, zoom.factor());
        Changes.call(this::fit, heightProperty(), zoom.factor());
        getChildren().setAll(content);
    }

    private void fit() {
        content.pseudoClassStateChanged(COMPACT, getHeight() / zoom.factor().get() < ROOMY);
    }

    @Override
    protected void layoutChildren() {
        double factor = zoom.factor().get();
        content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
}
