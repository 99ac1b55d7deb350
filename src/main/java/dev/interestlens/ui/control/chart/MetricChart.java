package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.LeastSpan;
import dev.interestlens.figure.Thinning;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.Worded;
import io.fair_acc.chartfx.XYChart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/**
 * Lines over steps: a noisy series as a faint range with a smoothed line in it, others as they are, the best point marked.
 *
 * <p>It takes all values and draws at most {@value MetricLines#POINTS} points a line. The read-out under the pointer or the arrow keys is of the raw
 * values nearest to it. Several charts share an axis and a cursor by binding {@link #startProperty}, {@link #endProperty}, {@link #viewProperty} and
 * {@link #readingProperty}.
 */
public final class MetricChart extends StackPane {
    private static final double UP_WIDTH = 52;
    private static final double TITLE = 24;
    private static final double MARK = 8;
    private static final double NUMBERS = 50;

    private final ControlWords words;
    private final RoundAxis across = new RoundAxis();
    private final RoundAxis up = new RoundAxis();
    private final XYChart chart = new XYChart(across, up);
    private final MetricLines lines = new MetricLines();
    private final Pane overlay = new Pane();
    private final ReadingLine cursor = new ReadingLine();
    private final DoubleProperty reading = cursor.readingProperty();
    private final Label nothing = Worded.text("", "note");
    private final Label title = Worded.text("", "note");
    private final DoubleProperty start = new SimpleDoubleProperty(this, "start", 0);
    private final DoubleProperty end = new SimpleDoubleProperty(this, "end", 1);
    private final DoubleProperty memory = new SimpleDoubleProperty(this, "memory", Thinning.MEMORY);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final List<ChartMark> marks = new ArrayList<>();
    private final ChartZoom zoom = new ChartZoom(this, this::valueAt, this::whole);
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
        chart.getRenderers().setAll(List.of(lines.renderer()));
        overlay.setMouseTransparent(true);
        overlay.getChildren().add(cursor.node());
        title.visibleProperty().bind(chart.visibleProperty());
        StackPane.setAlignment(title, Pos.TOP_LEFT);
        StackPane.setMargin(chart, new Insets(TITLE, MARK, 0, 0));
        getChildren().setAll(chart, nothing, title, overlay);
        drawAgainOnChanges();
        Changes.call(this::showCursor, reading, words.language());
        followPointerAndKeys();
        new ChartMenu(
                this,
                words,
                () -> figure(series.stream().map(this::seen).toList()).drawing(logarithmic.get()),
                () -> figure(series).numbers(words.locale()));
        across.set(0, 1);
        up.set(0, 1);
        up.fixWidth(UP_WIDTH); // charts below each other are aligned
        sayWhenEmpty(words.bind("control.chart.empty"));
        nothing.visibleProperty().bind(chart.visibleProperty().not());
        chart.setVisible(false);
        placeAfterLayout();
    }

    /** What stands in place of lines until there are some. */
    public void sayWhenEmpty(ObservableValue<String> words) {
        nothing.textProperty().bind(words);
    }

    private void drawAgainOnChanges() {
        Changes.call(this::fitWidth, start, end, zoom.viewProperty(), widthProperty());
        Changes.call(this::fitHeight, heightProperty());
        Changes.call(() -> setSeries(series), start, end, zoom.viewProperty(), memory);
        logarithmic.addListener(change -> {
            up.setLogAxis(logarithmic.get());
            setSeries(series);
        });
    }

    private void followPointerAndKeys() {
        // a filter, since the chart inside consumes mouse moves
        addEventFilter(MouseEvent.MOUSE_MOVED, event -> reading.set(valueInside(event.getX())));
        setOnMouseExited(event -> reading.set(Double.NaN));
        setOnKeyPressed(event -> {
            if (zoom.key(event, reading.get())) {
                event.consume();
                return;
            }
            switch (event.getCode()) {
                case LEFT -> cursor.step(series, -1);
                case RIGHT -> cursor.step(series, 1);
                case ESCAPE -> reading.set(Double.NaN);
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    private void placeAfterLayout() {
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

    /** The smallest x there is. */
    public DoubleProperty startProperty() {
        return start;
    }

    /** The visible part of the axis, null for all of it. */
    public ObjectProperty<Span> viewProperty() {
        return zoom.viewProperty();
    }

    /** Zooms by a factor of two. */
    public void zoom(boolean closer) {
        zoom.byHalf(closer, reading.get());
    }

    /** Whether x are seconds since 1970, shown as local times. */
    public void setTimes(boolean times) {
        across.setTimes(times);
        fitWidth();
    }

    private MetricSeries seen(MetricSeries whole) {
        return zoom.viewProperty().get() == null ? whole : whole.within(zoom.seen());
    }

    private Span whole() {
        return new Span(start.get(), end.get() > start.get() ? end.get() : start.get() + 1);
    }

    /** The largest x there is. */
    public DoubleProperty endProperty() {
        return end;
    }

    /** The x that is read out, NaN for none. */
    public DoubleProperty readingProperty() {
        return reading;
    }

    /** The values at the cursor, in words. */
    public ReadOnlyStringProperty readoutProperty() {
        return cursor.readoutProperty();
    }

    /** Time constant of the smoothing as a share of the axis; 0 for none. */
    public DoubleProperty memoryProperty() {
        return memory;
    }

    /** Whether the vertical axis is logarithmic; values ≤ 0 are then left out. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Hides the numbers and the name of the horizontal axis, which the chart below shows; a saved picture has both. */
    public void hideAcross() {
        across.getTickLabelStyle().setVisible(false);
        across.getAxisLabel().setVisible(false);
    }

    public void setAcrossLabel(String text) {
        across.setName(text);
    }

    public void setUpLabel(String text) {
        title.setText(text);
    }

    /** Number of drawn points of all lines. */
    int drawnPoints() {
        return lines.points();
    }

    private MetricFigure figure(List<MetricSeries> lines) {
        return new MetricFigure(lines, across.getName(), title.getText());
    }

    /** Replaces what is drawn. */
    public void setSeries(List<MetricSeries> now) {
        series = List.copyOf(now);
        Span part = zoom.viewProperty().get() == null ? null : zoom.seen();
        lines.show(series, part, memory.get() * whole().width());
        marks.clear();
        series.forEach(each -> marks.addAll(ChartMark.of(seen(each))));
        overlay.getChildren().setAll(marks.stream().map(ChartMark::node).toList());
        overlay.getChildren().addAll(cursor.node(), zoom.brush());
        chart.setVisible(series.stream().anyMatch(each -> each.x().length > 0));
        fitHeight();
        showCursor();
    }

    private void fitWidth() {
        Span seen = zoom.seen();
        across.show(seen.from(), seen.to(), getWidth());
    }

    private void fitHeight() {
        DoubleSummaryStatistics values = series.stream()
                .flatMapToDouble(each -> Arrays.stream(seen(each).y()))
                .filter(value -> Double.isFinite(value) && (!logarithmic.get() || value > 0))
                .summaryStatistics();
        if (values.getCount() > 0) {
            double[] range = {values.getMin(), values.getMax()};
            if (!logarithmic.get() && range[0] < range[1]) { // equal ones stand above 0
                range = LeastSpan.around(range[0], range[1]);
            }
            up.fit(range[0], range[1], plotHeight());
        }
    }

    /** Approximate: without the title and the labels below. */
    private double plotHeight() {
        return getHeight() - TITLE - (across.getTickLabelStyle().isVisible() ? NUMBERS : 0);
    }

    /** Called after the layout of a pulse, when the axes know their scales. */
    private void placeOverlay() {
        Span seen = zoom.seen();
        for (ChartMark mark : marks) {
            Point2D at = place(mark.x(), mark.y());
            mark.node().setCenterX(at.getX());
            mark.node().setCenterY(at.getY());
            mark.node().setVisible(seen.has(mark.x()));
        }
        placeCursor();
    }

    private Point2D place(double x, double y) {
        Node canvas = chart.getCanvas();
        Point2D inCanvas = new Point2D(across.getDisplayPosition(x), up.getDisplayPosition(y));
        return sceneToLocal(canvas.localToScene(inCanvas));
    }

    private double valueAt(double x) {
        return across.getValueForDisplay(
                chart.getCanvas().sceneToLocal(localToScene(x, 0)).getX());
    }

    /** NaN outside the plot. */
    private double valueInside(double x) {
        double inCanvas = chart.getCanvas().sceneToLocal(localToScene(x, 0)).getX();
        boolean inside = inCanvas >= 0 && inCanvas <= chart.getCanvas().getWidth();
        return inside && !series.isEmpty() ? across.getValueForDisplay(inCanvas) : Double.NaN;
    }

    private void showCursor() {
        cursor.tell(series, across.isTimes(), words);
        String told = cursor.readoutProperty().get();
        setAccessibleText(told.isEmpty() ? words.text("control.chart.summary", series.size()) : told);
        placeCursor();
    }

    private void placeCursor() {
        cursor.node().setVisible(!series.isEmpty() && zoom.seen().has(reading.get()));
        if (cursor.node().isVisible()) {
            cursor.place(place(reading.get(), up.getMax()), place(reading.get(), up.getMin()));
        }
    }
}
