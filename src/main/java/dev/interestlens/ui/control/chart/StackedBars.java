package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.data.StackData;
import dev.interestlens.figure.paint.StackPainter;
import dev.interestlens.ui.control.ControlWords;

/** Bars of parts on a logarithmic height, the exact values on hover and arrow keys. */
public final class StackedBars extends PlacesChart<StackData> {
    public StackedBars(ControlWords words) {
        super("stacked-bars", words, StackData.empty());
        setMinSize(260, 180);
        setPrefSize(620, 330);
    }

    @Override
    protected StackPainter painter() {
        return new StackPainter(data(), marked());
    }

    @Override
    protected String summary() {
        return words().text("control.bars.summary", data().labels().size());
    }
}
