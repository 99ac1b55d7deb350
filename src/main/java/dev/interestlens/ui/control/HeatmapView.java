package dev.interestlens.ui.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.TextAlignment;

/**
 * A heatmap whose cells stand exactly at their labels, with a legend that says what the colours mean.
 *
 * <p>Hover or the arrow keys give the exact value; the marked cell has a double stroke, so that it shows on any colour. Clicking a cell or
 * Enter picks it.
 */
public final class HeatmapView extends CanvasRegion {
    /** A cell by row and column. */
    public record Cell(int row, int column) {}

    private static final double BAR = 12;

    private final Words words;
    private final Typeface face = new Typeface(12);
    private final Typeface small = new Typeface(11);
    private final ObjectProperty<HeatmapData> data = new SimpleObjectProperty<>(this, "data", HeatmapData.empty());
    private final ObjectProperty<HeatmapData.Range> range = new SimpleObjectProperty<>(this, "range");
    private final ObjectProperty<Transform> transform = new SimpleObjectProperty<>(this, "transform", Transform.LINEAR);
    private final ObjectProperty<Cell> marked = new SimpleObjectProperty<>(this, "marked");
    private final ObjectProperty<Cell> picked = new SimpleObjectProperty<>(this, "picked");
    private final DoubleProperty leftRoom = new SimpleDoubleProperty(this, "leftRoom", 0);
    private HeatmapLayout layout;
    private WritableImage image;
    private CellColors painted;

    public HeatmapView(Words words) {
        super("heatmap-view");
        this.words = words;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(160, 96);
        setPrefSize(640, 260);
        data.addListener((observed, before, now) -> {
            marked.set(null);
            image = null;
            tell("");
            repaint();
        });
        range.addListener(change -> repaint());
        transform.addListener(change -> repaint());
        leftRoom.addListener(change -> repaint());
        words.language().addListener(change -> repaint());
        marked.addListener((observed, before, now) -> {
            tell(now == null ? "" : describe(now));
            repaint();
        });
        setOnMouseMoved(event -> mark(cellAt(event.getX(), event.getY())));
        setOnMouseExited(event -> mark(null));
        setOnMouseClicked(event -> {
            requestFocus();
            pick(cellAt(event.getX(), event.getY()));
        });
        setOnKeyPressed(this::key);
        offer(words, () -> NumberTable.of(data.get()));
    }

    public ObjectProperty<HeatmapData> dataProperty() {
        return data;
    }

    public void setData(HeatmapData now) {
        data.set(now);
    }

    /** Values between which colours run; null for this picture's own. */
    public ObjectProperty<HeatmapData.Range> rangeProperty() {
        return range;
    }

    public ObjectProperty<Transform> transformProperty() {
        return transform;
    }

    /** Room left of the cells at least: pictures of one width with the same room share their columns. */
    public DoubleProperty leftRoomProperty() {
        return leftRoom;
    }

    /** The cell under the pointer or the keyboard, or null. */
    public ObjectProperty<Cell> markedProperty() {
        return marked;
    }

    /** The cell that was clicked last, or null. */
    public ObjectProperty<Cell> pickedProperty() {
        return picked;
    }

    /** Where the middle of a cell is drawn, in this control's own coordinates. */
    public javafx.geometry.Point2D center(Cell cell) {
        layout();
        return new javafx.geometry.Point2D(
                layout.x(cell.column()) + layout.cellWidth() / 2, layout.y(cell.row()) + layout.cellHeight() / 2);
    }

    @Override
    protected String summary() {
        HeatmapData now = data.get();
        return words.text(
                "control.heatmap.summary",
                now.rowAxis(),
                now.columnAxis(),
                now.rows().size(),
                now.columns().size());
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        HeatmapData now = data.get();
        if (now.isEmpty()) {
            return;
        }
        layout = HeatmapLayout.of(now, face, width, height, leftRoom.get());
        CellColors colors =
                new CellColors(now.scale(), range.get() == null ? now.range() : range.get(), transform.get(), paper());
        paintCells(g, now, colors);
        paintLabels(g, now);
        paintLegend(g, now, colors);
        if (marked.get() != null) {
            outline(
                    g,
                    layout.x(marked.get().column()),
                    layout.y(marked.get().row()),
                    layout.cellWidth(),
                    layout.cellHeight());
        }
    }

