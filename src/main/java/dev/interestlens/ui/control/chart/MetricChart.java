package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Thinning;
import dev.interestlens.figure.Ticks;
import dev.interestlens.figure.XyData;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.paint.XyPainter;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.NumberFormats;
import dev.interestlens.ui.control.Snapshot;
import dev.interestlens.ui.control.heatmap.ColorScale;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.ErrorStyle;
import io.fair_acc.chartfx.renderer.spi.ErrorDataSetRenderer;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.util.StringConverter;

/**
 * Lines over steps: a noisy series as a faint range with a smoothed line in it, others as they are, the best point marked.
 *
 * <p>It is handed every value and draws at most {@value #POINTS} points a line. The read-out under the pointer or the arrow keys is of the raw
 * values nearest to it. Several charts share an x range and a cursor by binding {@link #endProperty} and {@link #readingProperty}.
 */
public final class MetricChart extends StackPane {
    static final int POINTS = 1_200;

    private static final double UP_WIDTH = 52;
    private static final double TITLE = 24;
    private static final double MARK = 8;
    private static final double NUMBERS = 50;
    private static final double HALF_LABEL = 12;
    private static final double TICK_ROOM = 28;

    private final ControlWords words;
    private final RoundAxis across = axis();
    private final RoundAxis up = axis();
    private final XYChart chart = new XYChart(across, up);
    private final ErrorDataSetRenderer renderer = new ErrorDataSetRenderer();
    private final Pane overlay = new Pane();
    private final Line cursorLine = new Line();
    private final Label nothing = new Label();
    private final Label title = new Label();
    private final List<DoubleDataSet> lines = new ArrayList<>();
    private final DoubleProperty end = new SimpleDoubleProperty(this, "end", 1);
    private final DoubleProperty reading = new SimpleDoubleProperty(this, "reading", Double.NaN);
    private final DoubleProperty memory = new SimpleDoubleProperty(this, "memory", Thinning.MEMORY);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper(this, "readout", "");
    private final Map<MetricSeries, Circle> marks = new LinkedHashMap<>();
    private List<MetricSeries> series = List.of();

