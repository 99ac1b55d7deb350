package dev.interestlens.ui.control.heatmap;

import dev.interestlens.figure.data.GridData;
import dev.interestlens.figure.paint.HeatGridPainter;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.MarkedChart;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;

/** Heat maps on one scale, as large as the space allows; a row of the grid wraps into several lines if needed. A click or Enter picks one. */
public final class HeatmapGrid extends MarkedChart<GridData, Integer> {
    private IntConsumer onPick = picked -> {};

    public HeatmapGrid(ControlWords words) {
        super("heatmap-grid", words, GridData.empty());
        setMinSize(320, 160);
        setPrefSize(640, 420);
        cursorProperty().bind(markedProperty().map(cell -> Cursor.HAND).orElse(Cursor.DEFAULT));
    }

    /** Receives the number of the picked heat map. */
    public void setOnPick(IntConsumer listener) {
        onPick = listener;
    }

    @Override
    protected String summary() {
        return words().text(
                        "control.grid.summary",
                        data().rows().size(),
                        data().columns().size());
    }

    @Override
    protected HeatGridPainter painter() {
        return new HeatGridPainter(data(), marked() == null ? -1 : marked());
    }

    @Override
    protected Integer at(double x, double y) {
        int cell = painter()
                .layout(getWidth(), getHeight())
                .at(x, y, data().cells().size());
        return cell < 0 ? null : cell;
    }

    @Override
    protected String describe(Integer cell) {
        return data().name(cell).in(words().locale());
    }

    @Override
    protected void choose(Integer cell) {
        onPick.accept(cell);
    }

    @Override
    protected boolean key(KeyCode code) {
        int columns = painter().layout(getWidth(), getHeight()).across();
        int at = marked() == null ? -1 : marked();
        return switch (code) {
            case LEFT -> mark(Math.max(0, at - 1));
            case RIGHT -> mark(at + 1);
            case UP -> mark(at - columns);
            case DOWN -> mark(at + columns);
            case ENTER -> {
                Optional.ofNullable(marked()).ifPresent(this::choose);
                yield true;
            }
            default -> false;
        };
    }

    /** Stays where there is no such cell. */
    private boolean mark(int cell) {
        if (cell >= 0 && cell < data().cells().size()) {
            markedProperty().set(cell);
        }
        return true;
    }
}
