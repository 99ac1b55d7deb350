package dev.interestlens.ui.control.history;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.figure.paint.RowsPainter;
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
        dataProperty().addListener(change -> requestParentLayout());
        words.language().addListener(change -> requestParentLayout());
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
    protected int places() {
        return data().behaviours().size();
    }

    @Override
    protected double firstX() {
        return painter().firstX(getWidth());
    }

    @Override
    protected double placeWidth() {
        return painter().placeWidth(getWidth());
    }

    @Override
    protected String summary() {
        return words().text(
                        "control.rows.summary",
                        data().rows().size(),
                        data().behaviours().size());
    }

    private RowsPainter painter() {
        return new RowsPainter(data(), marked());
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        painter().paint(surface, width, height);
    }

    @Override
    protected NumberTable numbers() {
        return data().numbers(words().locale());
    }

    @Override
    protected String describe(int behaviour) {
        return painter().describe(behaviour).in(words().locale());
    }
}
