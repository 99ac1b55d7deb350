package dev.interestlens.ui.recommend;

import dev.interestlens.explain.look.Item;
import dev.interestlens.ui.common.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The history of the current person, which can be edited with undo and redo if it was made by hand. FX thread only. */
final class HistoryByHand {
    private final Consumer<List<Integer>> changed;
    private final ReadOnlyBooleanWrapper made = new ReadOnlyBooleanWrapper(this, "made");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(this, "empty", true);
    private final Undo<List<Integer>> undo = new Undo<>();
    private List<Integer> items = List.of();
    private String name;

    /** @param changed receives the items after each change */
    HistoryByHand(Consumer<List<Integer>> changed) {
        this.changed = changed;
    }

    /** Whether the history was made by hand. */
    ReadOnlyBooleanProperty madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** Whether a change can be undone. */
    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether an undone change can be made again. */
    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Whether it has no items. */
    ReadOnlyBooleanProperty emptyProperty() {
        return empty.getReadOnlyProperty();
    }

    /** Name of the person. */
    String name() {
        return name;
    }

    /** Numbers of the items in the data set, oldest first. */
    List<Integer> items() {
        return items;
    }

    /** Sets another person. */
    void set(boolean byHand, String called, List<Integer> history) {
        made.set(byHand);
        name = called;
        hold(history);
    }

    /** Clears the current person until another one is set; the name and the items are kept. */
    void leave() {
        made.set(false);
    }

    void rename(String called) {
        name = called;
    }

    void add(Item item) {
        change(history -> {
            history.add(item.number());
            return history;
        });
    }

    void remove(int position) {
        change(history -> {
            history.remove(position);
            return history;
        });
    }

    /** Moves a behaviour by some positions. */
    void move(int position, int by) {
        change(history -> {
            int to = Math.max(0, Math.min(history.size() - 1, position + by));
            history.add(to, history.remove(position));
            return history;
        });
    }

    private void change(UnaryOperator<List<Integer>> how) {
        if (made.get()) {
            List<Integer> after = how.apply(new ArrayList<>(items));
            if (!after.equals(items)) {
                undo.changed(items, after);
                take(after);
            }
        }
    }

    void undo() {
        take(undo.back());
    }

    void redo() {
        take(undo.again());
    }

    private void take(Optional<List<Integer>> history) {
        history.ifPresent(this::take);
    }

    private void take(List<Integer> history) {
        hold(history);
        changed.accept(items);
    }

    private void hold(List<Integer> history) {
        items = List.copyOf(history);
        empty.set(items.isEmpty());
        canUndo.set(undo.hasBack());
        canRedo.set(undo.hasAgain());
    }
}
