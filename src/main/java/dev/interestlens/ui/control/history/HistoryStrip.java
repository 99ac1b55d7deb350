package dev.interestlens.ui.control.history;

import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.figure.data.HistoryScale;
import dev.interestlens.figure.paint.HistoryLayout;
import dev.interestlens.figure.paint.HistoryPainter;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ControlWords;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * A history before its candidate: oldest left, newest right, candidate at the far right; Look as bars with the 1/n line, and below them the signed
 * Effect of removing each behaviour.
 *
 * <p>The pointer or the arrow keys mark a behaviour. Where listeners ask for it, Space or a click switches it off or on, dragging or Alt with an
 * arrow moves it, Insert puts another before it, and a click on the candidate changes that. With Ctrl, a click or Space chooses a behaviour among
 * several, and dragging chooses all that it passes; Escape chooses none. Where weights may be set, dragging a Look bar up or down, or the up and down
 * arrows, set its weight.
 *
 * <p>Of a history that is not read completely, the read behaviours are shown, or all in a window on it. Positions are those of the whole history.
 */
public final class HistoryStrip extends CanvasRegion {
    private static final double DRAG = 8;

    /** Minimum and maximum height relative to the preferred height. */
    private static final double LEAST = 0.8;

    private static final double MOST = 1.5;

    private static final double MORE = 1.25;
    private static final double MIN_WEIGHT = 0.001;

