package dev.interestlens.ui.control;

import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Thumbnails of heatmaps on one scale. A click or Enter picks one. */
public final class HeatmapGrid extends CanvasRegion {
    private static final double TOP = 22;
    private static final double GAP = 12;
    private static final double LEGEND = 88;
    private static final double LARGEST = 220;

    private final Words words;
    private final Typeface face = new Typeface(12);
    private final ObjectProperty<GridData> data = new SimpleObjectProperty<>(this, "data", GridData.empty());
    private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);
    private IntConsumer onPick = picked -> {};
    private double left;
    private double size;

    public HeatmapGrid(Words words) {
        super("heatmap-grid");
        this.words = words;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(320, 160);
        setPrefSize(640, 300);
        data.addListener(change -> {
            marked.set(-1);
            repaint();
        });
        words.language().addListener(change -> repaint());
        marked.addListener((observed, before, now) -> {
            tell(now.intValue() < 0 ? "" : name(now.intValue()));
            setCursor(now.intValue() < 0 ? Cursor.DEFAULT : Cursor.HAND);
            repaint();
        });
        setOnMouseMoved(event -> marked.set(at(event.getX(), event.getY())));
        setOnMouseExited(event -> marked.set(-1));
        setOnMouseClicked(event -> {
            requestFocus();
            pick(at(event.getX(), event.getY()));
        });
        setOnKeyPressed(this::key);
    }

    public ObjectProperty<GridData> dataProperty() {
        return data;
    }

    public void setData(GridData now) {
        data.set(now);
    }

    /** Told the number of a picture that a person wants large. */
    public void setOnPick(IntConsumer listener) {
        onPick = listener;
    }

    @Override
    protected String summary() {
        return words.text(
                "control.grid.summary",
                data.get().rows().size(),
                data.get().columns().size());
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        GridData now = data.get();
        if (now.cells().isEmpty()) {
            return;
        }
        left = Math.ceil(now.rows().stream().mapToDouble(face::width).max().orElse(0) + 12);
        int rows = now.rows().size();
        int columns = now.columns().size();
        size = Math.floor(
                Math.min(LARGEST, Math.min((width - left - LEGEND) / columns - GAP, (height - TOP) / rows - GAP)));
        HeatmapData.Range range = now.range();
        CellColors colors = new CellColors(ColorScale.SEQUENTIAL, range, Transform.SQUARE_ROOT, paper());
        g.setTextBaseline(VPos.CENTER);
        g.setFont(face.regular());
        for (int i = 0; i < now.cells().size(); i++) {
            paintCell(g, now.cells().get(i), colors, x(i % columns), y(i / columns), i == marked.get());
        }
        g.setFill(ink());
        g.setTextAlign(TextAlignment.CENTER);
        for (int column = 0; column < columns; column++) {
            g.fillText(now.columns().get(column), x(column) + size / 2, TOP / 2);
        }
        g.setTextAlign(TextAlignment.LEFT);
        for (int row = 0; row < rows; row++) {
            g.fillText(now.rows().get(row), 0, y(row) + size / 2);
        }
        g.setFill(faint());
        g.fillText("0 – " + Figures.of(range.high()), x(columns) + 4, TOP + 8);
        g.fillText(words.text("control.heatmap.transform.SQUARE_ROOT"), x(columns) + 4, TOP + 26);
    }

    private void paintCell(GraphicsContext g, HeatmapData cell, CellColors colors, double x, double y, boolean strong) {
        int rows = cell.rows().size();
        int columns = cell.columns().size();
        for (int row = 0; row < rows; row++) {
            double top = Math.floor(y + size * row / rows);
            double bottom = Math.floor(y + size * (row + 1) / rows);
            for (int column = 0; column < columns; column++) {
                double value = cell.at(row, column);
                if (Double.isFinite(value)) {
                    Color color = colors.of(value);
                    double from = Math.floor(x + size * column / columns);
                    g.setFill(color);
                    g.fillRect(from, top, Math.floor(x + size * (column + 1) / columns) - from, bottom - top);
                }
            }
        }
        g.setStroke(strong ? accent() : line());
        g.setLineWidth(strong ? 2 : 1);
        g.strokeRect(x - .5, y - .5, size + 1, size + 1);
        g.setLineWidth(1);
    }

    private double x(int column) {
        return left + column * (size + GAP);
    }

    private double y(int row) {
        return TOP + row * (size + GAP);
    }

    private int at(double x, double y) {
        int column = (int) Math.floor((x - left) / (size + GAP));
        int row = (int) Math.floor((y - TOP) / (size + GAP));
        GridData now = data.get();
        boolean inside = column >= 0
                && column < now.columns().size()
                && row >= 0
                && row < now.rows().size();
        return inside ? row * now.columns().size() + column : -1;
    }

    private String name(int cell) {
        GridData now = data.get();
        int columns = now.columns().size();
        return now.rows().get(cell / columns) + " · " + now.columns().get(cell % columns);
    }

    private void pick(int cell) {
        if (cell >= 0) {
            onPick.accept(cell);
        }
    }

    private void key(KeyEvent event) {
        int columns = data.get().columns().size();
        int last = data.get().cells().size() - 1;
        int at = marked.get();
        switch (event.getCode()) {
            case LEFT -> marked.set(Math.max(Math.min(0, last), at - 1));
            case RIGHT -> marked.set(Math.min(last, at + 1));
            case UP -> marked.set(at - columns >= 0 ? at - columns : at);
            case DOWN -> marked.set(at + columns <= last ? at + columns : at);
            case ENTER -> pick(at);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
