package dev.interestlens.ui.control.heatmap;

import dev.interestlens.figure.Surface;
import dev.interestlens.figure.Transform;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.HeatmapLook;
import dev.interestlens.figure.paint.HeatmapLayout;
import dev.interestlens.figure.paint.HeatmapPainter;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.MarkedChart;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;

/**
 * A heat map aligned with its labels, with a legend of the colours.
 *
 * <p>Hover or the arrow keys give the exact value; the marked cell has a double outline, visible on any colour. Clicking a cell or Enter picks it.
 */
public final class HeatmapView extends MarkedChart<HeatmapData, HeatmapView.Cell> {
    /** A cell by row and column. */
    public record Cell(int row, int column) {}

    private final ObjectProperty<HeatmapData.Range> range = new SimpleObjectProperty<>(this, "range");
    private final ObjectProperty<Transform> transform = new SimpleObjectProperty<>(this, "transform", Transform.LINEAR);
    private final IntegerProperty column = new SimpleIntegerProperty(this, "column", -1);
    private final ObjectProperty<Cell> picked = new SimpleObjectProperty<>(this, "picked");
    private final DoubleProperty leftRoom = new SimpleDoubleProperty(this, "leftRoom", 0);
    private HeatmapLayout layout;

    public HeatmapView(ControlWords words) {
        super("heatmap-view", words, HeatmapData.empty());
        setMinSize(160, 96);
        setPrefSize(640, 260);
        cursorProperty().bind(markedProperty().map(cell -> Cursor.CROSSHAIR).orElse(Cursor.DEFAULT));
        markedProperty().addListener((observed, before, now) -> column.set(now == null ? -1 : now.column()));
        Changes.call(this::repaint, range, transform, leftRoom, column);
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
        HeatmapData now = data();
        return words().text(
                        "control.heatmap.summary",
                        now.rowAxis().in(words().locale()),
                        now.columnAxis().in(words().locale()),
                        now.rows().size(),
                        now.columns().size());
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        if (!data().isEmpty()) {
            layout = painter().layout(surface, width, height);
            painter().paint(surface, width, height);
        }
    }

    @Override
    protected HeatmapPainter painter() {
        Cell at = marked() == null ? new Cell(-1, column.get()) : marked();
        return new HeatmapPainter(
                data(), new HeatmapLook(range.get(), transform.get(), leftRoom.get(), at.row(), at.column()));
    }

    @Override
    protected Cell at(double x, double y) {
        if (layout == null || data().isEmpty()) {
            return null;
        }
        int row = layout.rowAt(y);
        int column = layout.columnAt(x);
        return row < 0 || column < 0 ? null : new Cell(row, column);
    }

    @Override
    protected void choose(Cell cell) {
        picked.set(cell);
    }

    @Override
    protected boolean key(KeyCode code) {
        if (data().isEmpty()) {
            return false;
        }
        Cell at = marked() == null ? new Cell(0, -1) : marked();
        switch (code) {
            case LEFT -> move(at.row(), at.column() - 1);
            case RIGHT -> move(at.row(), at.column() + 1);
            case UP -> move(at.row() - 1, at.column());
            case DOWN -> move(at.row() + 1, at.column());
            case ENTER -> Optional.ofNullable(marked()).ifPresent(this::choose);
            case ESCAPE -> markedProperty().set(null);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int row, int column) {
        markedProperty()
                .set(new Cell(
                        within(row, data().rows().size()),
                        within(column, data().columns().size())));
    }

    @Override
    protected String describe(Cell cell) {
        return painter().describe(cell.row(), cell.column()).in(words().locale());
    }
}
