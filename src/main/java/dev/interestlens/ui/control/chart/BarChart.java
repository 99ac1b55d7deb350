package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.BarData;
import dev.interestlens.figure.paint.BarPainter;
import dev.interestlens.ui.control.ControlWords;

/** Counts as bars, the exact value on hover and arrow keys. */
public final class BarChart extends PlacesChart<BarData> {
    public BarChart(ControlWords words) {
        super("bar-chart", words, BarData.empty());
        setMinSize(160, 100);
        setPrefSize(420, 180);
    }

    private BarPainter painter() {
        return new BarPainter(data(), marked());
    }

    private BarPainter.Frame frame() {
        return painter().frame(ruler(), getWidth(), getHeight());
    }

    @Override
    protected int places() {
        return data().labels().size();
    }

    @Override
    protected double firstX() {
        return frame().left();
    }

    @Override
    protected double placeWidth() {
        return frame().column();
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
