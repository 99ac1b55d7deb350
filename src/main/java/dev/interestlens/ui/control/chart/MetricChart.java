package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Thinning;
import dev.interestlens.figure.Ticks;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.figure.paint.XyPainter;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ChartMenu;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.Worded;
import io.fair_acc.chartfx.XYChart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
import javafx.scene.shape.Line;

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
    private static final double HALF_LABEL = 12;
    private static final double TICK_ROOM = 28;
    private static final double NUMBER_ROOM = 90;
    private static final double TIME_ROOM = 130;

    private final ControlWords words;
    private final RoundAxis across = new RoundAxis();
    private final RoundAxis up = new RoundAxis();
    private final XYChart chart = new XYChart(across, up);
    private final MetricLines lines = new MetricLines();
    private final Pane overlay = new Pane();
    private final Line cursorLine = new Line();
    private final Label nothing = Worded.text("", "note");
    private final Label title = Worded.text("", "note");
    private final DoubleProperty start = new SimpleDoubleProperty(this, "start", 0);
    private final DoubleProperty end = new SimpleDoubleProperty(this, "end", 1);
    private final DoubleProperty reading = new SimpleDoubleProperty(this, "reading", Double.NaN);
    private final DoubleProperty memory = new SimpleDoubleProperty(this, "memory", Thinning.MEMORY);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
    private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper(this, "readout", "");
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
        cursorLine.getStyleClass().add("chart-cursor");
        overlay.setMouseTransparent(true);
        overlay.getChildren().add(cursorLine);
        title.visibleProperty().bind(chart.visibleProperty());
        StackPane.setAlignment(title, Pos.TOP_LEFT);
        StackPane.setMargin(chart, new Insets(TITLE, MARK, 0, 0));
        getChildren().setAll(chart, nothing, title, overlay);
        drawAgainOnChanges();
        Changes.call(this::showCursor, reading, words.language());
        followPointerAndKeys();
        new ChartMenu(this, words, this::drawing, this::numbers);
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
        for (Observable each : List.of(start, end, zoom.viewProperty())) {
            each.addListener(change -> {
                fitWidth();
                setSeries(series);
            });
        }
        Changes.call(this::fitWidth, widthProperty());
        Changes.call(this::fitHeight, heightProperty());
        memory.addListener(change -> setSeries(series));
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
                case LEFT -> step(-1);
                case RIGHT -> step(1);
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
        return readout.getReadOnlyProperty();
    }

    /** Time constant of the smoothing as a share of the axis; 0 for none. */
    public DoubleProperty memoryProperty() {
        return memory;
    }

    /** Whether the vertical axis is logarithmic; values ≤ 0 are then left out. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Hides the labels of the horizontal axis, which the chart below shows. */
    public void hideAcross() {
        across.getTickLabelStyle().setVisible(false);
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

    /**
     * The lines as the painter of all line plots draws them. Where lines share a colour, as training and validation of a run do, the later ones take styles
     * that are free: a file tells all apart.
     */
    private Drawing drawing() {
        List<XySeries> drawn = new ArrayList<>();
        Set<Integer> taken = series.stream().map(MetricSeries::color).collect(Collectors.toCollection(HashSet::new));
        Set<Integer> used = new HashSet<>();
        for (MetricSeries whole : series) {
            MetricSeries each = seen(whole);
            Phrase name = Phrase.same(each.name());
            int style = used.add(each.color())
                    ? each.color()
                    : IntStream.iterate(0, next -> next + 1)
                            .filter(taken::add)
                            .findFirst()
                            .orElseThrow();
            drawn.add(
                    each.noisy()
                            ? XySeries.smoothed(name, each.x(), drawn(each.y()), style)
                            : new XySeries(
                                    name, each.x(), drawn(each.y()), style, XySeries.Shape.MARKED_LINE, each.best()));
        }
        Phrase horizontal = Phrase.same(across.getName() == null ? "" : across.getName());
        Phrase vertical = Phrase.same((logarithmic.get() ? "log10 " : "") + title.getText());
        return new XyPainter(new XyData(drawn, horizontal, vertical, false, false));
    }

    /** On a logarithmic axis the logarithms, with a gap where there is none. */
    private double[] drawn(double[] y) {
        return logarithmic.get()
                ? Arrays.stream(y)
                        .map(value -> value > 0 ? Math.log10(value) : Double.NaN)
                        .toArray()
                : y;
    }

    /** All raw values, one row each. */
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
        Span part = zoom.viewProperty().get() == null ? null : zoom.seen();
        lines.show(series, part, memory.get() * whole().width());
        marks.clear();
        series.forEach(each -> marks.addAll(ChartMark.of(seen(each))));
        overlay.getChildren().setAll(marks.stream().map(ChartMark::node).toList());
        overlay.getChildren().addAll(cursorLine, zoom.brush());
        chart.setVisible(series.stream().anyMatch(each -> each.x().length > 0));
        fitHeight();
        showCursor();
    }

    private void fitWidth() {
        Span seen = zoom.seen();
        double room = across.isTimes() ? TIME_ROOM : NUMBER_ROOM;
        across.show(seen.from(), seen.to(), (int) Math.max(2, getWidth() / room));
    }

    private void fitHeight() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (MetricSeries each : series) {
            for (double value : seen(each).y()) {
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
            up.set(ticks.at(0) - ticks.step() * 1e-6, top + room); // a label that does not fit is left out
            up.setStep(ticks.step());
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
            mark.node().setVisible(mark.x() >= seen.from() && mark.x() <= seen.to());
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
                            Numerals.of(each.y()[nearest]),
                            across.isTimes() ? RoundAxis.time(each.x()[nearest], 1) : Numerals.of(each.x()[nearest])));
                }
            }
        }
        readout.set(String.join("   ", parts));
        setAccessibleText(parts.isEmpty() ? words.text("control.chart.summary", series.size()) : readout.get());
        placeCursor();
    }

    private void placeCursor() {
        boolean shown = !series.isEmpty()
                && reading.get() >= zoom.seen().from()
                && reading.get() <= zoom.seen().to();
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
}
