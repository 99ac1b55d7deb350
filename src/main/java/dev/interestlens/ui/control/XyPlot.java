package dev.interestlens.ui.control;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Lines and clouds of points over two axes: curves, ROC, reliability, scores against scores. The value nearest to the pointer, or reached with the arrow
 * keys, is read out; a click or Enter chooses it.
 */
public final class XyPlot extends CanvasRegion {
    private static final int MANY = 1500;
    private static final double CELL = 4;
    private static final double REACH = 24;
    private static final double ABOVE = 10;
    private static final double BELOW = 44;

    private final Words words;
    private final Typeface face = new Typeface(11);
    private final ObjectProperty<XyData> data = new SimpleObjectProperty<>(this, "data", XyData.empty());
    private BiFunction<XySeries, Integer, String> describe;
    private BiConsumer<XySeries, Integer> chosen = (series, index) -> {};
    private Frame frame = new Frame(0, 1, 0, 1, 0, 0, 1, 1);
    private Place place;

    private record Place(XySeries series, int index) {}

    /** Values and pixels of the axes' ends. */
    private record Frame(
            double lowX, double highX, double lowY, double highY, double left, double top, double right, double base) {
        double x(double value) {
            return left + (value - lowX) / (highX - lowX) * (right - left);
        }

        double y(double value) {
            return base - (value - lowY) / (highY - lowY) * (base - top);
        }

        double valueX(double x) {
            return lowX + (x - left) / (right - left) * (highX - lowX);
        }

        boolean holds(double x, double y) {
            return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= base + 1;
        }
    }

