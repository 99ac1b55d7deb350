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

/** Heatmaps on one scale, as large as the place allows: a row of the grid stands in one line or several. A click or Enter picks one. */
public final class HeatmapGrid extends CanvasRegion {
    private static final double NAME = 22;
    private static final double GAP = 16;
    private static final double LEGEND = 88;
    private static final double LARGEST = 480;

    private final Words words;
    private final Typeface face = new Typeface(12);
    private final ObjectProperty<GridData> data = new SimpleObjectProperty<>(this, "data", GridData.empty());
    private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);
    private IntConsumer onPick = picked -> {};
    private int across = 1;
    private double size;

    public HeatmapGrid(Words words) {
        super("heatmap-grid");
        this.words = words;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(320, 160);
        setPrefSize(640, 420);
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
        offer(words, () -> data.get().numbers());
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
        arrange(width, height);
        HeatmapData.Range range = now.range();
        CellColors colors = new CellColors(ColorScale.SEQUENTIAL, range, Transform.SQUARE_ROOT, paper());
        g.setTextBaseline(VPos.CENTER);
        g.setFont(face.regular());
        for (int i = 0; i < now.cells().size(); i++) {
            paintCell(g, now.cells().get(i), colors, x(i), y(i), i == marked.get());
        }
        g.setFill(ink());
        g.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < now.cells().size(); i++) {
            g.fillText(face.fit(name(i), size), x(i), y(i) - NAME / 2);
        }
        double legend = across * (size + GAP) + 4;
        g.setFill(faint());
        g.fillText("0 – " + Figures.of(range.high()), legend, NAME + 8);
        g.fillText(words.text("control.heatmap.transform.SQUARE_ROOT"), legend, NAME + 26);
    }

    /** As many beside each other as make them largest, so that no line holds parts of two rows of the grid unless it holds them whole. */
    private void arrange(double width, double height) {
        int all = data.get().cells().size();
        int columns = data.get().columns().size();
        size = 0;
        for (int count = 1; count <= all; count++) {
            int lines = (all + count - 1) / count;
            double side = Math.floor(
                    Math.min(LARGEST, Math.min((width - LEGEND) / count - GAP, height / lines - NAME - GAP)));
            if ((columns % count == 0 || count % columns == 0) && side > size) {
                size = side;
                across = count;
            }
        }
    }

    private void paintCell(GraphicsContext g, HeatmapData cell, CellColors colors, double x, double y, boolean strong) {
        int rows = cell.rows().size();
        int columns = cell.columns().size();
        for (int row = 0; row < rows; row++) {
            double top = Math.floor(y + size * row / rows);
            double bottom = Math.floor(y + size * (row + 1) / rows);
            for (int column = 0; column < columns; column++) {
                double value = cell.onScale(row, column);
                if (Double.isFinite(value)) {
                    Color color = colors.of(value);
                    double from = Math.floor(x + size * column / columns);
                    g.setFill(color);
                    g.fillRect(from, top, Math.floor(x + size * (column + 1) / columns) - from, bottom - top);
                }
            }
        }
        g.setStroke(faint());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (cell.isOutside(row, column)) {
                    g.strokeLine(
                            x + size * column / columns,
                            y + size * row / rows,
                            x + size * (column + 1) / columns,
                            y + size * (row + 1) / rows);
                }
            }
        }
        g.setStroke(strong ? accent() : line());
        g.setLineWidth(strong ? 2 : 1);
        g.strokeRect(x - .5, y - .5, size + 1, size + 1);
        g.setLineWidth(1);
    }

    private double x(int cell) {
        return cell % across * (size + GAP);
    }

    private double y(int cell) {
        return NAME + Math.floorDiv(cell, across) * (size + NAME + GAP);
    }

    private int at(double x, double y) {
        for (int i = 0; i < data.get().cells().size(); i++) {
            if (x >= x(i) && x < x(i) + size && y >= y(i) - NAME && y < y(i) + size) {
                return i;
            }
        }
        return -1;
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
        int columns = across;
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
