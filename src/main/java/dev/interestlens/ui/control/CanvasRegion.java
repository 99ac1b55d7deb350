package dev.interestlens.ui.control;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Palette;
import dev.interestlens.figure.Sketch;
import dev.interestlens.figure.Surface;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * A region that paints itself on one canvas in the colours of the style sheet ({@code -lens-ink}, {@code -lens-faint}, {@code -lens-line}, {@code
 * -lens-paper}, {@code -lens-accent}), reports the value under the pointer or the keyboard as a read-out, and paints at most once per pulse.
 */
public abstract class CanvasRegion extends Region {
    private static final Meta INK = new Meta("-lens-ink", Color.BLACK, region -> region.ink);
    private static final Meta FAINT = new Meta("-lens-faint", Color.GRAY, region -> region.faint);
    private static final Meta LINE = new Meta("-lens-line", Color.LIGHTGRAY, region -> region.line);
    private static final Meta PAPER = new Meta("-lens-paper", Color.WHITE, region -> region.paper);
    private static final Meta ACCENT = new Meta("-lens-accent", Color.web("#0969da"), region -> region.accent);
    private static final List<CssMetaData<? extends Styleable, ?>> META = meta();

    private final SimpleStyleableObjectProperty<Color> ink = color(INK);
    private final SimpleStyleableObjectProperty<Color> faint = color(FAINT);
    private final SimpleStyleableObjectProperty<Color> line = color(LINE);
    private final SimpleStyleableObjectProperty<Color> paper = color(PAPER);
    private final SimpleStyleableObjectProperty<Color> accent = color(ACCENT);

    private final ControlWords words;
    private final CanvasSurface.Faces faces = new CanvasSurface.Faces();
    private ChartMenu menu;
    private final Canvas canvas = new Canvas();
    private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper(this, "readout", "");

    protected CanvasRegion(String styleClass, ControlWords words) {
        this.words = words;
        getStyleClass().addAll("canvas-region", styleClass);
        getChildren().add(canvas);
        setFocusTraversable(true);
        Changes.call(this::repaint, focusedProperty(), words.language());
        readout.addListener((observed, before, now) -> setAccessibleText(now.isEmpty() ? summary() : now));
    }

    /** Adds the menu to copy and save the chart. */
    protected final ChartMenu offer(Supplier<NumberTable> numbers) {
        menu = new ChartMenu(this, words, this::sketch, numbers);
        return menu;
    }

    /** Its menu; null where it is not a chart of its own. */
    public final ChartMenu menu() {
        return menu;
    }

    /** The exact value under the pointer or the keyboard, in words; empty where there is none. */
    public final ReadOnlyStringProperty readoutProperty() {
        return readout.getReadOnlyProperty();
    }

    protected final void tell(String text) {
        readout.set(text);
        if (text.isEmpty()) {
            setAccessibleText(summary());
        }
    }

    /** The accessible text of the whole picture. */
    protected abstract String summary();

    /** Draws on a clean surface of this size. */
    protected abstract void paint(Surface surface, double width, double height);

    /** The scale at which it is drawn in this space. */
    protected double enlargement(double width, double height) {
        return 1;
    }

    /** The same on a canvas, in the colours of the window. */
    final void paint(GraphicsContext g, double width, double height) {
        double factor = enlargement(width, height);
        g.scale(factor, factor);
        paint(new CanvasSurface(g, palette(), words.locale(), faces), width / factor, height / factor);
    }

    /** The current content, for another surface. */
    private Sketch sketch() {
        double factor = enlargement(getWidth(), getHeight());
        Sketch sketch = new Sketch(ruler(), getWidth() / factor, getHeight() / factor);
        paint(sketch, getWidth() / factor, getHeight() / factor);
        return sketch;
    }

    /** A surface to measure text as it is painted. */
    protected final Surface ruler() {
        return new CanvasSurface(canvas.getGraphicsContext2D(), palette(), words.locale(), faces);
    }

    protected final ControlWords words() {
        return words;
    }

    private Palette palette() {
        return new Palette(rgb(ink), rgb(faint), rgb(line), rgb(paper), rgb(accent));
    }

    private static int rgb(SimpleStyleableObjectProperty<Color> color) {
        Color now = color.get();
        return (int) Math.round(255 * now.getRed()) << 16
                | (int) Math.round(255 * now.getGreen()) << 8
                | (int) Math.round(255 * now.getBlue());
    }

    protected final void repaint() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = snapSizeX(getWidth());
        double height = snapSizeY(getHeight());
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width + 1, height + 1); // at 205 %, say, the last pixels reach beyond the size
        if (width > 0 && height > 0) {
            g.save();
            paint(g, width, height);
            g.restore();
        }
        if (readout.get().isEmpty()) {
            setAccessibleText(summary());
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META;
    }

    private SimpleStyleableObjectProperty<Color> color(Meta meta) {
        return new SimpleStyleableObjectProperty<>(meta, this, meta.getProperty(), meta.getInitialValue(null)) {
            @Override
            protected void invalidated() {
                repaint();
            }
        };
    }

    private static List<CssMetaData<? extends Styleable, ?>> meta() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(List.of(INK, FAINT, LINE, PAPER, ACCENT));
        return List.copyOf(all);
    }

    private interface Access {
        SimpleStyleableObjectProperty<Color> of(CanvasRegion region);
    }

    private static final class Meta extends CssMetaData<CanvasRegion, Color> {
        private final Access access;

        Meta(String name, Color initial, Access access) {
            super(name, ColorConverter.getInstance(), initial);
            this.access = access;
        }

        @Override
        public boolean isSettable(CanvasRegion region) {
            return !access.of(region).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(CanvasRegion region) {
            return access.of(region);
        }
    }
}
