package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.data.PlotData;
import dev.interestlens.figure.paint.LinesPainter;
import dev.interestlens.ui.control.ControlWords;

/** A small chart of lines over a history: a dot per position, a dashed reference, the exact values on hover and arrow keys. */
public final class LinePlot extends PlacesChart<PlotData> {
    public LinePlot(ControlWords words) {
        super("line-plot", words, PlotData.empty());
        setMinSize(200, 86);
        setPrefSize(640, 110);
    }

    @Override
    protected String summary() {
        return words().text(
                        "control.line.summary",
                        data().title().in(words().locale()),
                        data().steps().size());
    }

    @Override
    protected LinesPainter painter() {
        return new LinesPainter(data(), marked());
    }
}
