package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.data.FacetData;
import dev.interestlens.figure.paint.FacetPainter;
import dev.interestlens.ui.control.ControlWords;
import java.util.function.BiConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * A small histogram for selecting a range: a click selects one bar, a drag several, a click on the selection clears it. Keys: arrows move between
 * bars, with Shift they select several, Space selects one, Delete clears the selection.
 */
public final class FacetChart extends PlacesChart<FacetData> {
    /** No selection. */
    public static final int NONE = -1;

    private final BiConsumer<Integer, Integer> choose;
    private int anchor = NONE;
    private int reached = NONE;

    /** @param choose receives the first and the last selected bar, {@link #NONE} twice for no selection */
    public FacetChart(ControlWords words, BiConsumer<Integer, Integer> choose) {
        super("facet-chart", words, FacetData.empty());
        this.choose = choose;
        setMinSize(90, 62);
        setPrefSize(120, 66);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                anchor = nearest(event.getX());
                reached = anchor;
            }
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            reached = anchor == NONE ? NONE : nearest(event.getX());
            repaint();
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> take());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private int nearest(double x) {
        return Math.max(Math.min(0, places() - 1), Math.min(places() - 1, place(x)));
    }

    private void take() {
        if (anchor == NONE) {
            return;
        }
        int first = Math.min(anchor, reached);
        int last = Math.max(anchor, reached);
        anchor = NONE;
        reached = NONE;
        boolean again = first == last && data().chosen()[first];
        choose.accept(again ? NONE : first, again ? NONE : last);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean arrow = code == KeyCode.LEFT || code == KeyCode.RIGHT;
        if (arrow && event.isShiftDown() && marked() >= 0) {
            int start = anchor == NONE ? marked() : anchor;
            int next = Math.max(0, Math.min(places() - 1, marked() + (code == KeyCode.LEFT ? -1 : 1)));
            choose.accept(Math.min(start, next), Math.max(start, next));
            anchor = start;
            markedProperty().set(next);
            anchor = start;
        } else if ((code == KeyCode.SPACE || code == KeyCode.ENTER) && marked() >= 0) {
            anchor = marked();
            reached = marked();
            take();
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            anchor = NONE;
            choose.accept(NONE, NONE);
        } else {
            anchor = arrow ? NONE : anchor;
            return;
        }
        event.consume();
    }

    /** During a drag, the bars dragged over are shown as selected. */
    @Override
    protected FacetPainter painter() {
        boolean dragged = anchor != NONE && reached != NONE && anchor != reached;
        FacetData now = dragged ? data().choosing(Math.min(anchor, reached), Math.max(anchor, reached)) : data();
        return new FacetPainter(now, marked());
    }

    @Override
    protected String summary() {
        return words().text("control.facet.summary", data().title().in(words().locale()), places());
    }
}
