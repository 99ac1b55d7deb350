package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Plot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.paint.XyPainter;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ControlWords;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;

/**
 * Lines and scatter plots over two axes: curves, ROC, reliability, scores against scores. The value nearest to the pointer, or reached with the arrow
 * keys, is read out; a click or Enter chooses it.
 */
public final class XyPlot extends CanvasRegion {
    private static final double REACH = 24;
    private final ObjectProperty<XyData> data = new SimpleObjectProperty<>(this, "data", XyData.empty());
    private BiFunction<XySeries, Integer, String> describe;
    private BiConsumer<XySeries, Integer> chosen = (series, index) -> {};
    private XyPainter.Place place;

    public XyPlot(ControlWords words) {
        super("xy-plot", words);
        describe = (series, index) -> words.text(
                "control.plot.value",
                series.name().in(words.locale()),
                Numerals.of(series.y()[index]),
                Numerals.of(series.x()[index]));
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(200, 160);
        setPrefSize(480, 320);
        data.addListener(change -> {
            show(null);
            repaint();
        });
        setOnMouseMoved(event -> show(near(event.getX(), event.getY())));
        setOnMouseExited(event -> show(null));
        offer(() -> data.get().numbers(words.locale()));
        setOnMouseClicked(event -> {
            requestFocus();
            choose();
        });
        setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case LEFT -> step(-1);
                case RIGHT -> step(1);
                case ENTER -> choose();
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    public void setData(XyData now) {
        data.set(now);
    }

    public XyData getData() {
        return data.get();
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
                        data.get().up().in(words().locale()),
                        data.get().across().in(words().locale()),
                        data.get().series().size());
    }

    private void choose() {
        if (place != null) {
            chosen.accept(place.series(), place.index());
        }
    }

    private void step(int by) {
        if (data.get().series().isEmpty()) {
            return;
        }
        XySeries series = place == null ? data.get().series().get(0) : place.series();
        if (series.x().length > 0) {
            int at = place == null ? 0 : place.index() + by;
            show(new XyPainter.Place(series, Math.max(0, Math.min(series.x().length - 1, at))));
        }
    }

    private void show(XyPainter.Place now) {
        if (now == null ? place != null : !now.equals(place)) {
            place = now;
            tell(now == null ? "" : describe.apply(now.series(), now.index()));
            repaint();
        }
    }

    private XyPainter.Place near(double x, double y) {
        XyPainter.Place best = null;
        double least = REACH * REACH;
        Plot.Box frame = painter().frame(ruler(), getWidth(), getHeight());
        for (XySeries series : data.get().series()) {
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

    private XyPainter painter() {
        return new XyPainter(data.get(), place, false);
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        painter().paint(surface, width, height);
    }
}
