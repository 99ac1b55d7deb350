package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.StackData;
import dev.interestlens.figure.paint.StackPainter;
import dev.interestlens.ui.control.ControlWords;

/** Bars of parts on a logarithmic height, the exact values on hover and arrow keys. */
public final class StackedBars extends PlacesChart<StackData> {
    public StackedBars(ControlWords words) {
        super("stacked-bars", words, StackData.empty());
        setMinSize(260, 180);
        setPrefSize(620, 300);
    }

    private StackPainter painter() {
        return new StackPainter(data(), marked());
    }

    @Override
    protected int places() {
        return data().labels().size();
    }

    @Override
    protected double firstX() {
        return StackPainter.LEFT;
    }

    @Override
    protected double placeWidth() {
        return painter().column(getWidth());
    }

    @Override
    protected String summary() {
        return words().text("control.bars.summary", data().labels().size());
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
    protected String describe(int bar) {
        return painter().describe(bar).in(words().locale());
    }
}
