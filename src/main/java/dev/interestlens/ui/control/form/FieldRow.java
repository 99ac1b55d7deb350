package dev.interestlens.ui.control.form;

import java.util.Arrays;
import java.util.regex.Pattern;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** A label at the left, a mark after it and an editor at the right; the editor moves below where no word of the label would fit beside it. */
final class FieldRow extends Pane {
    private static final double GAP = 8;
    private static final double BELOW = 4;

    /** Chinese has no spaces and may wrap anywhere; this many characters stay together. */
    private static final int TOGETHER = 4;

    private static final Pattern IDEOGRAPH = Pattern.compile("\\p{IsHan}");

    private final Label label;
    private final Label mark;
    private final Region editor;
    private final Text ruler = new Text();

    FieldRow(Label label, Label mark, Region editor) {
        this.label = label;
        this.mark = mark;
        this.editor = editor;
        setMinWidth(0);
        getChildren().setAll(label, mark, editor);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** Width of the mark and the gap before it. */
    private double marked() {
        return mark.isManaged() ? snapSizeX(mark.prefWidth(-1)) + GAP : 0;
    }

    private double longestWord() {
        ruler.setFont(label.getFont());
        return Arrays.stream(label.getText().split("\\s+"))
                .mapToDouble(word -> {
                    boolean parted =
                            word.length() > TOGETHER && IDEOGRAPH.matcher(word).find();
                    ruler.setText(parted ? word.substring(0, TOGETHER) : word);
                    return Math.ceil(ruler.getLayoutBounds().getWidth());
                })
                .max()
                .orElse(0);
    }

    private boolean isOneLine(double width) {
        return longestWord() + marked() + GAP + editor.minWidth(-1) <= width;
    }

    /** Width of the editor beside the label, which wraps only where the editor cannot be narrower. */
    private double beside(double width) {
        double rest = width - snapSizeX(label.prefWidth(-1)) - marked() - GAP;
        return Math.min(editor.prefWidth(-1), Math.max(editor.minWidth(-1), rest));
    }

    private double head(double width) {
        return width - marked();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(label.prefWidth(-1)) + marked() + GAP + snapSizeX(editor.prefWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? computePrefWidth(-1) : width;
        return isOneLine(room)
                ? Math.max(label.prefHeight(head(room - GAP - beside(room))), editor.prefHeight(-1))
                : label.prefHeight(head(room)) + BELOW + editor.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean line = isOneLine(width);
        double own = line ? beside(width) : Math.min(width, editor.prefWidth(-1));
        double room = head(line ? width - GAP - own : width);
        double above = line ? getHeight() : label.prefHeight(room);
        double named = Math.min(room, snapSizeX(label.prefWidth(-1)));
        layoutInArea(label, 0, 0, named, above, 0, HPos.LEFT, VPos.CENTER);
        if (mark.isManaged()) {
            layoutInArea(mark, named + GAP, 0, marked() - GAP, above, 0, HPos.LEFT, VPos.CENTER);
        }
        double height = editor.prefHeight(-1);
        double top = line ? (getHeight() - height) / 2 : above + BELOW;
        layoutInArea(editor, line ? width - own : 0, top, own, height, 0, HPos.RIGHT, VPos.CENTER);
    }
}
