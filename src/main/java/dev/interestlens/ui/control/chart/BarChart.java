package dev.interestlens.ui.control.chart;

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

    @Override
    protected BarPainter painter() {
        return new BarPainter(data(), marked());
    }

    @Override
    protected String summary() {
        return words().text("control.bars.summary", data().labels().size());
    }
}
