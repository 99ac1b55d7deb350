package dev.interestlens.ui.control.history;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.RowsData;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.paint.RowsPainter;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.chart.PlacesChart;

/** Rows of bars over one history, so that opinions about the same behaviours stand below each other. Arrow keys and the pointer read a behaviour in all rows. */
public final class HistoryRows extends PlacesChart<RowsData> {
    public HistoryRows(ControlWords words) {
        super("history-rows", words, RowsData.empty());
        setMinSize(320, 160);
        dataProperty().addListener((observed, before, now) -> {
            setMinHeight(new RowsPainter(now).height(ruler(), getWidth()));
            setPrefHeight(getMinHeight());
        });
    }

    @Override
    protected int places() {
        return data().behaviours().size();
    }

    @Override
    protected double firstX() {
        return painter().firstX();
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
