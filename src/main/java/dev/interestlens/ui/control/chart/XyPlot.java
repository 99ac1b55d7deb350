package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Plot;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.paint.XyPainter;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.MarkedChart;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javafx.scene.input.KeyCode;

/**
 * Lines and scatter plots over two axes: curves, ROC, reliability, scores against scores. The value nearest to the pointer, or reached with the arrow
 * keys, is read out; a click or Enter chooses it.
 */
public final class XyPlot extends MarkedChart<XyData, XyPainter.Place> {
    private static final double REACH = 24;
    private BiFunction<XySeries, Integer, String> describe;
    private BiConsumer<XySeries, Integer> chosen = (series, index) -> {};

    public XyPlot(ControlWords words) {
        super("xy-plot", words, XyData.empty());
        describe = (series, index) -> words.text(
                "control.plot.value",
                series.name().in(words.locale()),
                Numerals.of(series.y()[index]),
                Numerals.of(series.x()[index]));
        setMinSize(200, 160);
        setPrefSize(480, 320);
    }

    public XyData getData() {
        return data();
    }

    @Override
    protected boolean key(KeyCode code) {
        switch (code) {
            case LEFT -> step(-1);
            case RIGHT -> step(1);
            case ENTER -> Optional.ofNullable(marked()).ifPresent(this::choose);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Sets the read-out of a value; the default has series, y and x. */
    public void setDescribe(BiFunction<XySeries, Integer, String> now) {
        describe = now;
    }

    /** Sets the action for a click on a value. */
    public void setOnChosen(BiConsumer<XySeries, Integer> now) {
        chosen = now;
    }

    @Override
    protected String summary() {
        return words().text(
                        "control.plot.summary",
                        data().up().in(words().locale()),
                        data().across().in(words().locale()),
                        data().series().size());
    }

    @Override
    protected void choose(XyPainter.Place place) {
        chosen.accept(place.series(), place.index());
    }

    @Override
    protected String describe(XyPainter.Place place) {
        return describe.apply(place.series(), place.index());
    }

    private void step(int by) {
        if (data().series().isEmpty()) {
            return;
        }
        XyPainter.Place place = marked();
        XySeries series = place == null ? data().series().get(0) : place.series();
        if (series.x().length > 0) {
            int at = place == null ? 0 : place.index() + by;
            markedProperty().set(new XyPainter.Place(series, within(at, series.x().length)));
        }
    }

    @Override
    protected XyPainter.Place at(double x, double y) {
        XyPainter.Place best = null;
        double least = REACH * REACH;
        Plot.Box frame = painter().frame(ruler(), getWidth(), getHeight());
        for (XySeries series : data().series()) {
            boolean cloud = series.shape() == XySeries.Shape.CLOUD;
            int from = cloud ? 0 : series.nearest(frame.valueX(x));
            int to = cloud ? series.x().length : from + 1;
            for (int i = Math.max(0, from); i < to; i++) {
                double dx = cloud ? frame.x(series.x()[i]) - x : 0;
                double dy = frame.y(series.y()[i]) - y;
                double distance = dx * dx + dy * dy;
                if (distance < least) {
                    least = distance;
                    best = new XyPainter.Place(series, i);
                }
            }
        }
        return best;
    }

    @Override
    protected XyPainter painter() {
        return new XyPainter(data(), marked(), false);
    }
}
