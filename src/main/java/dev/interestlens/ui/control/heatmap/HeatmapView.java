package dev.interestlens.ui.control.heatmap;

import dev.interestlens.figure.Surface;
import dev.interestlens.figure.Transform;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.HeatmapLook;
import dev.interestlens.figure.paint.HeatmapLayout;
import dev.interestlens.figure.paint.HeatmapPainter;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ControlWords;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;

/**
 * A heat map aligned with its labels, with a legend of the colours.
 *
 * <p>Hover or the arrow keys give the exact value; the marked cell has a double outline, visible on any colour. Clicking a cell or Enter picks it.
 */
public final class HeatmapView extends CanvasRegion {
    /** A cell by row and column. */
    public record Cell(int row, int column) {}

    private final ObjectProperty<HeatmapData> data = new SimpleObjectProperty<>(this, "data", HeatmapData.empty());
    private final ObjectProperty<HeatmapData.Range> range = new SimpleObjectProperty<>(this, "range");
    private final ObjectProperty<Transform> transform = new SimpleObjectProperty<>(this, "transform", Transform.LINEAR);
    private final ObjectProperty<Cell> marked = new SimpleObjectProperty<>(this, "marked");
    private final IntegerProperty column = new SimpleIntegerProperty(this, "column", -1);
    private final ObjectProperty<Cell> picked = new SimpleObjectProperty<>(this, "picked");
    private final DoubleProperty leftRoom = new SimpleDoubleProperty(this, "leftRoom", 0);
    private HeatmapLayout layout;

    public HeatmapView(ControlWords words) {
        super("heatmap-view", words);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(160, 96);
        setPrefSize(640, 260);
        data.addListener((observed, before, now) -> {
            marked.set(null);
            tell("");
            repaint();
        });
        marked.addListener((observed, before, now) -> {
            tell(now == null ? "" : describe(now));
            column.set(now == null ? -1 : now.column());
            repaint();
        });
        Changes.call(this::repaint, range, transform, leftRoom, column);
        setOnMouseMoved(event -> mark(cellAt(event.getX(), event.getY())));
        setOnMouseExited(event -> mark(null));
        setOnMouseClicked(event -> {
            requestFocus();
            pick(cellAt(event.getX(), event.getY()));
        });
        setOnKeyPressed(this::key);
        offer(() -> data.get().numbers(words.locale()));
    }

    public ObjectProperty<HeatmapData> dataProperty() {
        return data;
    }

    public void setData(HeatmapData now) {
        data.set(now);
    }

    /** The range of the colour scale; null for that of the values. */
    public ObjectProperty<HeatmapData.Range> rangeProperty() {
        return range;
    }

    public ObjectProperty<Transform> transformProperty() {
        return transform;
    }

    /** Minimum margin left of the cells: heat maps of the same width and margin have aligned columns. */
    public DoubleProperty leftRoomProperty() {
        return leftRoom;
    }

    /** The cell under the pointer or the keyboard, or null. */
    public ObjectProperty<Cell> markedProperty() {
        return marked;
    }

    /** The column under the pointer or the keyboard, or one that is marked from elsewhere; −1 for none. */
    public IntegerProperty columnProperty() {
        return column;
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
        return words().text(
                        "control.heatmap.summary",
                        now.rowAxis().in(words().locale()),
                        now.columnAxis().in(words().locale()),
                        now.rows().size(),
                        now.columns().size());
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        if (!data.get().isEmpty()) {
            layout = painter().layout(surface, width, height);
            painter().paint(surface, width, height);
        }
    }

    private HeatmapPainter painter() {
        Cell at = marked.get() == null ? new Cell(-1, column.get()) : marked.get();
        return new HeatmapPainter(
                data.get(), new HeatmapLook(range.get(), transform.get(), leftRoom.get(), at.row(), at.column()));
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
        return painter().describe(cell.row(), cell.column()).in(words().locale());
    }
}