    public MetricChart(ControlWords words) {
        this.words = words;
        getStyleClass().add("metric-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(200, 96);
        chart.setLegendVisible(false);
        chart.setAnimated(false);
        chart.getToolBar().setVisible(false);
        chart.getGridRenderer().getVerticalMinorGrid().setVisible(false);
        chart.getGridRenderer().getHorizontalMinorGrid().setVisible(false);
        renderer.setErrorStyle(ErrorStyle.NONE);
        renderer.setDrawMarker(false);
        renderer.setPointReduction(false);
        renderer.setAllowNaNs(true);
        chart.getRenderers().setAll(List.of(renderer));
        cursorLine.getStyleClass().add("chart-cursor");
        overlay.setMouseTransparent(true);
        overlay.getChildren().add(cursorLine);
        title.getStyleClass().add("note");
        title.visibleProperty().bind(chart.visibleProperty());
        StackPane.setAlignment(title, Pos.TOP_LEFT);
        StackPane.setMargin(chart, new Insets(TITLE, MARK, 0, 0));
        getChildren().setAll(chart, nothing, title, overlay);
        end.addListener(change -> {
            fitWidth();
            setSeries(series);
        });
        widthProperty().addListener(change -> fitWidth());
        heightProperty().addListener(change -> fitHeight());
        memory.addListener(change -> setSeries(series));
        logarithmic.addListener(change -> {
            up.setLogAxis(logarithmic.get());
            setSeries(series);
        });
        reading.addListener(change -> showCursor());
        words.language().addListener(change -> showCursor());
        // a filter: the chart inside keeps moves to itself
        addEventFilter(MouseEvent.MOUSE_MOVED, event -> reading.set(valueAt(event.getX(), event.getY())));
        setOnMouseExited(event -> reading.set(Double.NaN));
        setOnMouseClicked(event -> requestFocus());
        setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case LEFT -> step(-1);
                case RIGHT -> step(1);
                case ESCAPE -> reading.set(Double.NaN);
                default -> {
                    return;
                }
            }
            event.consume();
        });
        new ChartMenu(this, words, () -> Snapshot.of((Node) this), this::drawing, this::numbers);
        across.set(0, 1);
        up.set(0, 1);
        up.setMinWidth(UP_WIDTH); // charts below each other stand flush
        up.setPrefWidth(UP_WIDTH);
        up.setMaxWidth(UP_WIDTH);
        nothing.getStyleClass().add("note");
        nothing.textProperty().bind(words.bind("control.chart.empty"));
        nothing.visibleProperty().bind(chart.visibleProperty().not());
        chart.setVisible(false);
        Runnable placing = this::placeOverlay;
        sceneProperty().addListener((observed, before, now) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(placing);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(placing);
            }
        });
    }

    /** The largest x shown. */
    public DoubleProperty endProperty() {
        return end;
    }

    /** The x that is read out, NaN for none. */
    public DoubleProperty readingProperty() {
        return reading;
    }

    /** The values at the cursor, in words. */
    public ReadOnlyStringProperty readoutProperty() {
        return readout.getReadOnlyProperty();
    }

    /** How far the smoothed lines look back, as a share of the axis; 0 for not at all. */
    public DoubleProperty memoryProperty() {
        return memory;
    }

    /** Whether heights are logarithms; values that are not above 0 are left out then. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Leaves the numbers along the horizontal axis to the chart below. */
    public void hideAcross() {
        across.getTickLabelStyle().setVisible(false);
    }

    public void setAcrossLabel(String text) {
        across.setName(text);
    }

    public void setUpLabel(String text) {
        title.setText(text);
    }

    public List<MetricSeries> series() {
        return series;
    }

    /** Points drawn now, over all lines. */
    int drawnPoints() {
        return lines.stream().mapToInt(DoubleDataSet::getDataCount).sum();
    }

    /** A line a value, all of them and as they are. */
    /** The lines as the painter of all line plots draws them. */
    private Drawing drawing() {
        List<XySeries> drawn = series.stream()
                .map(each -> each.noisy()
                        ? XySeries.smoothed(Phrase.same(each.name()), each.x(), each.y(), each.color())
                        : new XySeries(
                                Phrase.same(each.name()),
                                each.x(),
                                each.y(),
                                each.color(),
                                XySeries.Shape.MARKED_LINE,
                                each.best()))
                .toList();
        Phrase horizontal = Phrase.same(across.getName() == null ? "" : across.getName());
        return new XyPainter(new XyData(drawn, horizontal, Phrase.same(title.getText()), false, false));
    }

    private NumberTable numbers() {
        List<NumberTable.Line> all = new ArrayList<>();
        for (MetricSeries each : series) {
            for (int i = 0; i < each.x().length; i++) {
                all.add(new NumberTable.Line(List.of(each.name()), each.x()[i], each.y()[i]));
            }
        }
        return new NumberTable(List.of("", across.getName() == null ? "" : across.getName(), title.getText()), all);
    }

    /** Replaces what is drawn. */
    public void setSeries(List<MetricSeries> now) {
        series = List.copyOf(now);
        int used = 0;
        for (MetricSeries each : series) {
            Color color = ColorScale.series(each.color());
            if (each.noisy()) {
                draw(
                        used++,
                        each.name(),
                        Thinning.envelope(each.x(), each.y(), POINTS / 2),
                        color.deriveColor(0, 1, 1, 0.28),
                        1,
                        null);
                draw(
                        used++,
                        each.name(),
                        Thinning.smooth(each.x(), each.y(), POINTS / 2, memory.get() * end.get()),
                        color,
                        2,
                        each);
            } else {
                draw(used++, each.name(), Thinning.envelope(each.x(), each.y(), POINTS / 2), color, 2, each);
            }
        }
        while (lines.size() > used) {
            renderer.getDatasets().remove(lines.remove(lines.size() - 1));
        }
        marks.clear();
        series.stream().filter(each -> each.best() >= 0).forEach(each -> marks.put(each, mark(each)));
        overlay.getChildren().setAll(marks.values());
        overlay.getChildren().add(cursorLine);
        chart.setVisible(series.stream().anyMatch(each -> each.x().length > 0));
        fitHeight();
        showCursor();
    }

    private static Circle mark(MetricSeries series) {
        Circle ring = new Circle(MARK - 2, Color.TRANSPARENT);
        ring.setStroke(ColorScale.series(series.color()));
        ring.setStrokeWidth(2.5);
        return ring;
    }

    private void draw(int line, String name, Thinning.Line points, Color color, double width, MetricSeries dash) {
        if (line == lines.size()) {
            DoubleDataSet added = new DoubleDataSet(name + "#" + line);
            lines.add(added);
            renderer.getDatasets().add(added);
        }
        lines.get(line).set(points.x(), points.y());
        for (DataSetNode node : renderer.getDatasetNodes()) {
            if (node.getDataSet() == lines.get(line)) {
                node.setLineColor(color);
                node.setLineWidth(width);
                node.setLineDashArray(dash == null ? null : dashes(dash));
            }
        }
    }

    private static Number[] dashes(MetricSeries series) {
        double[] dash = Pen.series(series.color()).dashes();
        return series.dashed() && dash.length > 0
                ? java.util.stream.DoubleStream.of(dash).boxed().toArray(Number[]::new)
                : null;
    }

    private void fitWidth() {
        double last = end.get() > 0 ? end.get() : 1;
        across.set(0, last);
        across.setStep(
                Ticks.between(0, last, (int) Math.max(2, getWidth() / 90)).step());
    }

    private void fitHeight() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (MetricSeries each : series) {
            for (double value : each.y()) {
                if (Double.isFinite(value) && (!logarithmic.get() || value > 0)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high) {
            return;
        }
        if (logarithmic.get()) {
            up.set(low / 1.1, high * 1.1);
        } else {
            Ticks ticks = Ticks.around(low, high, (int) Math.max(3, plotHeight() / TICK_ROOM));
            double top = ticks.last();
            double room = (top - ticks.at(0)) * HALF_LABEL / Math.max(HALF_LABEL * 3, plotHeight());
            up.set(ticks.at(0) - ticks.step() * 1e-6, top + room); // a number that does not fit is left out
            up.setStep(ticks.step());
        }
    }

    /** About: without the title and the numbers below. */
    private double plotHeight() {
        return getHeight() - TITLE - (across.getTickLabelStyle().isVisible() ? NUMBERS : 0);
    }

    /** After the layout of a pulse, when the axes inside know their scales. */
    private void placeOverlay() {
        marks.forEach((each, mark) -> {
            Point2D at = place(each.x()[each.best()], each.y()[each.best()]);
            mark.setCenterX(at.getX());
            mark.setCenterY(at.getY());
        });
        placeCursor();
    }

    private Point2D place(double x, double y) {
        Node canvas = chart.getCanvas();
        Point2D inCanvas = new Point2D(across.getDisplayPosition(x), up.getDisplayPosition(y));
        return sceneToLocal(canvas.localToScene(inCanvas));
    }

    private double valueAt(double x, double y) {
        Point2D inCanvas = chart.getCanvas().sceneToLocal(localToScene(x, y));
        boolean inside =
                inCanvas.getX() >= 0 && inCanvas.getX() <= chart.getCanvas().getWidth();
        return inside && !series.isEmpty() ? across.getValueForDisplay(inCanvas.getX()) : Double.NaN;
    }

    private void step(int by) {
        if (series.isEmpty() || series.get(0).x().length == 0) {
            return;
        }
        MetricSeries first = series.get(0);
        int at = Double.isNaN(reading.get()) ? first.x().length - 1 : first.nearest(reading.get()) + by;
        reading.set(first.x()[Math.max(0, Math.min(first.x().length - 1, at))]);
    }

    private void showCursor() {
        double at = reading.get();
        List<String> parts = new ArrayList<>();
        if (!Double.isNaN(at)) {
            for (MetricSeries each : series) {
                int nearest = each.nearest(at);
                if (nearest >= 0) {
                    parts.add(words.text(
                            "control.chart.value",
                            each.name(),
                            NumberFormats.of(each.y()[nearest]),
                            NumberFormats.of(each.x()[nearest])));
                }
            }
        }
        readout.set(String.join("   ", parts));
        setAccessibleText(parts.isEmpty() ? words.text("control.chart.summary", series.size()) : readout.get());
        placeCursor();
    }

    private void placeCursor() {
        boolean shown = !Double.isNaN(reading.get()) && !series.isEmpty();
        cursorLine.setVisible(shown);
        if (shown) {
            Point2D top = place(reading.get(), up.getMax());
            Point2D bottom = place(reading.get(), up.getMin());
            cursorLine.setStartX(top.getX());
            cursorLine.setEndX(top.getX());
            cursorLine.setStartY(top.getY());
            cursorLine.setEndY(bottom.getY());
        }
    }

    /** An axis whose steps are given; of itself it would find too few for a low plot. */
    private static final class RoundAxis extends DefaultNumericAxis {
        private static final long serialVersionUID = 1;

        private double step = 1;

        void setStep(double now) {
            step = now;
            setTickUnit(now);
        }

        @Override
        public double computePreferredTickUnit(double axisLength) {
            return isLogAxis() ? super.computePreferredTickUnit(axisLength) : step;
        }
    }

    private static RoundAxis axis() {
        RoundAxis axis = new RoundAxis();
        axis.setAutoRanging(false);
        axis.setAnimated(false);
        axis.setUnit(null);
        axis.setName("");
        axis.setMinorTickCount(0);
        axis.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number value) {
                double step = axis.isLogAxis() ? Math.abs(value.doubleValue()) : axis.getTickUnit();
                return new Ticks(value.doubleValue(), step > 0 ? step : 1, 1).text(0);
            }

            @Override
            public Number fromString(String text) {
                return Double.valueOf(text);
            }
        });
        return axis;
    }
}