    private void paintCells(GraphicsContext g, HeatmapData now, CellColors colors) {
        if (image == null || !colors.equals(painted)) {
            image = pixels(now, colors);
            painted = colors;
        }
        double width = layout.right() - layout.left();
        double height = layout.bottom() - layout.top();
        g.setImageSmoothing(false);
        g.drawImage(image, 0, 0, layout.columns(), layout.rows(), layout.left(), layout.top(), width, height);
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                if (now.isOutside(row, column)) {
                    g.setStroke(faint());
                    g.setLineWidth(1);
                    g.strokeLine(
                            layout.x(column),
                            layout.y(row),
                            layout.x(column) + layout.cellWidth(),
                            layout.y(row) + layout.cellHeight());
                } else if (Double.isNaN(now.at(row, column))) {
                    Hatching.fill(g, faint(), layout.x(column), layout.y(row), layout.cellWidth(), layout.cellHeight());
                }
            }
        }
        if (layout.cellWidth() >= 6 && layout.cellHeight() >= 6) {
            g.setStroke(paper());
            g.setLineWidth(1);
            for (int column = 1; column < layout.columns(); column++) {
                g.strokeLine(layout.x(column) + .5, layout.top(), layout.x(column) + .5, layout.bottom());
            }
            for (int row = 1; row < layout.rows(); row++) {
                g.strokeLine(layout.left(), layout.y(row) + .5, layout.right(), layout.y(row) + .5);
            }
        }
        g.setStroke(line());
        g.strokeRect(layout.left() + .5, layout.top() + .5, width - 1, height - 1);
        if (layout.roomForText(small.width("−0.00"))) {
            paintCellText(g, now, colors);
        }
    }

    private void paintCellText(GraphicsContext g, HeatmapData now, CellColors colors) {
        g.setFont(small.regular());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                double value = now.onScale(row, column);
                if (!Double.isNaN(value)) {
                    g.setFill(ColorScale.inkOn(colors.of(value)));
                    g.fillText(
                            Figures.fixed(value, Math.abs(value) >= 10 ? 0 : 2),
                            layout.x(column) + layout.cellWidth() / 2,
                            layout.y(row) + layout.cellHeight() / 2);
                }
            }
        }
    }

    private void paintLabels(GraphicsContext g, HeatmapData now) {
        g.setFont(face.regular());
        g.setFill(ink());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (int row = 0; row < layout.rows(); row += layout.rowStep()) {
            g.fillText(
                    face.fit(now.rows().get(row), layout.rowRoom()),
                    layout.left() - 8,
                    layout.y(row) + layout.cellHeight() / 2);
        }
        for (int column = 0; column < layout.columns(); column += layout.columnStep()) {
            double x = layout.x(column) + layout.cellWidth() / 2;
            String label = face.fit(now.columns().get(column), layout.labelRoom());
            if (layout.rotated()) {
                g.save();
                g.translate(x + 3, layout.bottom() + 9);
                g.rotate(-45);
                g.fillText(label, 0, 0);
                g.restore();
            } else {
                g.setTextAlign(TextAlignment.CENTER);
                g.fillText(label, x, layout.bottom() + 12);
            }
        }
        g.setFill(faint());
        g.setFont(small.regular());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(words.text("control.heatmap.axes", now.rowAxis(), now.columnAxis()), 0, getHeight() - 8);
    }

    private void paintLegend(GraphicsContext g, HeatmapData now, CellColors colors) {
        double x = layout.right() + 16;
        double top = layout.top();
        double height = Math.max(64, layout.bottom() - top);
        Stop[] stops = new Stop[25];
        for (int i = 0; i < stops.length; i++) {
            double down = i / (stops.length - 1.0);
            stops[i] = new Stop(down, colors.atHeight(1 - down));
        }
        g.setFill(new LinearGradient(0, 0, 0, 1, true, CycleMethod.NO_CYCLE, stops));
        g.fillRect(x, top, BAR, height);
        g.setStroke(line());
        g.setLineWidth(1);
        g.strokeRect(x + .5, top + .5, BAR - 1, height - 1);
        g.setFont(small.regular());
        g.setFill(ink());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(Figures.of(colors.range().high()), x + BAR + 6, top + 6);
        g.fillText(Figures.of(colors.range().low()), x + BAR + 6, top + height - 6);
        g.setFill(faint());
        g.fillText(words.text("control.heatmap.transform." + transform.get()), x, top + height + 14);
        if (!Double.isNaN(now.reference())) {
            double y = top + height * (1 - colors.height(now.reference()));
            g.setStroke(ink());
            g.strokeLine(x - 3, Math.round(y) + .5, x + BAR + 3, Math.round(y) + .5);
            double textY = Math.max(top + 22, Math.min(top + height - 22, y));
            g.fillText(words.text("control.reference", Figures.of(now.reference())), x + BAR + 6, textY);
        }
        if (marked.get() != null) {
            double value = now.onScale(marked.get().row(), marked.get().column());
            if (!Double.isNaN(value)) {
                outline(g, x - 2, top + height * (1 - colors.height(value)) - 2, BAR + 4, 4);
            }
        }
    }

    private void outline(GraphicsContext g, double x, double y, double width, double height) {
        g.setLineWidth(4);
        g.setStroke(paper());
        g.strokeRect(x, y, width, height);
        g.setLineWidth(2);
        g.setStroke(ink());
        g.strokeRect(x, y, width, height);
    }

    private static WritableImage pixels(HeatmapData now, CellColors colors) {
        int columns = now.columns().size();
        int rows = now.rows().size();
        int[] argb = new int[rows * columns];
        for (int i = 0; i < argb.length; i++) {
            double value = now.onScale(i / columns, i % columns);
            argb[i] = Double.isNaN(value) ? 0 : argb(colors.of(value));
        }
        WritableImage image = new WritableImage(columns, rows);
        image.getPixelWriter().setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), argb, 0, columns);
        return image;
    }

    private static int argb(Color color) {
        return 0xff000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    private Cell cellAt(double x, double y) {
        if (layout == null || data.get().isEmpty()) {
            return null;
        }
        int row = layout.rowAt(y);
        int column = layout.columnAt(x);
        return row < 0 || column < 0 ? null : new Cell(row, column);
    }

    private void mark(Cell cell) {
        marked.set(cell);
        setCursor(cell == null ? Cursor.DEFAULT : Cursor.CROSSHAIR);
    }

    private void pick(Cell cell) {
        if (cell != null) {
            picked.set(cell);
        }
    }

    private void key(KeyEvent event) {
        if (data.get().isEmpty()) {
            return;
        }
        Cell at = marked.get() == null ? new Cell(0, -1) : marked.get();
        switch (event.getCode()) {
            case LEFT -> move(at.row(), at.column() - 1);
            case RIGHT -> move(at.row(), at.column() + 1);
            case UP -> move(at.row() - 1, at.column());
            case DOWN -> move(at.row() + 1, at.column());
            case ENTER -> pick(marked.get());
            case ESCAPE -> mark(null);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int row, int column) {
        marked.set(new Cell(
                Math.max(0, Math.min(data.get().rows().size() - 1, row)),
                Math.max(0, Math.min(data.get().columns().size() - 1, column))));
    }

    private String describe(Cell cell) {
        HeatmapData now = data.get();
        double value = now.at(cell.row(), cell.column());
        String row = now.rows().get(cell.row());
        String column = now.columns().get(cell.column());
        return Double.isNaN(value)
                ? words.text("control.heatmap.unread", row, column)
                : words.text(
                        now.isOutside(cell.row(), cell.column()) ? "control.heatmap.outside" : "control.heatmap.cell",
                        row,
                        column,
                        Figures.of(value));
    }
}
