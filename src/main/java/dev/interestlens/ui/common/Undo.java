package dev.interestlens.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** An undo and redo history. FX thread only. */
public final class Undo<T> {
    private static final int MAX = 100;

    private final Deque<Change<T>> done = new ArrayDeque<>();
    private final Deque<Change<T>> undone = new ArrayDeque<>();

    private record Change<T>(T before, T after) {}

    public void changed(T before, T after) {
        undone.clear();
        done.push(new Change<>(before, after));
        if (done.size() > MAX) {
            done.removeLast();
        }
    }

    /** Merges a state into the last step; false where the step then leads back to its start and is dropped. */
    public boolean extend(T after) {
        T before = done.pop().before();
        if (before.equals(after)) {
            return false;
        }
        changed(before, after);
        return true;
    }

    /** Whether there is a change to undo. */
    public boolean hasBack() {
        return !done.isEmpty();
    }

    /** Whether there is an undone change. */
    public boolean hasAgain() {
        return !undone.isEmpty();
    }

    /** Undoes: the state before the last change; empty where there is none. */
    public Optional<T> back() {
        return step(done, undone).map(Change::before);
    }

    /** Redoes: the state after the last undone change. */
    public Optional<T> again() {
        return step(undone, done).map(Change::after);
    }

    private static <T> Optional<Change<T>> step(Deque<Change<T>> from, Deque<Change<T>> to) {
        Optional<Change<T>> found = Optional.ofNullable(from.poll());
        found.ifPresent(to::push);
        return found;
    }
}
