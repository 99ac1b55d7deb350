package dev.interestlens.ui.control;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Two parts side by side where there is room for both, else the second below the first; the second takes the remaining height. */
public final class Columns extends Pane {
    private static final double GAP = 16;

    private double least = 1000;
    private boolean even = true;
    private final ReadOnlyBooleanWrapper beside = new ReadOnlyBooleanWrapper(this, "beside");

    public Columns() {
        setMinWidth(0);
    }

    /** The minimum width for side by side. */
    public double getLeast() {
        return least;
    }

    public void setLeast(double width) {
        least = width;
        requestLayout();
    }

    /** Whether both are equally wide side by side; else the first takes its preferred width, and the second the rest. */
    public boolean isEven() {
        return even;
    }

    public void setEven(boolean equal) {
        even = equal;
        requestLayout();
    }

    /** Whether they are side by side. */
    public ReadOnlyBooleanProperty besideProperty() {
        return beside.getReadOnlyProperty();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean isBeside(double width) {
        return width >= least && getManagedChildren().size() > 1;
    }

    /** Of a part, where they are side by side in this width. */
    private double own(int part, double width) {
        double half = Math.floor((width - GAP) / 2);
        if (even) {
            return half;
        }
        double first = getManagedChildren().get(0).prefWidth(-1);
        return part == 0 ? first : width - GAP - first;
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(width, true);
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(width, false);
    }

    private double height(double width, boolean min) {
        double room = width < 0 ? getWidth() : width;
        List<Node> parts = getManagedChildren();
        boolean beside = isBeside(room);
        var heights = IntStream.range(0, parts.size()).mapToDouble(i -> {
            double each = beside ? own(i, room) : room;
            return min ? parts.get(i).minHeight(each) : parts.get(i).prefHeight(each);
        });
        return beside ? heights.max().orElse(0) : heights.sum() + GAP * Math.max(0, parts.size() - 1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        List<Node> parts = getManagedChildren();
        beside.set(isBeside(width));
        if (isBeside(width)) {
            double x = 0;
            for (int i = 0; i < parts.size(); i++) {
                layoutInArea(parts.get(i), x, 0, own(i, width), getHeight(), 0, HPos.LEFT, VPos.TOP);
                x += own(i, width) + GAP;
            }
            return;
        }
        double y = 0;
        for (int i = 0; i < parts.size(); i++) {
            Node part = parts.get(i);
            boolean last = i == parts.size() - 1;
            double own = last ? Math.max(part.minHeight(width), getHeight() - y) : part.prefHeight(width);
            layoutInArea(part, 0, y, width, own, 0, HPos.LEFT, VPos.TOP);
            y += own + GAP;
        }
    }
}
