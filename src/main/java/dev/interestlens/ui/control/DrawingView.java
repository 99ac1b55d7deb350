package dev.interestlens.ui.control;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Places;
import dev.interestlens.figure.Surface;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;

/** Shows any drawing; the text of the part under the pointer or at the keyboard position is the read-out. */
public final class DrawingView extends CanvasRegion {
    private final Drawing drawing;
    private final String name;
    private List<Places.Place> places = List.of();
    private int marked = -1;
    private boolean whole;
    private boolean grows;

    /** @param name accessible text of the whole picture */
    public DrawingView(ControlWords words, Drawing drawing, String name, Supplier<NumberTable> numbers) {
        super("drawing-view", words);
        this.drawing = drawing;
        this.name = name;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        double height = drawing.height(ruler(), drawing.width(ruler()));
        setMinSize(320, Math.min(160, height));
        setPrefSize(drawing.width(ruler()), height);
        setOnMouseMoved(event -> mark(at(event.getX() / factor(), event.getY() / factor())));
        setOnMouseExited(event -> mark(-1));
        setOnMouseClicked(event -> requestFocus());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.LEFT) {
                int to = marked + (event.getCode() == KeyCode.RIGHT ? 1 : -1);
                mark(Math.max(0, Math.min(places.size() - 1, to)));
                event.consume();
            }
        });
        offer(numbers);
    }

    /** Scales a drawing down that is wider than the available space, instead of laying it out narrower. */
    public void setWhole(boolean now) {
        whole = now;
        repaint();
    }

    /** As high as the drawing wants to be in the width that it gets: one that puts its parts below each other needs more. */
    public void growWithDrawing() {
        grows = true;
        setPrefHeight(USE_COMPUTED_SIZE);
    }

    @Override
    public Orientation getContentBias() {
        return grows ? Orientation.HORIZONTAL : null;
    }

    @Override
    protected double computePrefHeight(double width) {
        return drawing.height(ruler(), width > 0 ? width : drawing.width(ruler()));
    }

    private double factor() {
        return enlargement(getWidth(), getHeight());
    }

    @Override
    protected double enlargement(double width, double height) {
        return whole && width > 0 ? Math.min(1, width / drawing.width(ruler())) : 1;
    }

    @Override
    protected String summary() {
        return name;
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        drawing.paint(surface, width, height);
        Places found = new Places(surface);
        drawing.paint(found, width, height);
        places = found.all();
        if (marked >= 0 && marked < places.size()) {
            Places.Place place = places.get(marked);
            surface.frame(
                    place.x() - 2, place.y() - 2, place.width() + 4, place.height() + 4, new Pen(Ink.Role.INK, 1.5));
        }
    }

    private int at(double x, double y) {
        for (int i = places.size() - 1; i >= 0; i--) {
            if (places.get(i).holds(x, y)) {
                return i;
            }
        }
        return -1;
    }

    private void mark(int place) {
        if (place != marked) {
            marked = place;
            tell(
                    place < 0 || place >= places.size()
                            ? ""
                            : places.get(place).words().in(words().locale()));
            repaint();
        }
    }
}
