package dev.interestlens.ui.control.history;

import dev.interestlens.figure.data.AttentionStripData;
import dev.interestlens.figure.paint.AttentionStripPainter;
import dev.interestlens.figure.paint.AttentionStripPainter.Cell;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.MarkedChart;
import javafx.scene.input.KeyCode;

/** Attention over a history as it changes during training; the pointer or the arrow keys mark a weight for the read-out. */
public final class AttentionStrip extends MarkedChart<AttentionStripData, Cell> {
    public AttentionStrip(ControlWords words) {
        super("attention-strip", words, AttentionStripData.empty());
        dataProperty().addListener((observed, before, now) -> {
            double height = painter().height(ruler(), getWidth());
            setMinHeight(height);
            setPrefHeight(height);
            setMaxHeight(height);
        });
    }

    @Override
    protected Cell at(double x, double y) {
        return painter().at(x, y, getWidth());
    }

    @Override
    protected boolean key(KeyCode code) {
        switch (code) {
            case LEFT -> step(0, -1);
            case RIGHT -> step(0, 1);
            case UP -> step(-1, 0);
            case DOWN -> step(1, 0);
            case ESCAPE -> markedProperty().set(null);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Starts at the strongest behaviour of the newest step. */
    private void step(int moments, int behaviours) {
        if (data().strongest() < 0) {
            return;
        }
        int rows = data().moments().size();
        Cell from = marked();
        markedProperty()
                .set(
                        from == null
                                ? new Cell(rows - 1, data().strongest())
                                : new Cell(
                                        within(from.moment() + moments, rows),
                                        within(
                                                from.behaviour() + behaviours,
                                                data().behaviours().size())));
    }

    @Override
    protected String describe(Cell cell) {
        return painter().describe(cell).in(words().locale());
    }

    @Override
    protected String summary() {
        return words().text(
                        "control.strip.summary",
                        data().behaviours().size(),
                        data().moments().size());
    }

    @Override
    protected AttentionStripPainter painter() {
        return new AttentionStripPainter(data(), marked());
    }
}
