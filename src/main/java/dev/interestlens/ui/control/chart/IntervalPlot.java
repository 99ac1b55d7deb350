package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.paint.IntervalPainter;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.MarkedChart;
import javafx.scene.input.KeyCode;

/** Dots for means and lines for their intervals on one scale with its zero. The pointer or the arrow keys mark a row for the read-out. */
public final class IntervalPlot extends MarkedChart<IntervalData, Integer> {
    public IntervalPlot(ControlWords words) {
        super("interval-plot", words, IntervalData.empty());
        dataProperty().addListener((observed, before, now) -> {
            setMinHeight(new IntervalPainter(now).height(ruler(), getWidth()));
            setPrefHeight(getMinHeight());
        });
        setMinWidth(260);
    }

    @Override
    protected Integer at(double x, double y) {
        int row = painter().rowAt(y);
        return row >= 0 && row < data().rows().size() ? row : null;
    }

    @Override
    protected String describe(Integer row) {
        return painter().describe(row).in(words().locale());
    }

    @Override
    protected boolean key(KeyCode code) {
        int row = marked() == null ? -1 : marked();
        return switch (code) {
            case UP -> mark(row - 1);
            case DOWN -> mark(row + 1);
            case ESCAPE -> mark(null);
            default -> false;
        };
    }

    private boolean mark(Integer row) {
        boolean none = row == null || data().rows().isEmpty();
        markedProperty().set(none ? null : within(row, data().rows().size()));
        return true;
    }

    @Override
    protected String summary() {
        return words().text("control.interval.summary", data().rows().size());
    }

    @Override
    protected IntervalPainter painter() {
        return new IntervalPainter(data(), marked() == null ? -1 : marked());
    }
}