    public XyPlot(Words words) {
        super("xy-plot");
        this.words = words;
        describe = (series, index) -> words.text(
                "control.plot.value", series.name(), Figures.of(series.y()[index]), Figures.of(series.x()[index]));
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(200, 160);
        setPrefSize(480, 320);
        data.addListener(change -> {
            show(null);
            repaint();
        });
        setOnMouseMoved(event -> show(near(event.getX(), event.getY())));
        setOnMouseExited(event -> show(null));
        offer(words, () -> data.get().numbers());
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

    /** What is said of a value; the default names series, y and x. */
    public void setDescribe(BiFunction<XySeries, Integer, String> now) {
        describe = now;
    }

    /** What happens when a value is clicked. */
    public void setOnChosen(BiConsumer<XySeries, Integer> now) {
        chosen = now;
    }

    @Override
    protected String summary() {
        return words.text(
                "control.plot.summary",
                data.get().up(),
                data.get().across(),
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
            show(new Place(series, Math.max(0, Math.min(series.x().length - 1, at))));
        }
    }

    private void show(Place now) {
        if (now == null ? place != null : !now.equals(place)) {
            place = now;
            tell(now == null ? "" : describe.apply(now.series(), now.index()));
            repaint();
        }
    }

    private Place near(double x, double y) {
        Place best = null;
        double least = REACH * REACH;
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
                    best = new Place(series, i);
                }
            }
        }
        return best;
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        XyData now = data.get();
        if (now.series().isEmpty()) {
            return;
        }
        frame = frame(now, width, height);
        paintAxes(g, now);
        g.save();
        g.beginPath();
        g.rect(frame.left() - 8, frame.top() - 8, frame.right() - frame.left() + 16, frame.base() - frame.top() + 16);
        g.clip();
        if (now.diagonal()) {
            g.setStroke(faint());
            g.setLineWidth(1);
            g.setLineDashes(4, 4);
            g.strokeLine(frame.x(frame.lowX()), frame.y(frame.lowX()), frame.x(frame.highX()), frame.y(frame.highX()));
            g.setLineDashes((double[]) null);
        }
        for (XySeries series : now.series()) {
            if (series.shape() == XySeries.Shape.CLOUD) {
                paintCloud(g, series);
            } else {
                paintLine(g, series);
            }
        }
        g.restore();
        paintPlace(g);
    }

    private Frame frame(XyData now, double width, double height) {
        double[] x = now.unit() ? new double[] {0, 1} : range(now, true);
        double[] y = now.unit() ? new double[] {0, 1} : range(now, false);
        double left = 16;
        Ticks ticks = Ticks.between(y[0], y[1], upTicks(height));
        for (int i = 0; i < ticks.count(); i++) {
            left = Math.max(left, face.width(ticks.text(i)));
        }
        return new Frame(x[0], x[1], y[0], y[1], Math.ceil(left + 34), ABOVE, width - 12, height - BELOW);
    }

    private static double[] range(XyData now, boolean across) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (XySeries series : now.series()) {
            for (double value : across ? series.x() : series.y()) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high) {
            return new double[] {0, 1};
        }
        double margin = across ? 0 : Math.max((high - low) * 0.06, Math.abs(high) * 1e-3);
        return high - low + margin > 0 ? new double[] {low - margin, high + margin} : new double[] {low - 1, low + 1};
    }

    private static int upTicks(double height) {
        return (int) Math.max(2, (height - BELOW) / 44);
    }

    private void paintAxes(GraphicsContext g, XyData now) {
        g.setFont(face.regular());
        g.setLineWidth(1);
        g.setTextBaseline(VPos.CENTER);
        Ticks up = Ticks.between(frame.lowY(), frame.highY(), upTicks(frame.base() + BELOW));
        for (int i = 0; i < up.count(); i++) {
            double y = Math.round(frame.y(up.at(i))) + .5;
            g.setStroke(line());
            g.strokeLine(frame.left(), y, frame.right(), y);
            g.setFill(faint());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(up.text(i), frame.left() - 6, y);
        }
        Ticks across = acrossTicks(now);
        for (int i = 0; i < across.count(); i++) {
            double x = Math.round(frame.x(across.at(i))) + .5;
            g.setStroke(line());
            g.strokeLine(x, frame.base(), x, frame.base() + 4);
            g.setFill(faint());
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(across.text(i), x, frame.base() + 14);
        }
        g.setStroke(faint());
        g.strokeLine(frame.left(), frame.base() + .5, frame.right(), frame.base() + .5);
        g.setFill(ink());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(now.across(), (frame.left() + frame.right()) / 2, frame.base() + 33);
        g.save();
        g.translate(9, (frame.top() + frame.base()) / 2);
        g.rotate(-90);
        g.fillText(now.up(), 0, 0);
        g.restore();
    }

    private Ticks acrossTicks(XyData now) {
        int most = (int) ((frame.right() - frame.left()) / 80);
        boolean whole = now.series().stream()
                .allMatch(series -> DoubleStream.of(series.x()).allMatch(value -> value == Math.rint(value)));
        Ticks ticks = Ticks.between(frame.lowX(), frame.highX(), most);
        boolean halves = whole && ticks.step() < 1;
        return halves ? Ticks.between(frame.lowX(), frame.highX(), (int) (frame.highX() - frame.lowX())) : ticks;
    }

    private void paintLine(GraphicsContext g, XySeries series) {
        Strokes.use(g, series.style());
        boolean open = false;
        g.beginPath();
        for (int i = 0; i < series.x().length; i++) {
            double y = series.y()[i];
            if (!Double.isFinite(y)) {
                open = false;
            } else if (open) {
                g.lineTo(frame.x(series.x()[i]), frame.y(y));
            } else {
                g.moveTo(frame.x(series.x()[i]), frame.y(y));
                open = true;
            }
        }
        g.stroke();
        int every = series.shape() == XySeries.Shape.MARKED_LINE ? 1 : Math.max(1, series.x().length / 5);
        for (int i = every == 1 ? 0 : every / 2; i < series.x().length; i += every) {
            if (Double.isFinite(series.y()[i])) {
                Strokes.marker(g, series.style(), frame.x(series.x()[i]), frame.y(series.y()[i]));
            }
        }
        if (series.marked() >= 0) {
            g.setStroke(ColorScale.series(series.style()));
            g.setLineWidth(2);
            g.strokeOval(frame.x(series.x()[series.marked()]) - 7, frame.y(series.y()[series.marked()]) - 7, 14, 14);
        }
    }

    /** Few points as markers; many as cells that are the darker the more lie in them. */
    private void paintCloud(GraphicsContext g, XySeries series) {
        Color color = ColorScale.series(series.style());
        if (series.x().length <= MANY) {
            g.setGlobalAlpha(0.5);
            for (int i = 0; i < series.x().length; i++) {
                Strokes.marker(g, series.style(), frame.x(series.x()[i]), frame.y(series.y()[i]));
            }
            g.setGlobalAlpha(1);
            return;
        }
        int columns = (int) ((frame.right() - frame.left()) / CELL) + 1;
        int rows = (int) ((frame.base() - frame.top()) / CELL) + 1;
        int[] counts = new int[columns * rows];
        int most = 1;
        for (int i = 0; i < series.x().length; i++) {
            int column = (int) ((frame.x(series.x()[i]) - frame.left()) / CELL);
            int row = (int) ((frame.y(series.y()[i]) - frame.top()) / CELL);
            if (column >= 0 && column < columns && row >= 0 && row < rows) {
                most = Math.max(most, ++counts[row * columns + column]);
            }
        }
        g.setFill(color);
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                g.setGlobalAlpha(0.18 + 0.72 * Math.log1p(counts[cell]) / Math.log1p(most));
                double x = frame.left() + cell % columns * CELL;
                double y = frame.top() + Math.floorDiv(cell, columns) * CELL;
                g.fillRect(x, y, CELL - .5, CELL - .5);
            }
        }
        g.setGlobalAlpha(1);
    }

    private void paintPlace(GraphicsContext g) {
        if (place != null && place.index() < place.series().x().length) {
            double x = frame.x(place.series().x()[place.index()]);
            double y = frame.y(place.series().y()[place.index()]);
            if (frame.holds(x, y)) {
                g.setStroke(ink());
                g.setLineWidth(1.5);
                g.strokeOval(x - 5, y - 5, 10, 10);
            }
        }
    }
}
