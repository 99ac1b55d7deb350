package dev.interestlens.ui.control;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/** Two parts at the two ends of a line; the second moves below the first where there is no room for both. */
public final class SplitLine extends Pane {
    private static final double GAP = 12;
    private static final double BELOW = 8;

    public SplitLine() {
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private List<Node> parts() {
        return getManagedChildren();
    }

    /** Its width in one line; a flow pane would report its wrap length, however little it contains. */
    private static double own(Node part) {
        if (part instanceof FlowPane flow) {
            List<Node> shown =
                    flow.getChildren().stream().filter(Node::isManaged).toList();
            return Math.ceil(shown.stream()
                            .mapToDouble(each ->
                                    Math.ceil(Math.max(each.minWidth(-1), each.prefWidth(-1)))) // as a flow pane
                            .sum()
                    + flow.getHgap() * Math.max(0, shown.size() - 1));
        }
        return part.prefWidth(-1);
    }

    private static double gap(List<Node> parts) {
        return parts.size() > 1 ? GAP : 0;
    }

    private double preferred() {
        List<Node> parts = parts();
        return parts.stream().mapToDouble(each -> snapSizeX(own(each))).sum() + gap(parts);
    }

    private boolean isOneLine(double width) {
        return preferred() <= width + 1;
    }

    @Override
    protected double computeMinWidth(double height) {
        Insets in = getInsets();
        return in.getLeft()
                + in.getRight()
                + parts().stream().mapToDouble(each -> each.minWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets in = getInsets();
        return in.getLeft() + in.getRight() + preferred();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets in = getInsets();
        List<Node> parts = parts();
        double room = width < 0 ? preferred() : width - in.getLeft() - in.getRight();
        double height = isOneLine(room)
                ? parts.stream()
                        .mapToDouble(each -> each.prefHeight(own(each)))
                        .max()
                        .orElse(0)
                : parts.stream().mapToDouble(each -> each.prefHeight(room)).sum() + (parts.size() > 1 ? BELOW : 0);
        return in.getTop() + in.getBottom() + height;
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double width = getWidth() - in.getLeft() - in.getRight();
        double height = getHeight() - in.getTop() - in.getBottom();
        List<Node> parts = parts();
        if (isOneLine(width)) {
            double rest = width;
            for (Node each : parts) {
                boolean last = parts.size() > 1 && each == parts.get(parts.size() - 1);
                double own = last ? snapSizeX(own(each)) : Math.min(rest, snapSizeX(own(each)));
                double x = last
                        ? Math.floor(in.getLeft() + width - own)
                        : in.getLeft(); // whole pixels: nothing is cut at the end
                layoutInArea(each, x, in.getTop(), own, height, 0, HPos.LEFT, VPos.CENTER);
                rest -= own;
            }
            return;
        }
        double y = in.getTop();
        for (Node each : parts) {
            double own = each.prefHeight(width);
            layoutInArea(each, in.getLeft(), y, width, own, 0, HPos.LEFT, VPos.CENTER);
            y += own + BELOW;
        }
    }
}
