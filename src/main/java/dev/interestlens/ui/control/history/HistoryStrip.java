package dev.interestlens.ui.control.history;

import dev.interestlens.figure.HistoryData;
import dev.interestlens.figure.HistoryScale;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.paint.HistoryLayout;
import dev.interestlens.figure.paint.HistoryPainter;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ControlWords;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * A history before its candidate: oldest left, newest right, candidate at the far right; where the model looked as bars with the 1/n line,
 * and below them, with their sign, what removing each behaviour really does.
 *
 * <p>The pointer or the arrow keys mark a behaviour. Where listeners ask for it, Space or a click switches it off or on, dragging or Alt with an arrow moves
 * it, Insert puts another before it, and a click on the candidate changes that. With Ctrl, a click or Space chooses a behaviour among several, and dragging
 * chooses all that it passes; Escape chooses none.
 */
public final class HistoryStrip extends CanvasRegion {
    private static final double DRAG = 8;

    private final ObjectProperty<HistoryData> data = new SimpleObjectProperty<>(this, "data", HistoryData.empty());
    private final ObjectProperty<HistoryScale> scale = new SimpleObjectProperty<>(this, "scale");
    private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);
    private final ObservableSet<Integer> off = FXCollections.observableSet();
    private final ObservableSet<Integer> selected = FXCollections.observableSet();
    private Consumer<Set<Integer>> onSelect;
    private int lasso = -1;
    private IntConsumer onToggle;
    private IntConsumer onInsert;
    private BiConsumer<Integer, Integer> onMove;
    private Runnable onCandidate;
    private HistoryLayout layout;
    private int pressed = -1;
    private double pressedAt;
    private int insertion = -1;
    private boolean candidateMarked;

    public HistoryStrip(ControlWords words) {
        super("history-strip", words);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(320, 332);
        setPrefSize(900, 332);
        data.addListener((observed, before, now) -> {
            marked.set(Math.min(marked.get(), now.size() - 1));
            tell(marked.get() < 0 ? "" : describe(marked.get()));
            repaint();
        });
        scale.addListener(change -> repaint());
        marked.addListener((observed, before, now) -> {
            tell(now.intValue() < 0 ? "" : describe(now.intValue()));
            repaint();
        });
        off.addListener((SetChangeListener<Integer>) change -> repaint());
        selected.addListener((SetChangeListener<Integer>) change -> repaint());
        words.language().addListener(change -> repaint());
        setOnMouseMoved(this::point);
        setOnMouseExited(event -> {
            marked.set(-1);
            markCandidate(false);
        });
        setOnMousePressed(event -> {
            requestFocus();
            pressed = at(event);
            pressedAt = event.getX();
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

    /** Ends of the bars; null for this history's own. */
    public ObjectProperty<HistoryScale> scaleProperty() {
        return scale;
    }

    /** The behaviour under the pointer or the keyboard, −1 for none. */
    public IntegerProperty markedProperty() {
        return marked;
    }

    /** Behaviours that are switched off. */
    public ObservableSet<Integer> off() {
        return off;
    }

    /** Behaviours that are outlined, because they belong together or were chosen by hand. */
    public ObservableSet<Integer> selected() {
        return selected;
    }

    /** Asked with all positions that a person has chosen, by Ctrl and a click each or by dragging across them. */
    public void setOnSelect(Consumer<Set<Integer>> listener) {
        onSelect = listener;
    }

    /** Asked with the behaviour's position when a person wants it switched. */
    public void setOnToggle(IntConsumer listener) {
        onToggle = listener;
    }

    /** Asked with two positions when a person wants the behaviour at the first to stand at the second. */
    public void setOnMove(BiConsumer<Integer, Integer> listener) {
        onMove = listener;
    }

    /** Asked with the position before which a person wants another behaviour. */
    public void setOnInsert(IntConsumer listener) {
        onInsert = listener;
    }

    /** Asked when a person wants another candidate. */
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
    protected void paint(Surface surface, double width, double height) {
        HistoryData now = data.get();
        if (now.candidate().title().in(words().locale()).isEmpty()) {
            return;
        }
        layout = HistoryLayout.of(now, width, height);
        painter().paint(surface, width, height);
    }

    private HistoryPainter painter() {
        return new HistoryPainter(
                data.get(),
                scale.get() == null ? HistoryScale.of(List.of(data.get())) : scale.get(),
                new HistoryPainter.HistoryMarks(marked.get(), off, candidateMarked, insertion, selected));
    }

    private int at(MouseEvent event) {
        return layout == null ? -1 : layout.at(event.getX());
    }

    private void point(MouseEvent event) {
        marked.set(at(event));
        markCandidate(onCandidate != null && layout != null && layout.inCandidate(event.getX(), event.getY()));
        boolean hand = candidateMarked || onToggle != null && marked.get() >= 0;
        setCursor(hand ? Cursor.HAND : Cursor.DEFAULT);
    }

    private void markCandidate(boolean now) {
        if (candidateMarked != now) {
            candidateMarked = now;
            repaint();
        }
    }

    private void drag(MouseEvent event) {
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

    /** One more behaviour, or one less; of several passed by all. */
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
        if (lasso >= 0) {
            select(lasso, marked.get() < 0 ? lasso : marked.get());
            lasso = -1;
            pressed = -1;
            return;
        }
        if (insertion >= 0) {
            int to = insertion > pressed ? insertion - 1 : insertion;
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
        return painter().describe(behaviour).in(words().locale());
    }

    private void toggle(int behaviour) {
        if (onToggle != null && behaviour >= 0) {
            onToggle.accept(behaviour);
        }
    }

    private void key(KeyEvent event) {
        int last = data.get().size() - 1;
        int at = marked.get();
        switch (event.getCode()) {
            case LEFT -> {
                if (event.isAltDown()) {
                    move(at, at - 1);
                } else {
                    marked.set(at < 0 ? last : Math.max(0, at - 1));
                }
            }
            case RIGHT -> {
                if (event.isAltDown()) {
                    move(at, at + 1);
                } else {
                    marked.set(Math.min(last, at + 1));
                }
            }
            case SPACE -> {
                if (event.isShortcutDown() && onSelect != null && at >= 0) {
                    select(at, at);
                } else {
                    toggle(at);
                }
            }
            case INSERT -> {
                if (onInsert != null) {
                    onInsert.accept(at < 0 ? last + 1 : at);
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
