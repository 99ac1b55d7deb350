package dev.interestlens.ui.control.history;

import dev.interestlens.figure.data.RowsData;
import dev.interestlens.figure.paint.RowsPainter;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.chart.PlacesChart;
import javafx.geometry.Orientation;

/**
 * Rows of bars over one history, to compare several attributions of the same behaviours. The pointer or the arrow keys mark a behaviour in all rows.
 */
public final class HistoryRows extends PlacesChart<RowsData> {
    public HistoryRows(ControlWords words) {
        super("history-rows", words, RowsData.empty());
        setMinWidth(320);
        Changes.call(this::requestParentLayout, dataProperty(), words.language());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return painter().height(ruler(), width < 0 ? getWidth() : width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected String summary() {
        return words().text(
                        "control.rows.summary",
                        data().rows().size(),
                        data().behaviours().size());
    }

    @Override
    protected RowsPainter painter() {
        return new RowsPainter(data(), marked());
    }
}
