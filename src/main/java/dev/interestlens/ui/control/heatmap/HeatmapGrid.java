package dev.interestlens.ui.control.heatmap;

import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.GridData;
import dev.interestlens.figure.paint.HeatGridPainter;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ControlWords;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;

/** Heat maps on one scale, as large as the space allows; a row of the grid wraps into several lines if needed. A click or Enter picks one. */
public final class HeatmapGrid extends CanvasRegion {
    private final ObjectProperty<GridData> data = new SimpleObjectProperty<>(this, "data", GridData.empty());
    private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);
    private IntConsumer onPick = picked -> {};

    public HeatmapGrid(ControlWords words) {
        super("heatmap-grid", words);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(320, 160);
        setPrefSize(640, 420);
        data.addListener(change -> {
            marked.set(-1);
            repaint();
        });
        marked.addListener((observed, before, now) -> {
            tell(now.intValue() < 0 ? "" : data.get().name(now.intValue()).in(words.locale()));
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
        offer(() -> data.get().numbers(words.locale()));
    }

    public void setData(GridData now) {
        data.set(now);
    }

    /** Receives the number of the picked heat map. */
    public void setOnPick(IntConsumer listener) {
        onPick = listener;
    }

    @Override
    protected String summary() {
        return words().text(
                        "control.grid.summary",
                        data.get().rows().size(),
                        data.get().columns().size());
    }

    private HeatGridPainter painter() {
        return new HeatGridPainter(data.get(), marked.get());
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        painter().paint(surface, width, height);
    }

    private int at(double x, double y) {
        return painter()
                .layout(getWidth(), getHeight())
                .at(x, y, data.get().cells().size());
    }

    private void pick(int cell) {
        if (cell >= 0) {
            onPick.accept(cell);
        }
    }

    private void key(KeyEvent event) {
        int columns = painter().layout(getWidth(), getHeight()).across();
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