    private final ObjectProperty<HistoryData> data = new SimpleObjectProperty<>(this, "data", HistoryData.empty());
    private final ObjectProperty<HistoryScale> scale = new SimpleObjectProperty<>(this, "scale");
    private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);
    private final IntegerProperty first = new SimpleIntegerProperty(this, "first", 0);
    private final IntegerProperty count = new SimpleIntegerProperty(this, "count", Integer.MAX_VALUE);
    private final ObservableSet<Integer> off = FXCollections.observableSet();
    private final ObservableSet<Integer> selected = FXCollections.observableSet();
    private Consumer<Set<Integer>> onSelect;
    private int lasso = -1;
    private IntConsumer onToggle;
    private IntConsumer onInsert;
    private BiConsumer<Integer, Integer> onMove;
    private Runnable onCandidate;
    private BiConsumer<Integer, Double> onWeight;
    private View view = View.of(HistoryData.empty(), 0, 0);
    private HistoryLayout layout;
    private boolean weighing;
    private int pressed = -1;
    private double pressedAt;
    private int insertion = -1;
    private boolean candidateMarked;

    public HistoryStrip(ControlWords words) {
        super("history-strip", words);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(320);
        setPrefWidth(900);
        Changes.call(this::look, first, count);
        data.addListener((observed, before, now) -> {
            look();
            marked.set(Math.min(marked.get(), now.size() - 1));
            tell(marked.get() < 0 ? "" : describe(marked.get()));
            repaint();
            requestParentLayout();
        });
        marked.addListener((observed, before, now) -> {
            tell(now.intValue() < 0 ? "" : describe(now.intValue()));
            repaint();
        });
        Changes.call(this::repaint, scale, off, selected);
        setOnMouseMoved(this::point);
        setOnMouseExited(event -> {
            marked.set(-1);
            markCandidate(false);
        });
        setOnMousePressed(event -> {
            requestFocus();
            pressed = at(event);
            pressedAt = event.getX();
            weighing = onWeight != null
                    && pressed >= 0
                    && layout != null
                    && event.getY() <= layout.look().bottom() + 2;
            if (weighing) {
                weigh(event);
                return;
            }
            lasso = onSelect != null && event.isShortcutDown() ? pressed : -1;
        });
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnKeyPressed(this::key);
        offer(() -> data.get().numbers(words.locale()));
    }

    public ObjectProperty<HistoryData> dataProperty() {
        return data;
    }

    public void setData(HistoryData now) {
        data.set(now);
    }

    /** The scale of the bars; null for that of this history. */
    public ObjectProperty<HistoryScale> scaleProperty() {
        return scale;
    }

    /** First behaviour of the window on the history. */
    public IntegerProperty firstProperty() {
        return first;
    }

    /** Behaviours in the window; as many as there are, or more, for no window. */
    public IntegerProperty countProperty() {
        return count;
    }

    /** The behaviour under the pointer or the keyboard, −1 for none. */
    public IntegerProperty markedProperty() {
        return marked;
    }

    /** Behaviours that are switched off. */
    public ObservableSet<Integer> off() {
        return off;
    }

    /** Outlined behaviours, which form a group or were selected. */
    public ObservableSet<Integer> selected() {
        return selected;
    }

    /** Receives all selected positions, after Ctrl+click or dragging across them. */
    public void setOnSelect(Consumer<Set<Integer>> listener) {
        onSelect = listener;
    }

    /** Receives the position of a behaviour to switch on or off. */
    public void setOnToggle(IntConsumer listener) {
        onToggle = listener;
    }

    /** Receives the old and the new position of a behaviour to move. */
    public void setOnMove(BiConsumer<Integer, Integer> listener) {
        onMove = listener;
    }

    /** Receives the position before which to insert another behaviour. */
    public void setOnInsert(IntConsumer listener) {
        onInsert = listener;
    }

    /** Receives a position and its new weight; null where weights cannot be set. */
    public void setOnWeight(BiConsumer<Integer, Double> listener) {
        onWeight = listener;
    }

    /** Called to choose another candidate. */
    public void setOnCandidate(Runnable listener) {
        onCandidate = listener;
    }

    @Override
    protected String summary() {
        return words().text(
                        "control.history.summary",
                        data.get().size(),
                        data.get().candidate().title().in(words().locale()));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST * computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return painter().height(ruler(), width < 0 ? getWidth() : width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return MOST * computePrefHeight(width);
    }

    private void look() {
        view = View.of(data.get(), first.get(), count.get());
        repaint();
    }

    /**
     * The shown part of a history.
     *
     * @param places positions of the shown behaviours in the whole history, ascending
     */
    private record View(HistoryData shown, int[] places) {
        static View of(HistoryData whole, int first, int count) {
            int size = whole.size();
            if (count < size) {
                int from = Math.max(0, Math.min(size - count, first));
                return new View(
                        whole.window(from, count),
                        IntStream.range(from, from + count).toArray());
            }
            int[] read = whole.reading().read(size);
            return new View(read.length < size ? whole.only(read) : whole, read);
        }

        /** The index at which a position of the whole history is shown, or −1. */
        int of(int position) {
            int at = Arrays.binarySearch(places, position);
            return Math.max(-1, at);
        }

        Set<Integer> of(Set<Integer> positions) {
            return positions.stream().map(this::of).filter(at -> at >= 0).collect(Collectors.toSet());
        }

        /** The position in the whole history of a shown index; −1 for none, one more than the last behind the last. */
        int whole(int at) {
            return at < 0 || places.length == 0 ? at : at < places.length ? places[at] : places[places.length - 1] + 1;
        }
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        if (data.get().candidate().title().in(words().locale()).isEmpty()) {
            return;
        }
        layout = HistoryLayout.of(view.shown(), width, height);
        painter().paint(surface, width, height);
    }

    private HistoryPainter painter() {
        return new HistoryPainter(
                view.shown(),
                scale.get() == null ? HistoryScale.of(List.of(view.shown())) : scale.get(),
                new HistoryPainter.HistoryMarks(
                        view.of(marked.get()), view.of(off), candidateMarked, insertion, view.of(selected)));
    }

    /** The position in the whole history under the pointer. */
    private int at(MouseEvent event) {
        return layout == null ? -1 : view.whole(painter().at(event.getX(), event.getY(), getWidth(), getHeight()));
    }

    private void point(MouseEvent event) {
        marked.set(at(event));
        markCandidate(onCandidate != null && layout != null && layout.inCandidate(event.getX(), event.getY()));
        boolean hand = candidateMarked || onToggle != null && marked.get() >= 0;
        setCursor(hand ? Cursor.HAND : Cursor.DEFAULT);
    }

    /** Sets the weight from the height of the pointer. */
    private void weigh(MouseEvent event) {
        double highest = scale.get() == null
                ? HistoryScale.of(List.of(view.shown())).look()
                : scale.get().look();
        onWeight.accept(pressed, layout.lookAt(event.getY(), highest));
    }

    private void weigh(int position, double factor) {
        if (position >= 0) {
            double now = Math.abs(data.get().look()[position]);
            onWeight.accept(position, Math.max(0, now * factor + (factor > 1 ? MIN_WEIGHT : 0)));
        }
    }

    private void markCandidate(boolean now) {
        if (candidateMarked != now) {
            candidateMarked = now;
            repaint();
        }
    }

    private void drag(MouseEvent event) {
        if (weighing) {
            weigh(event);
            return;
        }
        if (lasso >= 0) {
            int now = at(event);
            marked.set(now < 0 ? marked.get() : now);
            return;
        }
        if (onMove != null && pressed >= 0 && (insertion >= 0 || Math.abs(event.getX() - pressedAt) > DRAG)) {
            insertion = layout.between(event.getX());
            setCursor(Cursor.CLOSED_HAND);
            repaint();
        }
    }

    /** Toggles the selection of a behaviour, or adds a range. */
    private void select(int from, int to) {
        Set<Integer> next = new TreeSet<>(selected);
        if (from == to && !next.remove(from)) {
            next.add(from);
        }
        for (int j = Math.min(from, to); from != to && j <= Math.max(from, to); j++) {
            next.add(j);
        }
        onSelect.accept(next);
    }

    private void release(MouseEvent event) {
        if (weighing) {
            weighing = false;
            pressed = -1;
            return;
        }
        if (lasso >= 0) {
            select(lasso, marked.get() < 0 ? lasso : marked.get());
            lasso = -1;
            pressed = -1;
            return;
        }
        if (insertion >= 0) {
            int before = view.whole(insertion);
            int to = before > pressed ? before - 1 : before;
            if (to != pressed) {
                onMove.accept(pressed, to);
            }
        } else if (onCandidate != null && layout != null && layout.inCandidate(event.getX(), event.getY())) {
            onCandidate.run();
        } else if (pressed >= 0 && pressed == at(event)) {
            toggle(pressed);
        }
        insertion = -1;
        pressed = -1;
        repaint();
    }

    private String describe(int behaviour) {
        int shown = view.of(behaviour);
        return shown < 0 ? "" : painter().describe(shown).in(words().locale());
    }

    private void toggle(int behaviour) {
        if (onToggle != null && behaviour >= 0) {
            onToggle.accept(behaviour);
        }
    }

    private void key(KeyEvent event) {
        int last = view.shown().size() - 1;
        int at = marked.get();
        int shown = view.of(at);
        switch (event.getCode()) {
            case LEFT -> {
                if (event.isAltDown()) {
                    move(at, view.whole(shown - 1));
                } else {
                    marked.set(view.whole(shown < 0 ? last : Math.max(0, shown - 1)));
                }
            }
            case RIGHT -> {
                if (event.isAltDown()) {
                    move(at, view.whole(shown + 1));
                } else {
                    marked.set(view.whole(Math.min(last, shown + 1)));
                }
            }
            case SPACE -> {
                if (event.isShortcutDown() && onSelect != null && at >= 0) {
                    select(at, at);
                } else {
                    toggle(at);
                }
            }
            case UP, DOWN -> {
                if (onWeight == null) {
                    return;
                }
                weigh(at, event.getCode() == KeyCode.UP ? MORE : 1 / MORE);
            }
            case INSERT -> {
                if (onInsert != null) {
                    onInsert.accept(at < 0 ? data.get().size() : at);
                }
            }
            case ESCAPE -> {
                marked.set(-1);
                if (onSelect != null && !selected.isEmpty()) {
                    onSelect.accept(Set.of());
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int from, int to) {
        if (onMove != null && from >= 0 && to >= 0 && to < data.get().size()) {
            onMove.accept(from, to);
            marked.set(to);
        }
    }
}
